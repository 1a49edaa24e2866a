import type { CalendarDay } from '../../kernel/days/calendar-day.js';

/** Every way a promised publication can stand. */
export const PUBLICATION_STANDINGS = [
  'PUBLISHED',
  'WITHDRAWN',
  'REFUSED',
  'DUE_NOT_PUBLISHED',
  'NOT_ACKNOWLEDGED',
  'NOT_ANSWERED',
  'PROMISED',
] as const;

/** How a promised publication stands. Silence stands for itself: due and not published is a state like any other. */
export type PublicationStanding = (typeof PUBLICATION_STANDINGS)[number];

/** The facts from which the standing follows. */
export interface PublicationFacts {
  /** The day the round promised. */
  readonly promisedOn: CalendarDay;
  readonly selfReviewDue: CalendarDay;
  readonly acknowledgedOn: CalendarDay | null;
  readonly submittedOn: CalendarDay | null;
  /** The newest release, and whether it was withdrawn; null before the first. */
  readonly newest: { readonly withdrawn: boolean } | null;
  readonly refusedOn: CalendarDay | null;
}

/** The words and the tone of each standing, as everyone reads it. */
export const STANDING_WORDS: Readonly<
  Record<
    PublicationStanding,
    { readonly text: string; readonly tone: 'good' | 'stop' | 'attention' | 'waiting' }
  >
> = {
  PUBLISHED: { text: 'Published', tone: 'good' },
  WITHDRAWN: { text: 'Withdrawn', tone: 'stop' },
  REFUSED: { text: 'Publication refused', tone: 'stop' },
  DUE_NOT_PUBLISHED: { text: 'Due, not published', tone: 'stop' },
  NOT_ACKNOWLEDGED: { text: 'Not acknowledged by the trust', tone: 'attention' },
  NOT_ANSWERED: { text: 'Not answered by the trust', tone: 'attention' },
  PROMISED: { text: 'Promised', tone: 'waiting' },
};

/** How a publication stands on a day. It is never stored, so it can never hide that a date has passed. */
export function publicationStanding(facts: PublicationFacts, today: CalendarDay): PublicationStanding {
  if (facts.newest !== null) return facts.newest.withdrawn ? 'WITHDRAWN' : 'PUBLISHED';
  if (facts.refusedOn !== null) return 'REFUSED';
  if (today > facts.promisedOn) return 'DUE_NOT_PUBLISHED';
  if (facts.submittedOn !== null || today <= facts.selfReviewDue) return 'PROMISED';
  return facts.acknowledgedOn === null ? 'NOT_ACKNOWLEDGED' : 'NOT_ANSWERED';
}
