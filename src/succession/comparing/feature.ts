import { wordsOf } from '../../kernel/words/words-of.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';

/** What two schemes may share, with the words a reader sees. */
export const FEATURE_SORTS = {
  NAME: 'A name that goes on',
  TRUST: 'The same trust',
  AREA: 'The same area',
  POLICE: 'The same police force',
  AMBULANCE: 'The same ambulance service',
  VOLUNTARY: 'The same voluntary organisation',
  AGENCY: 'The same other agency',
  POST: 'The same post of the same agency',
  HUB: 'The same hub or place of the team',
  FUNDER: 'The same funder, commissioner or body that decided to pay',
  NETWORK: 'The same trainer, supplier or innovation network',
} as const;

/** The code of something that two schemes may share. */
export type FeatureSort = keyof typeof FEATURE_SORTS;

/** Every code of something that two schemes may share. */
export const FEATURE_SORT_CODES = wordsOf(FEATURE_SORTS);

/** One thing that a record of a scheme says, or said in public, and that another scheme may share. */
export interface NotedFeature {
  readonly sort: FeatureSort;
  /** What is compared: the id of an organisation, or words without signs and capitals. */
  readonly value: string;
  /** What a reader is told. */
  readonly words: string;
  /** The kind of the record that says it: `deployment-agency`. */
  readonly saidIn: string;
  /** The claim that it rests on; null where a trust says it, or the record itself. */
  readonly claimKey: string | null;
  /** The day on which it became public. */
  readonly notedOn: CalendarDay;
  /** Since when it is not said any more: withdrawn, or renamed; null while it stands. */
  readonly goneOn: CalendarDay | null;
}

/**
 * What a feature counts as: two of different sorts make a suggestion. Trust and area are where a scheme is, and count as
 * one; a trainer or network of many schemes counts as nothing. The database counts alike (migration 0211).
 */
export function countsAs(sort: FeatureSort): string | null {
  if (sort === 'NETWORK') return null;
  return sort === 'TRUST' || sort === 'AREA' ? 'WHERE' : sort;
}
