import { wordsOf } from '../kernel/words/words-of.js';

/** Where a scheme stands in its life (domain/sim.md §4.3), with the words a reader sees. */
export const LIFE_CYCLE_LABELS = {
  PROPOSED: 'Proposed',
  PLANNED: 'Planned',
  TRAINING: 'In training',
  LIVE: 'Running',
  PAUSED: 'Paused',
  HALT_ORDERED: 'Ordered to halt',
  STEPPING_DOWN: 'Being stepped down',
  CLOSED: 'Closed',
  DISBANDED: 'Disbanded',
  NOT_ADOPTED: 'Not adopted',
  ALTERNATIVE_ADOPTED: 'Something else was adopted instead',
  UNKNOWN: 'Not known',
} as const;

/** The code of a state in the life of a scheme. */
export type LifeCycleState = keyof typeof LIFE_CYCLE_LABELS;

/** True when the value is the code of a life-cycle state. */
export function isLifeCycleState(value: unknown): value is LifeCycleState {
  return typeof value === 'string' && Object.hasOwn(LIFE_CYCLE_LABELS, value);
}

/** Every life-cycle state, in the order a scheme would pass through them. */
export const LIFE_CYCLE_STATES = wordsOf(LIFE_CYCLE_LABELS);
