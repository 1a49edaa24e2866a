import { cite } from '../edition/cite.js';
import type { CriterionInForce } from '../edition/criteria-in-force.js';
import type { Edition } from '../edition/edition-schema.js';
import type { Gravity } from '../edition/gravity.js';
import { NOTHING_VERIFIED } from '../edition/verification.js';

/** A criterion as people read it: its wording, what it rests on with references only where they were seen, and its weight. */
export interface CriterionView {
  readonly code: string;
  readonly domain: string;
  readonly domainName: string;
  readonly requirement: string;
  /** True when the source does not say it in these words, so that a trust may fairly challenge it. */
  readonly inferred: boolean;
  readonly gravity: Gravity;
  /** Why a criterion that was meant to stop a scheme by itself does not on this day. */
  readonly gravityNote: string | null;
  readonly evidenceExpected: string;
  readonly sources: {
    readonly key: string;
    readonly citation: string;
    readonly inForceFrom: string;
    readonly inForceTo: string | null;
  }[];
  readonly letterConcerns: { readonly code: string; readonly text: string }[];
}

/** What to show of a criterion of this edition, as it stood on the day under review. */
export function criterionView(edition: Edition, inForce: CriterionInForce): CriterionView {
  const { criterion, sources, gravity, knockOut } = inForce;
  return {
    code: criterion.id,
    domain: criterion.domain,
    domainName: edition.domains.find(({ code }) => code === criterion.domain)?.name ?? criterion.domain,
    requirement: criterion.requirement,
    inferred: criterion.derivation === 'inferred',
    gravity,
    gravityNote: knockOut.active ? null : knockOut.because,
    evidenceExpected: criterion.evidenceExpected,
    sources: sources.map((each) => ({
      key: each.guideline,
      citation: cite(each, NOTHING_VERIFIED),
      inForceFrom: each.source.inForceFrom,
      inForceTo: each.source.inForceTo,
    })),
    letterConcerns: edition.letterConcerns.filter(({ code }) => criterion.letterConcerns.includes(code)),
  };
}
