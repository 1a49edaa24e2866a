import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { OutOfTurn } from '../../kernel/refusal.js';
import type { ComplaintClassCode } from './complaint-class.js';
import { clockOf, type ComplaintClock } from './clock-of.js';
import type { ReferralStepCode } from './referral-step.js';

/** One step as it was noted: what happened, on which day, and until when for an extension. */
export interface NotedStep {
  readonly step: ReferralStepCode;
  readonly day: CalendarDay;
  readonly until: CalendarDay | null;
}

/** How far something that was passed on has come, as its steps say. */
export const REFERRAL_STATES = ['sent', 'received', 'acknowledged', 'answered', 'closed'] as const;

/** How something that was passed on stands on a day. */
export interface ReferralStanding extends ComplaintClock {
  readonly state: (typeof REFERRAL_STATES)[number];
  readonly acknowledgedOn: CalendarDay | null;
  /** Acknowledged after the last day for it, or not yet although that day has passed. */
  readonly acknowledgedLate: boolean;
  /** Not answered although the last day for it has passed. */
  readonly overdue: boolean;
}

/**
 * Works out how a referral stands from its steps. Its clock runs from the day the receiving body received it
 * (SI 2009/309 reg 6(5)), and until it is known that it did, from the day it was sent.
 */
export function standingOf(
  { kind, sentOn }: { readonly kind: ComplaintClassCode; readonly sentOn: CalendarDay },
  steps: readonly NotedStep[],
  today: CalendarDay,
): ReferralStanding {
  const first = (step: ReferralStepCode): CalendarDay | null => firstDay(steps, step);
  const clock = clockOf(kind, first('received') ?? sentOn);
  const answerBy = extended(steps) ?? clock.answerBy;
  const acknowledgedOn = first('acknowledged');
  const over = first('answered') ?? first('closed') ?? first('returned');
  return {
    acknowledgeBy: clock.acknowledgeBy,
    answerBy,
    state: stateOf(steps),
    acknowledgedOn,
    acknowledgedLate: clock.acknowledgeBy !== null && (acknowledgedOn ?? over ?? today) > clock.acknowledgeBy,
    overdue: answerBy !== null && over === null && today > answerBy,
  };
}

/**
 * Refuses a step that cannot be: after the end, before it was sent, or an extension that was not agreed before the
 * time was over (SI 2009/309 reg 14(3)).
 */
export function mustFit(
  { sentOn, standing }: { readonly sentOn: CalendarDay; readonly standing: ReferralStanding },
  { step, day, until }: NotedStep,
): void {
  if (standing.state === 'closed') throw new OutOfTurn('Nothing more is expected of this; it is closed.');
  if (day < sentOn) throw new OutOfTurn('This cannot have happened before it was sent.');
  if (step !== 'extended') return;
  if (until === null || until <= day) throw new OutOfTurn('Say until when the longer time was agreed.');
  if (standing.answerBy === null) throw new OutOfTurn('No law sets a time that could be made longer here.');
  if (day > standing.answerBy)
    throw new OutOfTurn(
      'A longer time is agreed before the time is over. Note that the body wrote why it is late.',
    );
}

function firstDay(steps: readonly NotedStep[], wanted: ReferralStepCode): CalendarDay | null {
  return steps.flatMap(({ step, day }) => (step === wanted ? [day] : [])).sort()[0] ?? null;
}

function extended(steps: readonly NotedStep[]): CalendarDay | null {
  const untils = steps.flatMap(({ step, until }) => (step === 'extended' && until !== null ? [until] : []));
  return untils.sort().at(-1) ?? null;
}

function stateOf(steps: readonly NotedStep[]): ReferralStanding['state'] {
  const taken = new Set(steps.map(({ step }) => step));
  if (taken.has('closed') || taken.has('returned')) return 'closed';
  if (taken.has('answered')) return 'answered';
  if (taken.has('acknowledged')) return 'acknowledged';
  return taken.has('received') ? 'received' : 'sent';
}
