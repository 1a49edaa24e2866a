import type { Uuid } from '../kernel/identifiers.js';
import { NotFound } from '../kernel/refusal.js';
import type { Look } from '../ledger/act.js';
import { columns, select, type RowOf } from '../platform/database/selection.js';
import { Concern } from './concern.entity.js';

/**
 * Takes turns at one concern: whoever decides about it waits here until the one before has ended, and then sees what
 * that one did. @throws NotFound when it is absent, or when this scope may not work on it.
 */
export async function lockConcern(look: Look, id: Uuid): Promise<RowOf<typeof LOCKED>> {
  const [found] = await look(LOCKED.from('concerns.concern c WHERE c.id = $1 FOR UPDATE', [id]));
  if (!found) throw new NotFound();
  return found;
}

const LOCKED = select(columns(Concern, 'c', 'id', 'themes'));
