import type { Choice } from '../../web/form/field.js';
import { wholeFile, type FileFault } from '../../web/sheet/file-fault.js';
import { cellName, type FilledWorkbook } from '../../web/workbook/filled-workbook.js';
import type { WorkbookColumn } from '../../web/workbook/workbook.js';
import type { GRAVITY_WORDS } from '../../frameworks/criteria/gravity-words.js';
import type { ReviewedCriterion } from '../criteria/reviewed-criteria.js';
import type { ReviewHeader } from '../reviews.queries.js';

/** One question that a sheet asks of each criterion, in a column of its own. */
export interface SheetQuestion {
  readonly heading: string;
  readonly width: number;
  /** The field of the form that it is. */
  readonly field: string;
  readonly choices?: readonly Choice[];
}

/** What was written for one criterion: a value of each field that has one. */
export interface FilledCriterion {
  readonly row: number;
  readonly criterion: string;
  readonly values: Readonly<Record<string, string>>;
  /** The number of what counted when the sheet left. */
  readonly after: number;
}

/** What a sheet that came back says, and what of it cannot be taken. */
export interface FilledCriteria {
  readonly criteria: readonly FilledCriterion[];
  readonly faults: readonly FileFault[];
}

/** The columns by which a row is known: the criterion, and the number of what counted when the sheet left. */
const CODE = 'Criterion';
const NUMBER = 'Number';

/** What stands beside each criterion to be read. */
export const GUIDANCE_COLUMNS: readonly WorkbookColumn[] = [
  { heading: 'Domain', width: 18 },
  { heading: 'What is asked', width: 60 },
  { heading: 'What it weighs', width: 30 },
  { heading: 'Evidence expected', width: 40 },
];

/** The cells of those columns for one criterion: its wording with the clearer one where there is any, and its weight. */
export function guidanceOf(criterion: ReviewedCriterion, words: typeof GRAVITY_WORDS): string[] {
  const { domainName, requirement, clearer, gravity, evidenceExpected } = criterion;
  const weight = words[gravity];
  return [
    domainName,
    clearer ? `${requirement}\n\nWorded more clearly: ${clearer.words}` : requirement,
    weight ? `${weight.label}. ${weight.meaning}` : '',
    evidenceExpected,
  ].map((text) => text.slice(0, MOST_OF_A_CELL));
}

/** The columns of a sheet: the code, what is there to read, the questions, and the number. */
export function sheetColumns(
  guidance: readonly WorkbookColumn[],
  questions: readonly SheetQuestion[],
): WorkbookColumn[] {
  return [
    { heading: CODE, width: 14 },
    ...guidance,
    ...questions.map(({ heading, width, choices }) => ({
      heading,
      width,
      open: true as const,
      ...(choices && { choices: choices.map(({ label }) => label) }),
    })),
    { heading: NUMBER, width: 8 },
  ];
}

/** By what a sheet is known when it comes back. */
export function sheetMark(
  kind: string,
  { id, editionId, editionMoves }: ReviewHeader,
): Record<string, string> {
  return { candour: kind, review: id, edition: editionId, moves: String(editionMoves) };
}

/** Why a sheet is not of this review as it stands; null where it is. */
export function strangeSheet(
  { mark }: FilledWorkbook,
  awaited: Readonly<Record<string, string>>,
): FileFault | null {
  if (mark['candour'] !== awaited['candour'])
    return wholeFile(
      'This is not a sheet of this kind that Candour made.',
      'Take the sheet from here and fill it in.',
    );
  if (mark['review'] !== awaited['review'])
    return wholeFile(
      'This is the sheet of another review.',
      'Hand it over at that review, or take the sheet of this one.',
    );
  if (mark['edition'] !== awaited['edition'] || mark['moves'] !== awaited['moves'])
    return wholeFile(
      'This sheet asks by an edition that the round has left since.',
      'Take the sheet from here again and copy your answers into it.',
    );
  const other = Object.keys(awaited).find((key) => mark[key] !== awaited[key]);
  return other === undefined
    ? null
    : wholeFile('This sheet was made for somebody else.', 'Take your own sheet from here and fill it in.');
}

/** Reads what was written for each criterion. Rows in which nothing is written are left as they are. */
export function filledCriteria(
  filled: FilledWorkbook,
  { codes, questions }: { readonly codes: readonly string[]; readonly questions: readonly SheetQuestion[] },
): FilledCriteria {
  const faults = [...filled.faults];
  const rows = new Map<string, number>();
  const criteria: FilledCriterion[] = [];
  for (const { row, cells } of filled.rows) {
    const at = (heading: string): string => cellName(filled.letters, heading, row);
    const criterion = (cells.get(CODE) ?? '').trim();
    const fault = codeFault(criterion, codes, rows.get(criterion));
    if (fault) faults.push({ row, where: at(CODE), ...fault });
    rows.set(criterion, rows.get(criterion) ?? row);
    const values: Record<string, string> = {};
    for (const { field, heading, choices } of questions) {
      const text = cells.get(heading) ?? '';
      if (text.trim() === '') continue;
      const value = choices ? picked(text, choices) : text;
      if (value !== null) values[field] = value;
      else faults.push({ row, where: at(heading), ...noChoice(text, choices ?? []) });
    }
    if (!faults.some((found) => found.row === row))
      criteria.push({ row, criterion, values, after: Number(cells.get(NUMBER) ?? '') });
  }
  return { criteria, faults };
}

/** A fault of one answer, at its cell. */
export function faultAt(
  { letters }: FilledWorkbook,
  { row, questions }: { readonly row: number; readonly questions: readonly SheetQuestion[] },
  { field, text }: { readonly field: string; readonly text: string },
): FileFault {
  const heading = questions.find((question) => question.field === field)?.heading ?? CODE;
  return { row, where: cellName(letters, heading, row), wrong: text, instead: '' };
}

function picked(text: string, choices: readonly Choice[]): string | null {
  const typed = text.trim().toLowerCase();
  const found = choices.find(({ value, label }) => [value, label].some((one) => one.toLowerCase() === typed));
  return found?.value ?? null;
}

function noChoice(text: string, choices: readonly Choice[]): Pick<FileFault, 'wrong' | 'instead'> {
  const shown = text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)} …` : text;
  return {
    wrong: `“${shown}” is none of the choices`,
    instead: `pick one of: ${choices.map(({ label }) => label).join('; ')}`,
  };
}

function codeFault(
  code: string,
  codes: readonly string[],
  before: number | undefined,
): Pick<FileFault, 'wrong' | 'instead'> | null {
  if (!codes.includes(code))
    return {
      wrong:
        code === ''
          ? 'there is no criterion in this row'
          : `“${code.slice(0, MOST_SHOWN)}” is no criterion of this round`,
      instead: 'write the code that stood here',
    };
  return before === undefined
    ? null
    : { wrong: `${code} stands in row ${String(before)} already`, instead: 'take one of the two rows away' };
}

const MOST_SHOWN = 60;
/** What a cell of a spreadsheet holds at most. */
const MOST_OF_A_CELL = 32_000;
