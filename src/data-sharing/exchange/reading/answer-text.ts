import { pickLines, picksIn } from '../../questions/law-lines.js';
import type { RecordField } from '../../questions/record-fields.js';
import { NOT_KNOWN } from '../../../legal-basis/record/answers/not-known.js';

/** What a cell of the spreadsheet says, or what is wrong with it. */
export type ReadAnswer = { readonly value: unknown } | { readonly wrong: string; readonly instead: string };

/** The words that stand for "not known" in a cell. */
const I_DO_NOT_KNOW = 'I do not know';

/** The answer that says that a list is empty, which is more than saying nothing of it. */
export const NONE = 'None';

/** The text of a cell for one answer of the record; empty where there is none. Several answers stand one a line. */
export function answerText({ sort, labels }: RecordField, value: unknown): string {
  if (value === undefined || (typeof value === 'string' && value.trim() === '')) return '';
  if (value === null) return sort === 'yes-no' ? I_DO_NOT_KNOW : '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return sort === 'code' ? codeText(value, labels) : value;
  if (!Array.isArray(value)) return '';
  if (value.length === 0) return NONE;
  if (sort === 'laws') return pickLines(value);
  const texts = value.map(String);
  if (sort === 'codes') return texts.map((code) => codeText(code, labels)).join('\n');
  return texts.every(isPlainLine) ? texts.join('\n') : JSON.stringify(texts);
}

/** What may be answered, for the person who fills in the cell. */
export function allowedAnswers({ sort, labels }: RecordField): string {
  if (labels !== null) {
    const words = [...Object.values(labels), I_DO_NOT_KNOW].join('; ');
    return sort === 'codes' ? `None, or any of these, one a line: ${words}` : `One of: ${words}`;
  }
  return ALLOWED[sort] ?? '';
}

/**
 * Reads a cell as an answer to its question; a blank cell is no answer. An answer that begins like a formula is read
 * where the cell guards it, as the export does; a bare formula is refused.
 */
export function readAnswer(field: RecordField, cell: string): ReadAnswer {
  const said = unguarded(cell);
  const text = said.trim();
  if (text === '') return { value: undefined };
  const unfit = unfitCell(cell);
  if (unfit) return unfit;
  if (isList(field) && text.toLowerCase() === NONE.toLowerCase()) return { value: [] };
  switch (field.sort) {
    case 'yes-no':
      return yesNoIn(text);
    case 'count':
      return /^\d{1,9}$/.test(text)
        ? { value: Number(text) }
        : wrong(text, 'Write a whole number in figures, such as 30.');
    case 'day':
      return dayIn(text);
    case 'days':
      return allOf(text, dayIn);
    case 'code':
      return codeIn(field, text);
    case 'codes':
      return allOf(text.replaceAll(';', '\n'), (line) => codeIn(field, line));
    case 'texts':
      return { value: listIn(text) };
    case 'laws': {
      const read = picksIn(text);
      return 'wrong' in read ? read : { value: read.picks };
    }
    case 'text':
      return { value: said };
  }
}

/** A text as a cell holds it: what already begins like a guarded formula is guarded once more, so that nothing is lost. */
export function guarded(text: string): string {
  return GUARDED.test(text) ? `'${text}` : text;
}

/** The text that a cell stands for, without the apostrophe that kept a spreadsheet from running it. */
export function unguarded(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}

const GUARDED = /^'+[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
const MOST_CHARACTERS = 32_767;
const SPREADSHEET_ERROR = /^#(?:NAME\?|REF!|VALUE!|DIV\/0!|N\/A|NULL!|NUM!|SPILL!|CALC!)$/;
const HIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

const ALLOWED: Partial<Record<RecordField['sort'], string>> = {
  'yes-no': `Yes; No; ${I_DO_NOT_KNOW}`,
  day: 'A day, written 2026-03-01',
  days: 'Days written 2026-03-01, one a line, or None',
  count: 'A whole number',
  texts: 'One a line, or None',
  text: 'Your own words',
  laws: 'Provisions by their ids on the list of provisions, one a line, such as care-s42: why it applies here; or None',
};

function unfitCell(cell: string): ReadAnswer | null {
  if (cell.length > MOST_CHARACTERS)
    return {
      wrong: `The answer has ${cell.length.toLocaleString('en-GB')} characters.`,
      instead: `Write ${MOST_CHARACTERS.toLocaleString('en-GB')} characters or fewer.`,
    };
  if (/^[=\uFF1D]/.test(cell))
    return {
      wrong: 'The cell begins with =, which a spreadsheet runs as a formula.',
      instead: 'Write the answer itself, or put an apostrophe before the =.',
    };
  if (SPREADSHEET_ERROR.test(cell.trim()))
    return {
      wrong: `${cell.trim()} is a fault of the spreadsheet, not an answer.`,
      instead: 'Write the answer again.',
    };
  if (HIDDEN.test(cell))
    return {
      wrong: 'The cell holds a hidden character that cannot be stored.',
      instead: 'Type the answer again.',
    };
  return null;
}

function yesNoIn(text: string): ReadAnswer {
  if (/^(?:yes|y|true)$/i.test(text)) return { value: true };
  if (/^(?:no|n|false)$/i.test(text)) return { value: false };
  return isNotKnown(text) ? { value: null } : wrong(text, `Write Yes, No or ${I_DO_NOT_KNOW}.`);
}

function codeIn({ labels }: RecordField, text: string): ReadAnswer {
  if (isNotKnown(text)) return { value: NOT_KNOWN };
  const said = text.toLowerCase();
  const found = Object.entries(labels ?? {}).find(
    ([code, label]) => code.toLowerCase() === said || label.toLowerCase() === said,
  );
  return found ? { value: found[0] } : wrong(text, `Write ${listed(Object.values(labels ?? {}))}.`);
}

function dayIn(text: string): ReadAnswer {
  const written = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (written) return { value: text };
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  return year === ''
    ? wrong(text, 'Write the year, the month and the day, such as 2026-03-01.')
    : { value: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` };
}

function allOf(text: string, read: (line: string) => ReadAnswer): ReadAnswer {
  const all: unknown[] = [];
  for (const line of linesOf(text)) {
    const one = read(line);
    if ('wrong' in one) return one;
    all.push(one.value);
  }
  return { value: all };
}

function listIn(text: string): string[] {
  if (!text.startsWith('[')) return linesOf(text);
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.map(String) : linesOf(text);
  } catch {
    return linesOf(text);
  }
}

function linesOf(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function codeText(code: string, labels: RecordField['labels']): string {
  return code === NOT_KNOWN ? I_DO_NOT_KNOW : (labels?.[code] ?? code);
}

function isList({ sort }: RecordField): boolean {
  return sort === 'codes' || sort === 'days' || sort === 'texts' || sort === 'laws';
}

function isNotKnown(text: string): boolean {
  return /^(?:i do not know|not known|not_known|unknown|don['’]t know)$/i.test(text);
}

function isPlainLine(text: string): boolean {
  return (
    text !== '' &&
    text.trim() === text &&
    text.toLowerCase() !== NONE.toLowerCase() &&
    !/[\r\n]|^\[/.test(text)
  );
}

function wrong(text: string, instead: string): ReadAnswer {
  return { wrong: `“${text.slice(0, 60)}” is not one of the answers.`, instead };
}

function listed(words: readonly string[]): string {
  const shown = words.slice(0, 8).map((word) => `“${word}”`);
  const more = words.length > 8 ? ', or another that the column “allowed answers” lists' : '';
  return `${shown.join(', ')}${more}`;
}
