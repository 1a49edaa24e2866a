import type { Bearing } from '../../evidence/bearing.js';

/** Which criteria the record of co-production bears on. */
export const INVOLVEMENT_BEARS: Bearing = {
  heading: 'How people were involved',
  what: 'Who took part at which stage, what came of it, and what user-led groups say of that.',
  bearsOn: ['SIM-COP'],
};
