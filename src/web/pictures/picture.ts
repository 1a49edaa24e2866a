import { Download } from '../answer/download.js';
import { PICTURE_WIDTH } from './frame.js';
import { tag, type Drawn } from './markup.js';

/** One row of the table twin. What is drawn with `mark(key, …)` says the same; a row without a mark has no key. */
export interface TwinRow {
  readonly key: string | null;
  readonly cells: readonly (string | number)[];
}

/** The table that says everything the picture shows. */
export interface Twin {
  readonly caption: string;
  readonly columns: readonly (string | { readonly text: string; readonly numeric: true })[];
  readonly rows: readonly TwinRow[];
}

/** What is told by a picture. */
export interface Told {
  /** Letters and hyphens, unique on the page. */
  readonly id: string;
  /** What the picture shows, as a sentence: it is its name for whoever does not see it, and its caption for all. */
  readonly finding: string;
  /** What stands where in it, and what else can be seen, in sentences. */
  readonly description: string;
  readonly height: number;
  readonly twin: Twin;
  /** Where the table twin is to be had as a file. */
  readonly csv: string;
}

/** A picture as `ui.picture` shows it, with its table twin and its file. */
export interface Picture extends Told {
  readonly drawing: string;
}

/** Draws a picture: an image with a name and a description, of which the table twin says the same. */
export function drawn(told: Told, ...parts: readonly Drawn[]): Picture {
  const drawing = tag(
    'svg',
    {
      class: 'candour-picture__drawing',
      viewBox: `0 0 ${PICTURE_WIDTH} ${told.height}`,
      role: 'img',
      'aria-labelledby': `${told.id}-title`,
      'aria-describedby': `${told.id}-description`,
    },
    tag('title', { id: `${told.id}-title` }, told.finding),
    tag('desc', { id: `${told.id}-description` }, told.description),
    parts,
  );
  return { ...told, drawing: drawing.toString() };
}

/** The table twin as a file. */
export function twinAsFile(fileName: string, { columns, rows }: Twin): Download {
  return Download.csv(
    fileName,
    columns.map((column, index) => ({
      heading: typeof column === 'string' ? column : column.text,
      cell: (row: TwinRow) => row.cells[index],
    })),
    rows,
  );
}
