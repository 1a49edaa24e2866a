import type { CalendarDay } from '../../../kernel/days/calendar-day.js';
import { newId } from '../../../kernel/identifiers.js';
import { adding, type Act } from '../../../ledger/act.js';
import { made } from '../../../platform/database/recorded.js';
import { OdsEdition } from './ods-edition.entity.js';
import type { TrustsFile } from './trusts-file.js';

/** That this edition was imported, as an act. */
export function importOfEdition({ edition, name, sha256: hash }: TrustsFile, importedOn: CalendarDay): Act {
  const facts = { edition: edition.value, fileName: name, fileHash: hash, importedOn };
  return adding('import', OdsEdition, made(OdsEdition, { id: newId(), ...facts }));
}
