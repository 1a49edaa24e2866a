/** One column of a sheet that somebody fills in. */
export interface WorkbookColumn {
  /** What stands above it, and by what it is found again. */
  readonly heading: string;
  /** How wide it is, in characters. */
  readonly width: number;
  /** True where people write; every other cell is protected. */
  readonly open?: true;
  /** What may be picked in it, from a list that opens. */
  readonly choices?: readonly string[];
}

/** A table that leaves as a spreadsheet and comes back filled in. */
export interface Workbook {
  readonly title: string;
  /** The name of the sheet that is filled in. */
  readonly sheet: string;
  readonly columns: readonly WorkbookColumn[];
  /** The cells of each row as text, in the order of the columns. */
  readonly rows: readonly (readonly string[])[];
  /** How to fill it in, a paragraph each: a sheet of its own. */
  readonly guide: readonly string[];
  /** What the file says of itself when it comes back; a hidden sheet. */
  readonly mark: Readonly<Record<string, string>>;
}

/** The two formats in which a workbook leaves and comes back. */
export const WORKBOOK_FORMATS = ['xlsx', 'ods'] as const;

/** One of the two formats. */
export type WorkbookFormat = (typeof WORKBOOK_FORMATS)[number];

/** The media type of each format. */
export const WORKBOOK_TYPES: Readonly<Record<WorkbookFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
};

/** The names of the sheets beside the one that is filled in. */
export const GUIDE_SHEET = 'How to fill it in';

/** The sheet that lists what may be picked, a column each. */
export const CHOICES_SHEET = 'Choices';

/** The hidden sheet by which a file is known again. */
export const MARK_SHEET = 'Mark';

/** The letter of a column as spreadsheets show it, from 0. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest > 0 ? columnLetter(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`;
}

/** The columns of which cells are picked from a list, each with what may be picked. */
export function pickedColumns(
  columns: readonly WorkbookColumn[],
): { readonly place: number; readonly heading: string; readonly choices: readonly string[] }[] {
  return columns.flatMap(({ heading, choices }, place) => (choices ? [{ place, heading, choices }] : []));
}

/** The lists of choices side by side, as the rows of a sheet: the headings first. */
export function choiceRows(columns: readonly WorkbookColumn[]): string[][] {
  const picked = pickedColumns(columns);
  const longest = Math.max(0, ...picked.map(({ choices }) => choices.length));
  return [
    picked.map(({ heading }) => heading),
    ...Array.from({ length: longest }, (_, row) => picked.map(({ choices }) => choices[row] ?? '')),
  ];
}

/** The sign that stands for a tab in a cell: office programs drop tabs from ODS. */
export const TAB_SIGN = '\u2409';
