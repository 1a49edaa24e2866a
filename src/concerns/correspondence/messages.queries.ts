import type { Uuid } from '../../kernel/identifiers.js';
import type { SqlStatement } from '../../platform/database/database.js';
import { select, sql, type RowOf } from '../../platform/database/selection.js';

/** The turn of the next message about a concern. */
export function nextMessage(concernId: Uuid): SqlStatement<RowOf<typeof NEXT>> {
  return NEXT.from('concerns.message m WHERE m.concern_id = $1', [concernId]);
}

const NEXT = select({ turn: sql<number>('coalesce(max(m.turn), 0) + 1') });
