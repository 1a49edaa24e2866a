import { statementState } from '../../../record/answers/not-known.js';
import type { Agreement } from '../../../record/safeguards/agreement.js';
import type { Matter } from '../matter.js';
import { onlySaid, type Verdict } from '../verdict.js';

/** The fields by which an impact assessment is linked. */
export const DPIA_DOCUMENT_FIELDS = ['dpia.fileHash', 'dpia.approvedAt', 'register.documents'] as const;

/**
 * What a record holds of a document, seen as far as it can be: until the document itself is linked, what it is said to
 * hold is said and no more. `says` completes "This record says …".
 */
export function untilLinked(verdict: Verdict, isThere: boolean, says: string): Verdict {
  return verdict.found === 'SHOWN' && !isThere ? onlySaid(says) : verdict;
}

/** Whether a document is linked. */
export function isLinked(document: string | null | undefined): boolean {
  return statementState(document) === 'STATED';
}

/** The fields by which it is read whether a document that has no day in the record bears one. */
export const DATED_DOCUMENT_FIELDS = ['register.datedDocuments'] as const;

/** Whether a document is linked that bears a date of its own, where it is known which do: of a paper without one nobody knows since when. */
export function isLinkedWithDay(
  { register }: Pick<Matter, 'register'>,
  document: string | null | undefined,
): boolean {
  const isDated = register.datedDocuments === null || register.datedDocuments.has(document ?? '');
  return isLinked(document) && isDated;
}

/** What a record says of an impact assessment; it shows it only where the document is linked, with the day of approval. */
export function ofDpia(matter: Pick<Matter, 'flow' | 'register'>, verdict: Verdict, says: string): Verdict {
  return untilLinked(verdict, isDpiaLinked(matter), says);
}

/** Whether the impact assessment is linked, with the day of its approval, and kept where it is known what is. */
function isDpiaLinked({ flow: { dpia }, register }: Pick<Matter, 'flow' | 'register'>): boolean {
  const hash = dpia?.fileHash;
  const isKept = register.documents === null || register.documents.has(hash ?? '');
  return isLinked(hash) && isKept && Boolean(dpia?.approvedAt);
}

/** What a record says of an agreement; it shows it only where the document is linked, with the day it was signed. */
export function ofAgreement({ evidenceId, signedOn }: Agreement, verdict: Verdict, says: string): Verdict {
  return untilLinked(verdict, isLinked(evidenceId) && Boolean(signedOn), says);
}
