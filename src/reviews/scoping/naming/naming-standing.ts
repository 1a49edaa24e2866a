import type { StateTag } from '../../../web/state-tag.js';
import type { AnswerToNaming } from './naming-answer.entity.js';
import type { NamingOutcome } from './naming-decision.entity.js';

/** Where it stands whether a scheme is the trust's for which it was named. */
export const NAMING_STANDINGS = ['UNANSWERED', 'OURS', 'DISPUTED', 'STANDS', 'FALLS'] as const;

/** One such place. */
export type NamingStanding = (typeof NAMING_STANDINGS)[number];

/** The words and the tone of each. */
export const NAMING_STANDING_WORDS: Readonly<Record<NamingStanding, StateTag>> = {
  UNANSWERED: { text: 'Not answered', tone: 'stop' },
  OURS: { text: 'The trust answers for it', tone: 'quiet' },
  DISPUTED: { text: 'Disputed, not decided', tone: 'attention' },
  STANDS: { text: 'Disputed, and decided that the trust answers for it', tone: 'quiet' },
  FALLS: { text: 'Disputed, and decided that it is not this trust’s', tone: 'quiet' },
};

/** Where a naming stands, by what was answered and decided. */
export function namingStanding(said: {
  readonly answer: { readonly says: AnswerToNaming } | null;
  readonly decision: { readonly outcome: NamingOutcome } | null;
}): NamingStanding {
  return said.decision?.outcome ?? (said.answer === null ? 'UNANSWERED' : said.answer.says);
}
