import { canonicalJson } from '../../kernel/canonical-json.js';
import type { Uuid } from '../../kernel/identifiers.js';

/** What an envelope of a concern holds: who the person is and needs, or what they said. */
export const ENVELOPE_PARTS = ['identity', 'narrative'] as const;

/** One part of a concern that has an envelope of its own. */
export type EnvelopePart = (typeof ENVELOPE_PARTS)[number];

/** Where a ciphertext belongs: moved to any other table, column, case or version, it does not open. */
export interface Binding {
  readonly table: string;
  readonly column: string;
  readonly caseId: Uuid;
  readonly version: number;
}

/** The binding as the additional authenticated data of both encryptions of an envelope. */
export function bindingBytes({ table, column, caseId, version }: Binding): Buffer {
  return Buffer.from(canonicalJson({ table, column, case: caseId, version }), 'utf8');
}

/** Where the envelope of a part of a concern belongs. */
export function envelopeBinding(caseId: Uuid, part: EnvelopePart, version: number): Binding {
  return { table: 'concerns.envelope', column: part, caseId, version };
}

/** Where the text of a message belongs: its turn is its version. */
export function messageBinding(caseId: Uuid, turn: number): Binding {
  return { table: 'concerns.message', column: 'text', caseId, version: turn };
}

/** Where the summary of a release belongs. */
export function releaseBinding(caseId: Uuid, releaseId: Uuid, version: number): Binding {
  return { table: 'concerns.release', column: `text of ${releaseId}`, caseId, version };
}
