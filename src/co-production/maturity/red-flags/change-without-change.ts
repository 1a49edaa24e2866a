import type { RedFlagRule } from './red-flag.js';

/** A change that left the document byte for byte the same is not a change. */
export const changeWithoutChange: RedFlagRule = ({ activities }) => {
  const found = activities.filter(({ influences }) =>
    influences.some(
      ({ decision, beforeHash, afterHash }) =>
        decision !== 'rejected' && beforeHash !== null && beforeHash === afterHash,
    ),
  );
  if (found.length === 0) return null;
  return {
    code: 'CHANGE_WITHOUT_CHANGE',
    sentence: 'A change is claimed, but the documents before and after it are identical.',
    lookAt: found.map(({ id }) => id),
  };
};
