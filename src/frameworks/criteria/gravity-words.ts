import type { Gravity } from '../edition/gravity.js';

/** What readers see of a criterion's weight: a label and its tone; nothing for an ordinary one. */
export const GRAVITY_WORDS: Readonly<
  Record<Gravity, { readonly label: string; readonly tone: string; readonly meaning: string } | null>
> = {
  RED_LINE: {
    label: 'Red line',
    tone: 'stop',
    meaning:
      'One of the three elements that NHS England said on 10 March 2023 must be eradicated. A score of 0 or 1 means that the scheme must cease, whatever its other scores.',
  },
  KNOCK_OUT: {
    label: 'Stops a scheme by itself',
    tone: 'stop',
    meaning: 'A score of 0 or 1 is a serious concern, whatever the other scores.',
  },
  STATUTORY: {
    label: 'Duty in law',
    tone: 'attention',
    meaning: 'A score of 0 is a serious concern: the record does not show that a duty in law was met.',
  },
  ORDINARY: null,
};
