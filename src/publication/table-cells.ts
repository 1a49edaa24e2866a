import type { StateTag } from '../web/state-tag.js';

/** One cell of a page's table: a text, a link, or a state. */
export type TableCell =
  | string
  | {
      readonly text: string;
      readonly href: string;
      /** A code, which is never broken. */ readonly code?: true;
    }
  | { readonly state: string; readonly tone: StateTag['tone'] };

/** The rows of a page's table. */
export type TableRows = readonly (readonly TableCell[])[];

/** A state as a cell. */
export function stateCell({ text: state, tone }: StateTag): TableCell {
  return { state, tone };
}
