import { wordsOf } from '../../kernel/words/words-of.js';

/** What claims are about, in the order in which a reader needs it, with the heading each gets. */
export const TOPIC_HEADINGS = {
  POSITION: 'What organisations say of it',
  STATE: 'Whether it runs',
  START: 'Start',
  END: 'End',
  ALIAS: 'Names',
  LINEAGE: 'Where it came from, and what followed',
  TEAM: 'The team',
  MEMBERSHIP: 'Membership of a network',
  ENDORSEMENT: 'Endorsements',
  FUNDING: 'Money',
  SELECTION: 'How people are selected',
  ACTIVITY: 'Activity',
  OUTCOME: 'Outcomes claimed',
  HARM: 'Harm',
  COST: 'Costs claimed',
  CO_PRODUCTION: 'Co-production',
  REVIEW: 'Reviews',
  TRANSPARENCY: 'Openness',
  SPREAD: 'Spread',
} as const;

/** What a claim is about. */
export type ClaimTopic = keyof typeof TOPIC_HEADINGS;

/** Everything that a claim may be about, in the order in which a reader needs it. */
export const CLAIM_TOPICS = wordsOf(TOPIC_HEADINGS);
