/** The three capacities in which a self-review is signed, in the order of the page. */
export const SIGNING_CAPACITIES = [
  'CALDICOTT_GUARDIAN',
  'DATA_PROTECTION_OFFICER',
  'EXECUTIVE_APPROVER',
] as const;

/** In which capacity somebody signs. Three different people sign, and none of them submits. */
export type SigningCapacity = (typeof SIGNING_CAPACITIES)[number];

/** Every way to sign. */
export const STANCES = ['attest', 'reservations', 'refuse'] as const;

/** How somebody signs. A Data Protection Officer advises and never approves; the words they see say so. */
export type Stance = (typeof STANCES)[number];

/** What a stance is called where the post is not known yet. */
export const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  attest: 'I attest it, or my advice was followed',
  reservations: 'I sign with reservations',
  refuse: 'I refuse, or advise against it',
};

/** Everything that three signatures can make of a submission. */
export const SUBMISSION_OUTCOMES = ['approved', 'with-reservations', 'with-refusal'] as const;

/** What the three signatures make of a submission. A refusal does not stop it; it stops it from being called approved. */
export type SubmissionOutcome = (typeof SUBMISSION_OUTCOMES)[number];

/** The words for what the signatures made of a submission. */
export const SUBMISSION_OUTCOME_WORDS: Readonly<Record<SubmissionOutcome, string>> = {
  approved: 'Approved by all three',
  'with-reservations': 'Signed with reservations',
  'with-refusal': 'Submitted with a refusal',
};

/** The words for each capacity: the post, and what each way to sign means there. */
export const SIGNING_WORDS: Readonly<
  Record<SigningCapacity, { readonly post: string; readonly stances: Readonly<Record<Stance, string>> }>
> = {
  CALDICOTT_GUARDIAN: {
    post: 'Caldicott Guardian',
    stances: {
      attest: 'I attest that what is said about patient information is true to my knowledge',
      reservations: 'I attest, with reservations',
      refuse: 'I refuse to attest',
    },
  },
  DATA_PROTECTION_OFFICER: {
    post: 'Data Protection Officer',
    stances: {
      attest: 'I have advised, and my advice was followed',
      reservations: 'I have advised, and have reservations',
      refuse: 'I advise against submitting this',
    },
  },
  EXECUTIVE_APPROVER: {
    post: 'Executive approver',
    stances: {
      attest: 'I attest that this is complete and true to my knowledge',
      reservations: 'I attest, with reservations',
      refuse: 'I refuse to attest',
    },
  },
};

/** What the stances of the three make of the submission. */
export function outcomeOf(stances: readonly Stance[]): SubmissionOutcome {
  if (stances.includes('refuse')) return 'with-refusal';
  return stances.includes('reservations') ? 'with-reservations' : 'approved';
}
