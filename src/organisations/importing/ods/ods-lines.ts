import { TextDecoder } from 'node:util';
import type { OdsFault } from './ods-organisation.js';

/** A line of the file that is not blank, as text, with its number counted from 1. */
export interface OdsLine {
  readonly line: number;
  readonly text: string;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const LONGEST_LINE_BYTES = 8_192;
const UNSEEN_CHARACTER = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/**
 * Splits the file into lines one at a time, so that a fault in one line never swallows the next. Lines may end in LF or
 * CRLF and a UTF-8 byte-order mark may lead; blank lines are passed over, and unreadable ones come out as faults. Reading
 * stops with a fault after `most` lines, blank ones included.
 */
export function* odsLines(bytes: Uint8Array, most: number): Generator<OdsLine | OdsFault> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let start = BYTE_ORDER_MARK.every((byte, at) => bytes[at] === byte) ? BYTE_ORDER_MARK.length : 0;
  for (let line = 1; start < bytes.length; line += 1) {
    if (line > most) {
      yield {
        line,
        reason: `The file has more than ${most.toLocaleString('en-GB')} lines; no more are read.`,
      };
      return;
    }
    const found = bytes.indexOf(LINE_FEED, start);
    const next = found === -1 ? bytes.length : found;
    const end = next > start && bytes[next - 1] === CARRIAGE_RETURN ? next - 1 : next;
    const reading = readLine(line, bytes.subarray(start, end), decoder);
    if (reading) yield reading;
    start = next + 1;
  }
}

function readLine(line: number, bytes: Uint8Array, decoder: TextDecoder): OdsLine | OdsFault | undefined {
  if (bytes.length > LONGEST_LINE_BYTES) {
    return { line, reason: 'The line is far longer than any published row. A line ending may be missing.' };
  }
  const text = decode(bytes, decoder);
  if (text === undefined) {
    return { line, reason: 'The line is not valid UTF-8 text. Save the file as UTF-8 and try again.' };
  }
  const [unseen] = UNSEEN_CHARACTER.exec(text) ?? [];
  if (unseen !== undefined) {
    const point = (unseen.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return { line, reason: `The line holds a character that cannot be seen (U+${point}).` };
  }
  return text.trim() === '' ? undefined : { line, text };
}

function decode(bytes: Uint8Array, decoder: TextDecoder): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
