/** What can happen to something that was passed on, as handlers note it. */
export const REFERRAL_STEPS = {
  received: 'The body received it',
  acknowledged: 'The body acknowledged it',
  'discussion-offered': 'The body offered to discuss how it is handled',
  extended: 'The person and the body agreed a longer time',
  'written-late': 'The body wrote why it is late',
  answered: 'The body answered',
  returned: 'The body sent it back',
  closed: 'Nothing more is expected',
} as const satisfies Record<string, string>;

/** The code of a step. */
export type ReferralStepCode = keyof typeof REFERRAL_STEPS;

/** Every step, in the order in which they usually come. */
export const REFERRAL_STEP_CODES = Object.keys(REFERRAL_STEPS).filter(isReferralStep);

/** True when the text is the code of a step. */
function isReferralStep(text: string): text is ReferralStepCode {
  return Object.hasOwn(REFERRAL_STEPS, text);
}

/** What the receiving body found (KO41a, SCCI2125): its words, never Candour's own finding. */
export const OUTCOMES = {
  upheld: 'Upheld',
  'partially-upheld': 'Partially upheld',
  'not-upheld': 'Not upheld',
  other: 'Another outcome',
} as const satisfies Record<string, string>;

/** The code of an outcome. */
export type OutcomeCode = keyof typeof OUTCOMES;

/** Every outcome, in the order handlers meet them. */
export const OUTCOME_CODES = Object.keys(OUTCOMES).filter(isOutcome);

/** True when the text is the code of an outcome. */
function isOutcome(text: string): text is OutcomeCode {
  return Object.hasOwn(OUTCOMES, text);
}
