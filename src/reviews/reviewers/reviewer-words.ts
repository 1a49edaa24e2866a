import type { ReviewerCapacity } from './assignment.entity.js';
import type { Clearance } from './reviewers.queries.js';

/** The words for each part that a person can take in a review. */
export const REVIEWER_CAPACITY_WORDS: Readonly<Record<ReviewerCapacity, string>> = {
  reviewer: 'Reviewer',
  'lived-experience': 'Lived-experience reviewer',
  lead: 'Lead reviewer',
};

/** The words and the tone for where a declaration of interests stands. */
export const CLEARANCE_WORDS: Readonly<Record<Clearance, { readonly label: string; readonly tone: string }>> =
  {
    undeclared: { label: 'Declare interests', tone: 'attention' },
    undecided: { label: 'Waiting for a decision', tone: 'waiting' },
    clear: { label: 'Open to you', tone: 'good' },
    excluded: { label: 'You do not take part', tone: 'quiet' },
  };
