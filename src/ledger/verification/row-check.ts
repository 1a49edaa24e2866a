import { canonicalJson, type Json } from '../../kernel/canonical-json.js';
import type { RecordedClass, RecordedEntity } from '../../platform/database/recorded.js';
import { commitTo } from '../commitment.js';
import { plainValues } from '../snapshot.js';
import { readLeaf, type KeptEvent } from './kept-event.js';

/** What is wrong with a row, given the newest event about it; empty when the row is what the event says. */
export function faultsOfRow<T extends RecordedEntity>(
  kind: RecordedClass<T>,
  row: T | null,
  newest: KeptEvent,
): string[] {
  const leaf = readLeaf(newest.leaf);
  if (!leaf) return [];
  if (!row) return ['The record is gone, and no event says so.'];
  const salts = new Map(newest.openings.map(({ field, salt }) => [field, Buffer.from(salt, 'hex')]));
  const values = plainValues(kind, row);
  const strange = Object.keys(leaf.record).filter((property) => !values.has(property));
  const changed = [...values].flatMap(([property, value]) =>
    agrees(value, leaf.record[property], salts.get(property)) ? [] : [property],
  );
  return [
    ...(row.revision === newest.revision ? [] : ['The record has another revision than its newest event.']),
    ...[...changed, ...strange].map((property) => `"${property}" is not what the newest event says.`),
  ];
}

/** A column that is younger than the event was not there to be spoken of, and holds nothing until an event says otherwise. */
function agrees(value: Json, said: Json | undefined, salt: Buffer | undefined): boolean {
  if (said === undefined) return value === null;
  if (!salt) return canonicalJson(value) === canonicalJson(said);
  return canonicalJson(said) === canonicalJson({ commitment: commitTo(value, salt).digest });
}
