import { canonicalJson } from '../../kernel/canonical-json.js';
import type { Uuid } from '../../kernel/identifiers.js';

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
