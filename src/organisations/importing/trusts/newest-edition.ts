import { PartialDate } from '../../../kernel/days/partial-date.js';
import type { Look } from '../../../ledger/act.js';
import { columns, select } from '../../../platform/database/selection.js';
import type { Organisation } from '../../organisation.entity.js';
import { editionNamedIn, newestOf } from './edition-named.js';
import { OdsEdition } from './ods-edition.entity.js';
import type { TrustsFile } from './trusts-file.js';

/** The editions of the file of trusts that the register was brought to. */
export interface EditionsOfTrusts {
  readonly newest: PartialDate | null;
  /** True when this very file was imported before. */
  holds(file: TrustsFile): boolean;
}

/** Sources that name a file of the Organisation Data Service: before editions were recorded, only these told of them. */
const OF_ODS = /\b(?:ODS|etr)\b|Organisation Data Service/i;
const IMPORTED = select(columns(OdsEdition, 'e', 'edition', 'fileHash'));

/** Which editions of the file of trusts there are, as the transaction sees it. */
export async function editionsOfTrusts(
  look: Look,
  held: ReadonlyMap<string, Organisation>,
): Promise<EditionsOfTrusts> {
  const imported = await look(IMPORTED.from('organisations.ods_edition e'));
  return {
    newest: newestOf([
      ...imported.map(({ edition }) => PartialDate.from(edition)),
      ...[...held.values()].flatMap(({ odsCode, source }) =>
        odsCode !== null && OF_ODS.test(source) ? (editionNamedIn(source) ?? []) : [],
      ),
    ]),
    holds: ({ edition, sha256 }) =>
      imported.some((known) => known.edition === edition.value && known.fileHash === sha256),
  };
}
