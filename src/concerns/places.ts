import type { Uuid } from '../kernel/identifiers.js';
import type { EnvelopePart } from './envelope.entity.js';
import type { Binding } from './envelopes/binding.js';

/** Where the envelope of a part of a concern belongs. */
export function envelopePlace(caseId: Uuid, part: EnvelopePart, version: number): Binding {
  return { table: 'concerns.envelope', column: part, caseId, version };
}

/** Where the text of a message belongs: its turn is its version. */
export function messagePlace(caseId: Uuid, turn: number): Binding {
  return { table: 'concerns.message', column: 'text', caseId, version: turn };
}

/** Where the summary of a release belongs. */
export function releasePlace(caseId: Uuid, releaseId: Uuid, version: number): Binding {
  return { table: 'concerns.release', column: `text of ${releaseId}`, caseId, version };
}
