import type { CalendarDay } from '../../../kernel/days/calendar-day.js';
import { PartialDate } from '../../../kernel/days/partial-date.js';
import type { Issue } from '../../../kernel/refusal.js';
import { saysNothing } from '../../../kernel/words/says-nothing.js';
import {
  type ScreeningAnswers,
  SCREENING_QUESTIONS,
} from '../../screening/classification/screening-questions.js';
import { heldFromFault } from '../halts/held-from.js';
import { LIFE_CYCLE_LABELS, type LifeCycleState } from '../../life-cycle-state.js';
import { NEXT_STATES } from '../../next-states.js';
import type { StepAnswers } from './step-answers.js';

/** A step that somebody wants to record. */
export interface ProposedStep {
  readonly from: LifeCycleState;
  readonly to: LifeCycleState;
  readonly happened: PartialDate;
  readonly reason: string;
  readonly answers: StepAnswers;
}

/** What the rules of a step look at beside the step. */
export interface StepSetting {
  readonly today: CalendarDay;
  /** When the present state began, as closely as known. */
  readonly since: PartialDate | null;
  /** The newest screening; null when there is none. */
  readonly screening: ScreeningAnswers | null;
}

/**
 * What a step of the life cycle still lacks (domain/sim.md §4.3), each with the field that mends it; empty when it may
 * be recorded.
 */
export function stepFaults(step: ProposedStep, setting: StepSetting): Issue[] {
  if (!NEXT_STATES[step.from].includes(step.to)) return [notNext(step)];
  return [...dateFaults(step, setting), ...startFaults(step, setting), ...neededBy(step, setting)];
}

/** The criteria that a step puts in question by itself: a scheme that ends without step-down raises D14.2. */
export function raisedBy({ to }: Pick<ProposedStep, 'to'>): string[] {
  return to === 'DISBANDED' ? ['D14.2'] : [];
}

function notNext({ from, to }: ProposedStep): Issue {
  const text = `“${LIFE_CYCLE_LABELS[to]}” cannot follow “${LIFE_CYCLE_LABELS[from]}”.`;
  const ended = NEXT_STATES[from].length === 0;
  return {
    field: 'to',
    text: ended ? `${text} If it started again, register a new deployment and say what it follows.` : text,
  };
}

function dateFaults({ happened }: ProposedStep, { today, since }: StepSetting): Issue[] {
  if (happened.earliestDay > today)
    return [{ field: 'happened', text: 'The date of the step must be today or in the past.' }];
  if (since && happened.isCertainlyBefore(since))
    return [{ field: 'happened', text: `The date of the step must not be before ${since.toString()}.` }];
  return [];
}

/** The day of the NHS England position that SIM and similar models must no longer be used (domain/sim.md §1.6). */
const POSITION_DAY = '2023-03-10';

/** After the position of 10 March 2023 no scheme starts, or starts again, while a red line is open or not known. */
function startFaults({ to, happened }: ProposedStep, { screening }: StepSetting): Issue[] {
  if (to !== 'TRAINING' && to !== 'LIVE') return [];
  if (happened.latestDay <= POSITION_DAY) return [];
  if (screening === null)
    return [{ field: 'to', text: 'Answer the screening questions first: after 10 March 2023 they decide.' }];
  const asked = new Set(
    SCREENING_QUESTIONS.filter(({ weight }) => weight !== 'core' && weight !== 'lineage'),
  );
  const open = [...asked].filter(({ code }) => screening[code] !== 'no').map(({ code }) => code);
  if (open.length === 0) return [];
  return [
    {
      field: 'to',
      text: `After 10 March 2023 this step cannot be recorded while ${open.join(', ')} ${open.length === 1 ? 'is' : 'are'} answered Yes or “I do not know”.`,
    },
  ];
}

function neededBy({ to, answers, reason }: ProposedStep, { today }: StepSetting): Issue[] {
  if (to === 'PAUSED') return lacking(answers, PAUSE_NEEDS);
  if (to === 'HALT_ORDERED')
    return [
      ...lacking(answers, HALT_NEEDS),
      ...haltDateFaults(answers, today),
      ...(saysNothing(reason) ? [NO_REASON] : []),
    ];
  if (to === 'STEPPING_DOWN') return planFaults(answers);
  if (to === 'CLOSED') return closeFaults(answers);
  return [];
}

const PAUSE_NEEDS = { arrangement: 'Say what was arranged for the people on the caseload.' };

const HALT_NEEDS = {
  orderedBy: 'Say which post or body ordered the halt.',
  orderedOn: 'Enter the date of the order.',
  effectiveOn: 'Enter the date from which the halt holds.',
};

const CLOSE_NEEDS = {
  markersWithdrawn: 'Markers and plans must be withdrawn from every system before a scheme is closed.',
  peopleInformed: 'The people concerned must be informed before a scheme is closed.',
  flowsCeased: 'Every data flow must have ceased before a scheme is closed.',
  vendorDataReturned: 'Data held by a supplier must be returned before a scheme is closed.',
};

function lacking(answers: StepAnswers, needs: Readonly<Record<string, string>>): Issue[] {
  const given = new Map<string, unknown>(Object.entries(answers));
  return Object.entries(needs)
    .filter(([field]) => (given.get(field) ?? '') === '')
    .map(([field, text]) => ({ field, text }));
}

const NO_REASON = { field: 'reason', text: 'This says nothing. Say in a sentence why it must halt.' };

function haltDateFaults({ orderedOn, effectiveOn }: StepAnswers, today: CalendarDay): Issue[] {
  if (orderedOn && orderedOn > today)
    return [{ field: 'orderedOn', text: 'The date of the order must be today or in the past.' }];
  if (!orderedOn || !effectiveOn) return [];
  const text = heldFromFault({ orderedOn, effectiveOn });
  return text === null ? [] : [{ field: 'effectiveOn', text }];
}

function planFaults({ openCases, everyCaseHasPlan }: StepAnswers): Issue[] {
  if (openCases === undefined)
    return [{ field: 'openCases', text: 'Say how many cases are open, as a band.' }];
  if (openCases === '0' || everyCaseHasPlan === true) return [];
  return [
    { field: 'everyCaseHasPlan', text: 'Each open case needs a plan before a scheme is stepped down.' },
  ];
}

function closeFaults(answers: StepAnswers): Issue[] {
  const given = new Map<string, unknown>(Object.entries(answers));
  return Object.entries(CLOSE_NEEDS)
    .filter(([field]) => given.get(field) !== 'yes' && given.get(field) !== 'none-held')
    .map(([field, text]) => ({ field, text }));
}
