import type { RedFlagRule } from './red-flag.js';

/** The model's founder is not an independent voice of lived experience, whatever the founder has lived through. */
export const founderAsLivedExperience: RedFlagRule = ({ activities }) => {
  const found = activities.filter(({ groups }) =>
    groups.some(
      ({ includesFounder, countedAsLivedExperience }) => includesFounder && countedAsLivedExperience,
    ),
  );
  if (found.length === 0) return null;
  return {
    code: 'FOUNDER_AS_LIVED_EXPERIENCE',
    sentence: 'The founder of the model is counted as the voice of lived experience.',
    lookAt: found.map(({ id }) => id),
  };
};
