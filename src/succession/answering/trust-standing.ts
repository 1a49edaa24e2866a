import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import type { SuccessionAnswer } from './succession-answer.entity.js';

/** Where a trust stands that is asked whether one scheme follows another. */
export const TRUST_STANDINGS = {
  CONFIRMED: 'Confirmed by the trust',
  DENIED: 'Denied by the trust',
  OPEN_AGAIN: 'Asked again',
  NOT_ANSWERED: 'Not answered',
  NOT_ASKED: 'Not asked',
} as const;

/** An answer as it is read. */
export type GivenAnswer = Omit<SuccessionAnswer, 'revision'>;

/** The trust of one of two schemes, and whether somebody of it records there. */
export interface TrustOfPair {
  readonly id: Uuid;
  readonly key: string;
  readonly name: string;
  readonly recordsHere: boolean;
}

/** What one trust said, or since when it was asked and did not. */
export interface TrustStanding {
  readonly trust: TrustOfPair;
  readonly standing: keyof typeof TRUST_STANDINGS;
  /** Since when it was asked, or since when more is shared; null where it was not asked. */
  readonly since: CalendarDay | null;
  /** Everything it answered, the newest first. */
  readonly answers: readonly GivenAnswer[];
  /** What is shared now and was not when it answered. */
  readonly notAnsweredTo: readonly string[];
}

/** What the trusts were asked about: what is shared, since when each, and since when enough. */
export interface AskedAbout {
  readonly shared: readonly { readonly key: string; readonly since: CalendarDay }[];
  readonly since: CalendarDay | null;
}

/** Where each trust stands. An answer that it does not follow holds for what was shared then: what is shared after it asks again. */
export function standingsOf(
  trusts: readonly TrustOfPair[],
  answers: readonly GivenAnswer[],
  asked: AskedAbout,
): readonly TrustStanding[] {
  return trusts.map((trust) => {
    const own = answers.filter(({ organisationId }) => organisationId === trust.id).sort(newestFirst);
    const [newest] = own;
    const told = { trust, answers: own, notAnsweredTo: [] };
    if (!newest)
      return trust.recordsHere
        ? { ...told, standing: 'NOT_ANSWERED', since: asked.since }
        : { ...told, standing: 'NOT_ASKED', since: null };
    if (newest.says === 'FOLLOWS') return { ...told, standing: 'CONFIRMED', since: newest.answeredOn };
    const added = asked.shared.filter(({ key }) => !newest.features.includes(key));
    if (added.length === 0) return { ...told, standing: 'DENIED', since: newest.answeredOn };
    const since = added.map((one) => one.since).sort()[0] ?? null;
    return { ...told, standing: 'OPEN_AGAIN', since, notAnsweredTo: added.map(({ key }) => key) };
  });
}

function newestFirst(one: GivenAnswer, other: GivenAnswer): number {
  return other.id.localeCompare(one.id);
}
