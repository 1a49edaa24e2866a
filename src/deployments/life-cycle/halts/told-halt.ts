import type { CalendarDay } from '../../../kernel/days/calendar-day.js';
import { LIFE_CYCLE_LABELS, type LifeCycleState } from '../../life-cycle-state.js';
import { standingOfHalt, type HaltState } from './halt-state.js';
import type { HaltView } from './halt-view.js';
import { haltStateInWords, heldFromInWords, ordererInWords, stepInWords } from './halt-words.js';

/** An order to halt with where it stands on a day. */
export interface StandingHalt extends HaltView {
  readonly state: HaltState;
  readonly overdueBy: number;
  readonly stateInWords: string;
}

/** The order with where it stands on a day. */
export function haltWithState<View extends HaltView>(halt: View, today: CalendarDay): View & StandingHalt {
  const standing = standingOfHalt(halt, halt.steps, today);
  const { state, overdueBy } = standing;
  return { ...halt, state, overdueBy, stateInWords: haltStateInWords(standing).text };
}

/** An order to halt as pages show it on a day: what was ordered, what was shown since, and what nobody has answered. */
export function toldHalt<View extends HaltView>(halt: View, today: CalendarDay) {
  const standing = standingOfHalt(halt, halt.steps, today);
  return {
    ...halt,
    state: haltStateInWords(standing),
    stands: standing.state !== 'LIFTED',
    orderer: ordererInWords(halt),
    heldFrom: heldFromInWords(halt),
    whatMustStop: halt.scope ?? 'The whole scheme',
    recordedLater: halt.recordedOn !== null && halt.recordedOn > halt.orderedOn ? halt.recordedOn : null,
    told: halt.steps.map(stepInWords),
    unanswered: unansweredOf(halt),
  };
}

/** What the page of a scheme says where orders stand and its trust says otherwise; null where it does not. */
export function ordersAgainstState(
  halts: readonly HaltView[],
  { stateCode }: { readonly stateCode: LifeCycleState },
): string | null {
  const stand = halts.some(({ steps }) => !steps.some(({ kind }) => kind === 'lifted'));
  if (!stand || HALTING.includes(stateCode)) return null;
  return `An order to halt stands, whatever is said of where the scheme stands: “${LIFE_CYCLE_LABELS[stateCode]}”.`;
}

const HALTING: readonly LifeCycleState[] = ['HALT_ORDERED', 'STEPPING_DOWN', 'CLOSED', 'DISBANDED'];

/** What nobody has answered about an order; nothing once it was lifted. */
function unansweredOf({ outside, steps }: HaltView): readonly string[] {
  const did = (kind: string): boolean => steps.some((step) => step.kind === kind);
  if (did('lifted')) return [];
  return [
    ...(outside === null || did('acknowledged') ? [] : ['The trust has not acknowledged the order.']),
    ...(did('stepped-down') ? [] : ['Nobody has counted the open cases, with and without a plan.']),
    ...(did('stopped') ? [] : ['The trust has not said that it stopped.']),
    ...(steps.some(({ kind, side }) => kind === 'checked' && side !== 'TRUST')
      ? []
      : ['Nobody from outside the trust has checked whether it stopped.']),
  ];
}
