import type { LifeCycleState } from '../../life-cycle-state.js';

/** How many people a step is about, never more exactly than this: small numbers can tell who somebody is. */
export const COUNT_BANDS = ['0', '1-4', '5-9', '10+'] as const;

/** A band that stands for a number of people. */
export type CountBand = (typeof COUNT_BANDS)[number];

/** The bands as people read them. */
export const COUNT_BAND_WORDS: Readonly<Record<CountBand, string>> = {
  '0': 'None',
  '1-4': '1 to 4',
  '5-9': '5 to 9',
  '10+': '10 or more',
};

/** Whether something that closing a scheme needs was done; `none-held` where there was nothing to do it with. */
export const DONE_ANSWERS = ['yes', 'no', 'none-held'] as const;

/** One answer to whether something was done. */
export type DoneAnswer = (typeof DONE_ANSWERS)[number];

/** The answers as people read them. */
export const DONE_ANSWER_WORDS: Readonly<Record<DoneAnswer, string>> = {
  yes: 'Yes',
  no: 'No',
  'none-held': 'There was nothing to do',
};

/** What a step may need, as it was answered; a step that does not need something leaves it out. */
export interface StepAnswers {
  /** Pausing: what was arranged for the people on the caseload. */
  readonly arrangement?: string | undefined;
  /** Halting: the post or body that ordered it. */
  readonly orderedBy?: string | undefined;
  readonly orderedOn?: string | undefined;
  readonly effectiveOn?: string | undefined;
  /** Stepping down: how many cases are open, and whether each has a plan. */
  readonly openCases?: CountBand | undefined;
  readonly everyCaseHasPlan?: boolean | undefined;
  /** Closing: each must be done, or have nothing to be done with. */
  readonly markersWithdrawn?: DoneAnswer | undefined;
  readonly peopleInformed?: DoneAnswer | undefined;
  readonly flowsCeased?: DoneAnswer | undefined;
  readonly vendorDataReturned?: DoneAnswer | undefined;
}

/** A step in the life of a scheme, as its trust records it. */
export interface StepInput {
  readonly to: LifeCycleState;
  /** When it happened, as closely as known. */
  readonly happened: string;
  readonly reason: string;
  readonly answers: StepAnswers;
}
