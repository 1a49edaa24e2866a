import { Page } from '../../web/answer/page.js';
import type { OutOfTurn } from '../../kernel/refusal.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import type { FileFault } from '../../web/sheet/file-fault.js';
import type { ReviewHeader } from '../reviews.queries.js';
import { HandOverSheet } from './sheet.forms.js';

type AskedForSheet = Asked<FieldsOf<typeof HandOverSheet>>;

/** What the page on which a sheet leaves and comes back says of it. */
interface SheetPageModel extends AskedForSheet {
  readonly review: ReviewHeader;
  /** The list of criteria that the sheet stands beside. */
  readonly at: string;
  readonly back: string;
  readonly audience: string;
  /** True for whoever may hand one over now. */
  readonly mayFill: boolean;
  readonly faults: readonly string[][];
}

/** What to do when a page has lost what it carried. */
export const SHEET_LOST = 'Choose the sheet again. Nothing was recorded.';

/** The page on which a sheet leaves, and is handed over again. */
export function sheetPage(title: string, model: SheetPageModel): Page {
  return new Page('reviews/sheets/views/sheet.njk', { title, caption: model.review.organisation, ...model });
}

/** Faults as the rows of a table: the cell, and what to write in it. */
export function faultRows(faults: readonly FileFault[]): string[][] {
  return faults
    .toSorted((one, other) => (one.row ?? 0) - (other.row ?? 0))
    .slice(0, MOST_SHOWN)
    .map(({ where, wrong, instead }) => [
      where === '' ? 'The whole file' : where,
      instead === '' || where === '' ? `${wrong} ${instead}`.trim() : `${wrong}; ${instead}`,
    ]);
}

/** The form again after faults, which are listed by cell. */
export function withFaults(): AskedForSheet {
  const text = 'Nothing was recorded. Each fault is listed with its cell.';
  return { ...HandOverSheet.asked(), issues: [{ field: 'file', href: '#faults', text }] };
}

/** The form after somebody else was faster: nothing was recorded. */
export function overtaken({ detail }: OutOfTurn): AskedForSheet {
  const text = `${detail} Nothing of the sheet was recorded. Take the sheet again.`;
  return { ...HandOverSheet.asked(), issues: [{ field: 'file', text }] };
}

/** The form after a sheet with more text than one page can carry. */
export function tooMuchToCarry(): AskedForSheet {
  const text =
    'There is more text in the sheet than can be taken at once. Hand over half of the rows, and then the others.';
  return { ...HandOverSheet.asked(), issues: [{ field: 'file', text }] };
}

const MOST_SHOWN = 300;
