import { parse } from 'csv-parse/sync';
import type { OdsFault } from './ods-organisation.js';
import type { OdsLine } from './ods-lines.js';
import { ODS_COLUMNS_READ } from './ods-row.js';

/** The cells of one line that Candour reads, and how many the line has in all. */
export interface OdsCells {
  readonly line: number;
  readonly cells: readonly string[];
  readonly width: number;
}

/**
 * Splits lines into cells. Many lines are split in one pass for speed; where that fails, each is split alone, so that an
 * unbalanced quote is reported on its own line and on no other.
 */
export function odsCells(lines: readonly OdsLine[]): (OdsCells | OdsFault)[] {
  const records = splitTogether(lines);
  return lines.map((line, at) => {
    const cells = records ? records[at] : splitAlone(line.text);
    if (cells) return { line: line.line, cells: cells.slice(0, ODS_COLUMNS_READ), width: cells.length };
    return {
      line: line.line,
      reason: 'A quotation mark is not balanced: a value is opened and not closed, or closed too soon.',
    };
  });
}

function splitTogether(lines: readonly OdsLine[]): string[][] | undefined {
  const records = split(lines.map((line) => line.text).join('\n'));
  return records?.length === lines.length ? records : undefined;
}

function splitAlone(text: string): string[] | undefined {
  return split(text)?.[0];
}

function split(text: string): string[][] | undefined {
  try {
    return parse(text, { recordDelimiter: '\n', relaxColumnCount: true });
  } catch {
    return undefined;
  }
}
