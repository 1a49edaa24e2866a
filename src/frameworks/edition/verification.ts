import type { Criterion, SourceReference } from './edition-schema.js';

/** What people have verified since the edition was written. A round keeps the verification it opened with. */
export interface EditionVerification {
  /** References somebody checked in the published source, as written by `referenceKey`. */
  readonly references: ReadonlySet<string>;
  /** Ids of inferred criteria that user-led groups and clinicians ratified. */
  readonly ratifiedCriteria: ReadonlySet<string>;
}

/** The verification of a new edition: nothing yet. */
export const NOTHING_VERIFIED: EditionVerification = { references: new Set(), ratifiedCriteria: new Set() };

/** The name under which the verification of a reference is recorded. */
export function referenceKey({ guideline, ref }: Pick<SourceReference, 'guideline' | 'ref'>): string {
  return ref === null ? guideline : `${guideline}: ${ref}`;
}

/** True when the reference was seen in a stored source, or somebody has verified it since. */
export function isVerified(source: SourceReference, verification: EditionVerification): boolean {
  return source.confidence === 'A' || verification.references.has(referenceKey(source));
}

/** True when the source says this itself, or the inference has been ratified. */
export function isSettled(criterion: Criterion, verification: EditionVerification): boolean {
  return criterion.derivation === 'direct' || verification.ratifiedCriteria.has(criterion.id);
}
