import type { Classification } from './classify.js';

/** What each class is called on pages, and what follows from it. */
export const CLASS_WORDS: Readonly<
  Record<Classification, { readonly label: string; readonly tone: string; readonly meaning: string }>
> = {
  SIM_LIKE: {
    label: 'SIM-like',
    tone: 'stop',
    meaning:
      'At least one practice that the NHS England position of 10 March 2023 says must be eradicated was answered Yes. It is within the review, and that red line is open.',
  },
  SIM_LINEAGE: {
    label: 'SIM lineage',
    tone: 'attention',
    meaning:
      'It came from SIM, or shares staff, caseload or protocols with a scheme that did. It is within the review.',
  },
  POSSIBLE_SIM_LIKE: {
    label: 'Possibly SIM-like',
    tone: 'attention',
    meaning: 'A reviewer decides whether it is within the review, and says why.',
  },
  OTHER_JOINT_WORK: {
    label: 'Other joint work',
    tone: 'quiet',
    meaning: 'It is registered, and not scored.',
  },
};
