import type { Clearance } from '../../review-method/panel/panel-member.js';

/** The words and the tone for where a declaration of interests stands. */
export const CLEARANCE_WORDS: Readonly<Record<Clearance, { readonly label: string; readonly tone: string }>> =
  {
    undeclared: { label: 'Declare interests', tone: 'attention' },
    undecided: { label: 'Waiting for a decision', tone: 'waiting' },
    clear: { label: 'Open to you', tone: 'good' },
    excluded: { label: 'You do not take part', tone: 'quiet' },
  };
