import { canonicalJson } from '../../kernel/canonical-json.js';
import type { Edition } from '../edition/edition-schema.js';

/** How an edition differs from another in what it asks, by the codes of criteria. */
export interface EditionChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly leftOut: readonly string[];
}

/** What a new edition asks that another does not, asks differently, or asks no more. */
export function editionChanges(from: Edition, to: Edition): EditionChanges {
  const before = new Map(from.criteria.map((criterion) => [criterion.id, canonicalJson(criterion)]));
  const after = new Map(to.criteria.map((criterion) => [criterion.id, canonicalJson(criterion)]));
  const [old, now] = [[...before.keys()], [...after.keys()]];
  return {
    added: now.filter((id) => !before.has(id)),
    changed: now.filter((id) => before.has(id) && before.get(id) !== after.get(id)),
    leftOut: old.filter((id) => !after.has(id)),
  };
}
