import type { Json } from '../kernel/canonical-json.js';
import {
  columnsOf,
  recordedKind,
  type RecordedClass,
  type RecordedEntity,
} from '../platform/database/recorded.js';
import { commitTo } from './commitment.js';

/** A record as an event holds it, with the salts of the commitments in it. */
export interface Snapshot {
  readonly record: Readonly<Record<string, Json>>;
  readonly salts: ReadonlyMap<string, Buffer>;
}

/** Takes the picture of a record that its event keeps: every column, with personal values replaced by commitments. */
export function snapshotOf<T extends RecordedEntity>(kind: RecordedClass<T>, record: T): Snapshot {
  const { committed } = recordedKind(kind);
  const salts = new Map<string, Buffer>();
  const fields: Record<string, Json> = {};
  for (const [property, value] of plainValues(kind, record)) {
    if (!committed.includes(property)) {
      fields[property] = value;
      continue;
    }
    const { salt, digest } = commitTo(value);
    salts.set(property, salt);
    fields[property] = { commitment: digest };
  }
  return { record: fields, salts };
}

/** The record's columns as JSON values, the same whether the record was just made or read back from PostgreSQL. */
export function plainValues<T extends RecordedEntity>(kind: RecordedClass<T>, record: T): Map<string, Json> {
  const values = new Map<string, unknown>(Object.entries(record));
  const properties = [...columnsOf(kind).keys()].filter(
    (property) => property !== 'id' && property !== 'revision',
  );
  return new Map(properties.map((property) => [property, plain(values.get(property))]));
}

function plain(value: unknown): Json {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object') {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
    return Object.fromEntries(entries.map(([key, inner]) => [key, plain(inner)]));
  }
  throw new TypeError(`A record cannot hold a ${typeof value}.`);
}
