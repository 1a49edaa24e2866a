import { addMonths, type CalendarDay } from '../../kernel/days/calendar-day.js';
import { wordsOf } from '../../kernel/words/words-of.js';
import type { FactKind, KnownFact, KnownStanding } from './known-standing.js';

/**
 * What each reason says: a clause that follows “because”. PostgreSQL says the same, and a test holds the two together.
 */
export const INDEPENDENCE_WORDS = {
  ACTS_FOR_TRUST: 'the person holds a role in the trust under review',
  ACTED_FOR_TRUST:
    'the person held a role in the trust under review in the 5 years before, and it is not declared and decided',
  ACTS_FOR_PARTNER: 'the person holds a role in an agency that takes part in the scheme under review',
  ACTED_FOR_PARTNER:
    'the person held a role in an agency that takes part in the scheme in the 5 years before, and it is not declared and decided',
  SPEAKS_FOR_GROUP: 'the person holds a role in a user-led group that speaks in this review',
  SPOKE_FOR_GROUP:
    'the person held a role in a user-led group that speaks in this review in the 5 years before, and it is not declared and decided',
  AUDITS: 'auditors read what reviewers must not see, and the person is or was one while this review runs',
  SIGNED: 'the person signed a self-review of the trust under review',
  SUBMITTED: 'the person submitted a self-review of the trust under review',
  ANSWERED: 'the person answered a self-review of the trust under review',
  OFFERED: 'the person offered evidence for the trust under review',
  FLOW: 'the person submitted or signed a data flow of the trust under review',
  NIL_RETURN: 'the person signed a nil return of the trust under review',
  INFORMED: 'the person answered for the trust under review what a review asked it',
  PARTNER_RETURN: 'the person signed the return of an agency about the scheme under review',
  REPLIED: 'the person replied to findings in this review',
  STATED: 'the person sent the statement of a user-led group into this review',
  NOT_OUTSIDE:
    'the person is named as from outside NHS England, and has had a role in it or in a body that took over from it in the last 5 years',
  DECLARED_ELSEWHERE:
    'in another review of this trust or scheme the person declared an interest that is not declared and decided here',
  EXCLUDED_ELSEWHERE:
    'in another review of this trust or scheme the person was excluded for a conflict, which was not declared and decided here since',
} as const;

/** Why somebody is not independent in a review. */
export type IndependenceCode = keyof typeof INDEPENDENCE_WORDS;

/** Every such reason by its code. */
export const INDEPENDENCE_CODES = wordsOf(INDEPENDENCE_WORDS);

/** One reason for which somebody is not independent in a review, and since when. */
export interface IndependenceFault {
  readonly code: IndependenceCode;
  readonly words: string;
  readonly since: CalendarDay;
  /** The question to be answered with yes before somebody else decides; null where nobody can let the person continue. */
  readonly toDeclare: string | null;
}

/** One such reason that the person is to declare. */
export interface FaultToDeclare extends IndependenceFault {
  readonly toDeclare: string;
}

const YEARS = 5;

/** What somebody did is of a day, and never undone by leaving. */
const ACTS: Readonly<Partial<Record<FactKind, IndependenceCode>>> = {
  signed: 'SIGNED',
  submitted: 'SUBMITTED',
  answered: 'ANSWERED',
  offered: 'OFFERED',
  flow: 'FLOW',
  'nil-return': 'NIL_RETURN',
  informed: 'INFORMED',
  'partner-return': 'PARTNER_RETURN',
  replied: 'REPLIED',
  stated: 'STATED',
};

interface RoleCodes {
  readonly held: IndependenceCode;
  readonly before: IndependenceCode;
  readonly question: string;
}

const ROLES: Readonly<Partial<Record<FactKind, RoleCodes>>> = {
  'trust-role': { held: 'ACTS_FOR_TRUST', before: 'ACTED_FOR_TRUST', question: 'EMPLOYED' },
  'partner-role': { held: 'ACTS_FOR_PARTNER', before: 'ACTED_FOR_PARTNER', question: 'EMPLOYED' },
  'group-role': { held: 'SPEAKS_FOR_GROUP', before: 'SPOKE_FOR_GROUP', question: 'OTHER' },
};

type Found = Pick<IndependenceFault, 'code' | 'toDeclare'>;

/**
 * Everything the system knows that keeps a person from being independent in a review: each reason once, since the first
 * day it is known for, in the order of their codes. PostgreSQL judges the same facts in `reviews.faults_in`.
 */
export function independenceFaults(standing: KnownStanding): readonly IndependenceFault[] {
  const found = new Map<string, IndependenceFault>();
  for (const fact of standing.facts) {
    if (beganAfter(fact, standing.endedOn)) continue;
    const fault = faultIn(fact, standing);
    if (fault === null) continue;
    const key = `${fault.code} ${fault.toDeclare ?? ''}`;
    const since = [found.get(key)?.since ?? fact.since, fact.since].sort()[0] ?? fact.since;
    found.set(key, { ...fault, words: INDEPENDENCE_WORDS[fault.code], since });
  }
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, fault]) => fault);
}

/** What is known of the person and must be declared in the review before somebody else can decide about it. */
export function faultsToDeclare(standing: KnownStanding): readonly FaultToDeclare[] {
  return independenceFaults({ ...standing, mayContinue: true }).flatMap(({ toDeclare, ...fault }) =>
    toDeclare === null ? [] : [{ ...fault, toDeclare }],
  );
}

/** A conflict for which somebody was excluded was there before it was found, and so before they left. */
function beganAfter({ kind, since }: KnownFact, ended: CalendarDay | null): boolean {
  return ended !== null && since >= ended && kind !== 'excluded';
}

function faultIn(fact: KnownFact, standing: KnownStanding): Found | null {
  const { kind, question } = fact;
  const act = ACTS[kind];
  if (act !== undefined) return { code: act, toDeclare: null };
  const role = ROLES[kind];
  if (role !== undefined) return ofRole(fact, role, standing);
  if (kind === 'auditor-role')
    return endedBy(fact, standing.reviewStartedOn) ? null : { code: 'AUDITS', toDeclare: null };
  if (kind === 'nhs-england-role')
    return standing.outsideNhsEngland && !endedBy(fact, yearsBefore(standing.assignedOn))
      ? { code: 'NOT_OUTSIDE', toDeclare: null }
      : null;
  if (kind === 'excluded') return ofExclusion(fact, standing);
  return undecided('DECLARED_ELSEWHERE', question ?? 'OTHER', standing);
}

/** What was declared here before the exclusion cannot have been about it. */
function ofExclusion({ since }: KnownFact, standing: KnownStanding): Found | null {
  const { declaredOn } = standing;
  const saidSince = declaredOn !== null && declaredOn >= since;
  const mayContinue = saidSince && standing.mayContinue;
  return undecided('EXCLUDED_ELSEWHERE', 'OTHER', { ...standing, mayContinue });
}

function ofRole(
  fact: KnownFact,
  { held, before, question }: RoleCodes,
  standing: KnownStanding,
): Found | null {
  if (!endedBy(fact, standing.assignedOn)) return { code: held, toDeclare: null };
  return endedBy(fact, yearsBefore(standing.assignedOn)) ? null : undecided(before, question, standing);
}

function undecided(
  code: IndependenceCode,
  question: string,
  { declared, mayContinue }: KnownStanding,
): Found | null {
  return mayContinue && declared?.includes(question) === true ? null : { code, toDeclare: question };
}

function endedBy({ until }: KnownFact, day: CalendarDay): boolean {
  return until !== null && until <= day;
}

function yearsBefore(day: CalendarDay): CalendarDay {
  return addMonths(day, -12 * YEARS).day;
}
