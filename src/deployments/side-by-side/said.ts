import { day } from '../../web/words.js';
import { sureness } from '../claims/claim-card.js';
import type { ClaimConfidence } from '../deployment.entity.js';

/** Who says something of a scheme: a source by a claim, its trust, or Candour's own records. */
export const SAID_BY = ['claim', 'trust', 'record'] as const;

/** One thing that is said of a scheme, and by whom. */
export interface Said {
  readonly text: string;
  readonly by: (typeof SAID_BY)[number];
  /** The claim that says it, where one does. */
  readonly claimKey: string | null;
  /** How sure that claim is: seen in a source, being checked, or inferred. */
  readonly confidence: ClaimConfidence | null;
  /** The day on which the trust said it, where it is known. */
  readonly on: string | null;
}

/** The claim that something rests on. */
export interface RestsOn {
  readonly key: string;
  readonly confidence: ClaimConfidence;
}

/** What a claim says; sources that the record as a whole rests on where none is named. */
export function byClaim(text: string, claim: RestsOn | null): Said {
  return { text, by: 'claim', claimKey: claim?.key ?? null, confidence: claim?.confidence ?? null, on: null };
}

/** What the trust says itself. */
export function byTrust(text: string, on: string | null = null): Said {
  return { text, by: 'trust', claimKey: null, confidence: null, on };
}

/** What follows from the records that Candour holds. */
export function byRecord(text: string): Said {
  return { text, by: 'record', claimKey: null, confidence: null, on: null };
}

/** Who says it, in words: a trust's word is a source like any other. */
export function whoSaysSo({ by, on, confidence }: Said): string {
  if (by === 'claim') return (confidence && sureness(confidence)?.text) ?? 'A source says so';
  if (by === 'record') return 'From the records here';
  return `Said by the trust${on === null ? '' : ` on ${day(on)}`}, checked by nobody else`;
}
