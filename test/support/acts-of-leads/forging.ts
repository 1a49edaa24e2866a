import type { EntityManager } from 'typeorm';
import { scopeOf } from '../../../src/identity/actor-scope.js';
import type { Actor } from '../../../src/identity/actor.js';
import { londonDay } from '../../../src/kernel/days/london-day.js';
import type { Uuid } from '../../../src/kernel/identifiers.js';
import { eventOf } from '../../../src/ledger/event.js';
import {
  insertEvents,
  insertRecords,
  lockRecord,
  tipOf,
  updateRecord,
} from '../../../src/ledger/statements.js';
import { Database } from '../../../src/platform/database/database.js';
import type { RecordedClass, RecordedEntity } from '../../../src/platform/database/recorded.js';
import type { ReviewWorld } from '../reviews.js';

/** One row that somebody writes past every service: a new one, or a change of one that is there. */
export type ForgedRow =
  | { readonly kind: RecordedClass; readonly verb: string; readonly record: RecordedEntity }
  | { readonly kind: RecordedClass; readonly verb: string; readonly id: Uuid; readonly change: object };

/**
 * Writes a row as the application's role does it in somebody's name, with its event in the log, so that nothing but the
 * rules of PostgreSQL stands in the way. Says why it was refused; null where it was not.
 */
export async function forged(world: ReviewWorld, actor: Actor, row: ForgedRow): Promise<string | null> {
  try {
    await world.service(Database).write(scopeOf(actor), (manager) => written(world, actor, manager, row));
    return null;
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  }
}

async function written(
  { clock }: ReviewWorld,
  actor: Actor,
  manager: EntityManager,
  row: ForgedRow,
): Promise<void> {
  const at = clock.now();
  const said = { actor, verb: row.verb, reason: 'So.', post: actor.postAmong() };
  const occasion = { ...said, at, day: londonDay(at), kind: row.kind };
  if ('record' in row) {
    row.record.revision = 1;
    await insertRecords(manager, row.kind, [row.record]);
    await insertEvents(manager, [eventOf({ ...occasion, record: row.record, previous: null })]);
    return;
  }
  const record = await lockRecord(manager, row.kind, row.id);
  if (!record) throw new Error('There is no such row for them.');
  const before = { ...record };
  Object.assign(record, row.change, { revision: record.revision + 1 });
  await updateRecord(manager, row.kind, record, before);
  const previous = await tipOf(manager, row.kind, row.id);
  await insertEvents(manager, [eventOf({ ...occasion, record, previous })]);
}
