import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { FirstPromises, PublicFacts } from './review-dates.js';
import type { StateTag } from '../../web/state-tag.js';

/** Everything that can have become of a promise to publish. */
export const PUBLICITIES = [
  'PROMISED',
  'DUE_NOT_PUBLISHED',
  'PUBLISHED',
  'SETTLED_AGAIN',
  'WITHDRAWN',
  'REFUSED',
  'VOIDED',
] as const;

/** What became of the promise to publish. Silence stands for itself: due and not published is one like any other. */
export type Publicity = (typeof PUBLICITIES)[number];

/** The facts from which it follows. */
export type PublicityFacts = Readonly<PublicFacts & Pick<FirstPromises, 'firstPublicationDate'>>;

/** The words and the tone of each, as everyone reads it. */
export const PUBLICITY_WORDS: Readonly<Record<Publicity, StateTag>> = {
  PROMISED: { text: 'Promised', tone: 'waiting' },
  DUE_NOT_PUBLISHED: { text: 'Due, not published', tone: 'stop' },
  PUBLISHED: { text: 'Published', tone: 'good' },
  SETTLED_AGAIN: { text: 'Published, and being settled again', tone: 'attention' },
  WITHDRAWN: { text: 'Withdrawn', tone: 'stop' },
  REFUSED: { text: 'Publication refused', tone: 'stop' },
  VOIDED: { text: 'Voided with its round', tone: 'quiet' },
};

/** What became of a promise by a day. It is counted from the first promise: a day that moved hides nothing. */
export function publicity(facts: PublicityFacts, today: CalendarDay): Publicity {
  if (facts.voidedOn !== null) return 'VOIDED';
  if (facts.withdrawn === true) return 'WITHDRAWN';
  if (facts.releasedOn !== null) return facts.setAsideOn === null ? 'PUBLISHED' : 'SETTLED_AGAIN';
  if (facts.refusedOn !== null) return 'REFUSED';
  return today > facts.firstPublicationDate ? 'DUE_NOT_PUBLISHED' : 'PROMISED';
}
