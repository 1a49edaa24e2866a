import { daysBetween, type CalendarDay } from '../../../kernel/days/calendar-day.js';
import type { Halt } from '../steps/halt.entity.js';
import type { HaltStep } from './halt-step.entity.js';

/** Every state of an order to halt, the most pressing first. */
export const HALT_STATES = [
  'NOT_IN_EFFECT',
  'OVERDUE',
  'NOT_ACKNOWLEDGED',
  'STOPPED_UNCHECKED',
  'ACKNOWLEDGED',
  'NOT_YET_DUE',
  'IN_EFFECT',
  'LIFTED',
] as const;

/** Where an order to halt stands. */
export type HaltState = (typeof HALT_STATES)[number];

/** What of an order decides where it stands. */
type OrderToHalt = Pick<Halt, 'effectiveOn' | 'outside'>;

/** What of a step decides where its order stands. */
export type StepAboutHalt = Pick<HaltStep, 'kind' | 'side' | 'finding'>;

/** Where an order stands on a day, and for how many days its day has passed without anybody finding it in effect. */
export interface StandingOfHalt<Step extends StepAboutHalt = StepAboutHalt> {
  readonly state: HaltState;
  readonly overdueBy: number;
  /** The check that counts; null where none found anything. */
  readonly check: Step | null;
}

/**
 * Where an order to halt stands on a day, from the order and the steps about it in their turn. Its day has passed from the
 * day after; what the trust only says does not put it into effect, and its own check does not outweigh one from outside
 * that found it not in effect. Nothing but a lift by whoever ordered it ends it. A trust knows of its own order.
 */
export function standingOfHalt<Step extends StepAboutHalt>(
  { effectiveOn, outside }: OrderToHalt,
  steps: readonly Step[],
  today: CalendarDay,
): StandingOfHalt<Step> {
  const check = checkThatCounts(steps);
  const did = (kind: HaltStep['kind']): boolean => steps.some((step) => step.kind === kind);
  const late = Math.max(0, daysBetween(effectiveOn, today));
  if (did('lifted')) return { state: 'LIFTED', overdueBy: 0, check };
  if (check?.finding === 'in-effect') return { state: 'IN_EFFECT', overdueBy: 0, check };
  if (check !== null) return { state: 'NOT_IN_EFFECT', overdueBy: late, check };
  if (late > 0) return { state: 'OVERDUE', overdueBy: late, check };
  if (did('stopped')) return { state: 'STOPPED_UNCHECKED', overdueBy: 0, check };
  if (did('acknowledged') || did('stepped-down')) return { state: 'ACKNOWLEDGED', overdueBy: 0, check };
  if (today < effectiveOn) return { state: 'NOT_YET_DUE', overdueBy: 0, check };
  return { state: outside === null ? 'ACKNOWLEDGED' : 'NOT_ACKNOWLEDGED', overdueBy: 0, check };
}

/** The last check from outside the trust that found something; null where none did. */
export function lastFromOutside<Step extends StepAboutHalt>(steps: readonly Step[]): Step | null {
  return telling(steps).findLast(({ side }) => side !== 'TRUST') ?? null;
}

function checkThatCounts<Step extends StepAboutHalt>(steps: readonly Step[]): Step | null {
  const outside = lastFromOutside(steps);
  return outside?.finding === 'not-in-effect' ? outside : (telling(steps).at(-1) ?? null);
}

function telling<Step extends StepAboutHalt>(steps: readonly Step[]): readonly Step[] {
  return steps.filter(({ finding }) => finding === 'in-effect' || finding === 'not-in-effect');
}
