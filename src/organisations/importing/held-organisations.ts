import type { Uuid } from '../../kernel/identifiers.js';
import type { Look } from '../../ledger/act.js';
import { columns, everyColumn, recordOf, select } from '../../platform/database/selection.js';
import { Organisation } from '../organisation.entity.js';
import { Succession } from '../succession.entity.js';

const ORGANISATION = select(everyColumn(Organisation, 'o'));
const LINKED = select(columns(Succession, 's', 'predecessorId', 'successorId'));

/** Every organisation by its key, as an import compares them with its file; some hundreds. */
export async function heldByKey(look: Look): Promise<ReadonlyMap<string, Organisation>> {
  const rows = await look(ORGANISATION.from('organisations.organisation o'));
  return new Map(rows.map((row) => [row.key, recordOf(Organisation, row)]));
}

/** The successions that are recorded. */
export function heldSuccessions(
  look: Look,
): Promise<{ readonly predecessorId: Uuid; readonly successorId: Uuid }[]> {
  return look(LINKED.from('organisations.succession s'));
}
