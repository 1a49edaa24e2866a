import { z } from 'zod';
import { isId } from '../../../kernel/identifiers.js';

/** By what a field links a document: the id under which it is kept or its SHA-256, or its SHA-256 alone. */
export type LinkedBy = 'id-or-hash' | 'hash';

/** The fields that link a document. A text in them that names none links nothing. */
export const documentLinks = z.registry<{ by: LinkedBy }>();

/** A document, by the id under which it is kept or by its SHA-256. */
export function linkedDocument(meaning: string) {
  return z.string().nullish().describe(meaning).register(documentLinks, { by: 'id-or-hash' });
}

/** A document, by its SHA-256. */
export function documentHash(meaning: string) {
  return z.string().nullish().describe(meaning).register(documentLinks, { by: 'hash' });
}

/** The id or the SHA-256 of a document in a text, in lower case; null where the text names no document. */
export function documentNamed(text: string | null | undefined, by: LinkedBy = 'id-or-hash'): string | null {
  const said = (text ?? '').trim().toLowerCase();
  return /^[0-9a-f]{64}$/.test(said) || (by === 'id-or-hash' && isId(said)) ? said : null;
}
