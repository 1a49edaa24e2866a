import type { EntityManager } from 'typeorm';
import type { Uuid } from '../kernel/identifiers.js';
import {
  recordedKind,
  type RecordedClass,
  type RecordedEntity,
  type Stored,
} from '../platform/database/recorded.js';
import { everyColumn, recordOf, select } from '../platform/database/selection.js';
import type { EventRow } from './event.js';

const ROWS_PER_INSERT = 500;

/** Adds records of one kind, a few hundred to a statement. */
export async function insertRecords(
  manager: EntityManager,
  kind: RecordedClass,
  records: readonly RecordedEntity[],
): Promise<void> {
  for (let from = 0; from < records.length; from += ROWS_PER_INSERT) {
    const values = records.slice(from, from + ROWS_PER_INSERT);
    await manager.createQueryBuilder().insert().into(kind).values(values).updateEntity(false).execute();
  }
}

/** Whether something came for the first time under its token, again, or otherwise than before. */
export type Turn = 'first' | 'again' | 'otherwise';

/**
 * Notes what came under a token, and says which time it is. Of several that come at the same moment one is the first, and
 * the others wait for it.
 */
export async function turnOf(
  manager: EntityManager,
  { place, digest }: { readonly place: Buffer; readonly digest: Buffer },
): Promise<Turn> {
  const [row] = await manager.query<{ turn: Turn }[]>('SELECT ledger.turn_of($1, $2) AS turn', [
    place,
    digest,
  ]);
  if (!row) throw new TypeError('PostgreSQL answered nothing.');
  return row.turn;
}

/** The record as this scope may change it, locked until the transaction ends; null when absent or unseeable. */
export async function lockRecord(
  manager: EntityManager,
  kind: RecordedClass,
  id: Uuid,
): Promise<RecordedEntity | null> {
  const { tablePath } = manager.dataSource.getMetadata(kind);
  const { text, values } = select(everyColumn(kind, 'r')).from(`${tablePath} r WHERE r.id = $1 FOR UPDATE`, [
    id,
  ]);
  const found = await manager.query<Stored<RecordedEntity>[]>(text, [...(values ?? [])]);
  return found[0] ? recordOf(kind, found[0]) : null;
}

/** Writes the columns that changed. Nothing but the ledger calls it, after the record was locked. */
export async function updateRecord(
  manager: EntityManager,
  kind: RecordedClass,
  record: RecordedEntity,
  before: object,
): Promise<void> {
  const old = new Map<string, unknown>(Object.entries(before));
  const changed = Object.entries(record).filter(([property, value]) => !same(old.get(property), value));
  await manager.update(kind, { id: record.id }, Object.fromEntries(changed));
}

/** The leaf hash (hex) of the newest event about a record, which the next event names as its previous. */
export async function tipOf(manager: EntityManager, kind: RecordedClass, id: Uuid): Promise<string | null> {
  const found: unknown = await manager.query(
    "SELECT encode(leaf_hash, 'hex') AS tip FROM ledger.tip($1, $2)",
    [recordedKind(kind).kind, id],
  );
  const row: unknown = Array.isArray(found) ? found[0] : undefined;
  return isRow(row) && typeof row['tip'] === 'string' ? row['tip'] : null;
}

/** Writes events, their openings and their places in the queue in one statement. */
export async function insertEvents(manager: EntityManager, events: readonly EventRow[]): Promise<void> {
  if (events.length > 0) await manager.query(INSERT_EVENTS, [JSON.stringify(events)]);
}

const INSERT_EVENTS = `
  WITH given AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS g(
      id uuid, log text, subject_kind text, subject_id uuid, revision integer, action text, day date,
      recorded_at timestamptz, leaf text, leaf_hash text, openings jsonb)),
  written AS (
    INSERT INTO ledger.event (id, log, subject_kind, subject_id, revision, action, day, recorded_at, leaf, leaf_hash)
    SELECT id, log, subject_kind, subject_id, revision, action, day, recorded_at, leaf, decode(leaf_hash, 'hex')
    FROM given),
  queued AS (
    INSERT INTO ledger.queue (event_id, transaction)
    SELECT id, CASE log WHEN 'staff' THEN pg_current_xact_id() END FROM given)
  INSERT INTO ledger.opening (event_id, field, salt, value)
  SELECT given.id, o.field, decode(o.salt, 'hex'), to_jsonb(o.value)
  FROM given, jsonb_to_recordset(given.openings) AS o(field text, salt text, value text)`;

function isRow(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
