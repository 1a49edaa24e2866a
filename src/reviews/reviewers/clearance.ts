/** Where somebody can stand with their declaration of interests. */
export const CLEARANCES = ['undeclared', 'undecided', 'clear', 'excluded'] as const;

/** Where one person stands. */
export type Clearance = (typeof CLEARANCES)[number];

/** The words and the tone for where a declaration of interests stands. */
export const CLEARANCE_WORDS: Readonly<Record<Clearance, { readonly label: string; readonly tone: string }>> =
  {
    undeclared: { label: 'Declare interests', tone: 'attention' },
    undecided: { label: 'Waiting for a decision', tone: 'waiting' },
    clear: { label: 'Open to you', tone: 'good' },
    excluded: { label: 'You do not take part', tone: 'quiet' },
  };
