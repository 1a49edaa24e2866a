import { LIFE_CYCLE_STATES, type LifeCycleState } from './life-cycle-state.js';

/**
 * The states that may follow each state (domain/sim.md §4.3). Nothing follows an end: a scheme that starts again is a
 * new deployment that says what it follows. Where the state is not known, anything may be learnt but an orderly close.
 */
export const NEXT_STATES: Readonly<Record<LifeCycleState, readonly LifeCycleState[]>> = {
  PROPOSED: ['PLANNED', 'NOT_ADOPTED', 'ALTERNATIVE_ADOPTED'],
  PLANNED: ['TRAINING', 'LIVE', 'NOT_ADOPTED', 'ALTERNATIVE_ADOPTED'],
  TRAINING: ['LIVE', 'NOT_ADOPTED', 'ALTERNATIVE_ADOPTED'],
  LIVE: ['PAUSED', 'HALT_ORDERED', 'STEPPING_DOWN', 'DISBANDED'],
  PAUSED: ['LIVE', 'HALT_ORDERED', 'STEPPING_DOWN', 'DISBANDED'],
  HALT_ORDERED: ['STEPPING_DOWN', 'DISBANDED'],
  STEPPING_DOWN: ['CLOSED', 'DISBANDED'],
  CLOSED: [],
  DISBANDED: [],
  NOT_ADOPTED: ['PROPOSED', 'PLANNED'],
  ALTERNATIVE_ADOPTED: ['PROPOSED', 'PLANNED'],
  UNKNOWN: LIFE_CYCLE_STATES.filter((state) => state !== 'UNKNOWN' && state !== 'CLOSED'),
};
