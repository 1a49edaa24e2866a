import type { Bearing } from '../../evidence/bearing.js';

/** Which criteria data flows and their reports bear on. */
export const FLOWS_BEAR: Bearing = {
  heading: 'How people’s records are shared',
  what: 'What is shared with whom, what the law allows it by, and what the rules find of each flow.',
  bearsOn: ['SIM-DAT'],
};
