import type { SourceRef } from './sources.js';

/**
 * The law, code or policy behind a rule. Confidence A: seen in the source that `refs` names, which docs/sources.md lists as
 * opened, or Candour's own policy, which cites none. Confidence B: general knowledge that someone still has to verify; it is shown as "reference being checked".
 */
export interface Citation {
  readonly text: string;
  readonly refs: readonly SourceRef[];
  readonly confidence: 'A' | 'B';
}

/** A citation seen in sources that somebody opened. */
export function seenIn(text: string, ...refs: [SourceRef, ...SourceRef[]]): Citation {
  return { text, refs, confidence: 'A' };
}

/** A citation from general knowledge, still to be verified. */
export function beingChecked(text: string): Citation {
  return { text, refs: [], confidence: 'B' };
}

/** What a rule cites that stands on nothing but Candour's own policy, so that there is no reference to check. */
export function platformPolicy(): Citation {
  return { text: 'Platform policy', refs: [], confidence: 'A' };
}

/** What NHS England said on 10 March 2023 of SIM and similar models. */
export function positionOf2023(): Citation {
  return seenIn('NHS England position on Serenity Integrated Mentoring and similar models', 'S18');
}

/** A citation as people read it: the text, its sources, and whether it is still being checked. */
export function citationLine(citation: Citation): string {
  const refs = citation.refs.length > 0 ? ` [${citation.refs.join(', ')}]` : '';
  return `${citation.text}${refs}${citation.confidence === 'B' ? ' (reference being checked)' : ''}`;
}
