import type { INestApplicationContext } from '@nestjs/common';
import type { Client } from 'pg';
import { OPERATOR } from '../../src/identity/actor.js';
import { scopeOf } from '../../src/identity/actor-scope.js';
import { newTimelessId } from '../../src/kernel/identifiers.js';
import { eventOf } from '../../src/ledger/event.js';
import { insertEvents } from '../../src/ledger/statements.js';
import { Database } from '../../src/platform/database/database.js';
import {
  tableOf,
  type RecordedClass,
  type RecordedEntity,
  type Stored,
} from '../../src/platform/database/recorded.js';
import { everyColumn, recordOf, select } from '../../src/platform/database/selection.js';
import { fillWithRandomRows } from './random-rows.js';

const MOST_TRIES = 50;

/** True when the table of this kind holds at least one record. */
export async function hasRecords(superuser: Client, kind: RecordedClass): Promise<boolean> {
  const { rows } = await superuser.query(`SELECT FROM ${tableOf(kind)} LIMIT 1`);
  return rows.length > 0;
}

/**
 * Plants one record of a kind that nothing else makes, from its columns alone, together with the event that its making
 * would have left. The owner's session must be past triggers and foreign keys.
 */
export async function plantRecord(
  app: INestApplicationContext,
  superuser: Client,
  kind: RecordedClass,
): Promise<void> {
  const pool = [newTimelessId(), newTimelessId()];
  let planted = 0;
  for (let seed = 1; planted === 0 && seed <= MOST_TRIES; seed += 1)
    planted = await fillWithRandomRows(superuser, tableOf(kind), { pool, seed, count: 1 });
  if (planted === 0) throw new Error(`No record of ${kind.name} could be planted.`);
  await superuser.query(`UPDATE ${tableOf(kind)} SET revision = 1`);
  const { text } = select(everyColumn(kind, 'r')).from(`${tableOf(kind)} r`);
  const [row] = (await superuser.query<Stored<RecordedEntity>>(text)).rows;
  if (row === undefined) throw new Error(`The record of ${kind.name} is not there.`);
  const event = eventOf({
    actor: OPERATOR,
    post: 'operator',
    verb: 'plant',
    kind,
    record: recordOf(kind, row),
    reason: null,
    previous: null,
    at: new Date(),
    day: '2026-01-31',
  });
  await app.get(Database).write(scopeOf(OPERATOR), (manager) => insertEvents(manager, [event]));
}
