import type { RedFlagRule } from './red-flag.js';

/** People cannot speak freely about police involvement while an officer listens throughout. */
export const policeAlwaysPresent: RedFlagRule = ({ activities }) => {
  const found = activities.filter(({ policePresent }) => policePresent === 'throughout');
  if (found.length === 0) return null;
  return {
    code: 'POLICE_ALWAYS_PRESENT',
    sentence: 'People met only with police present.',
    lookAt: found.map(({ id }) => id),
  };
};
