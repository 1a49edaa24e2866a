import type { RedFlagRule } from './red-flag.js';

/** Carers, or people picked because the scheme tells their story, are not those it may have harmed. */
export const onlyCarersOrSuccesses: RedFlagRule = ({ activities }) => {
  const present = activities.flatMap(({ groups }) => groups).filter(({ count }) => count !== '0');
  const narrow = present.every(
    ({ experience, recruitedVia }) =>
      recruitedVia === 'success_story' ||
      (experience.length > 0 && experience.every((each) => each === 'carer')),
  );
  if (present.length === 0 || !narrow) return null;
  return {
    code: 'ONLY_CARERS_OR_SUCCESSES',
    sentence: 'Only carers, or people chosen for a success story, took part.',
    lookAt: activities.map(({ id }) => id),
  };
};
