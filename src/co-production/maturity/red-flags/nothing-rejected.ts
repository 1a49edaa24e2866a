import type { RedFlagRule } from './red-flag.js';

/** Where everything was accepted, disagreement may not have been recorded, or not have been possible. */
export const nothingRejected: RedFlagRule = ({ activities }) => {
  const withProposals = activities.filter(({ influences }) => influences.length > 0);
  const proposals = withProposals.flatMap(({ influences }) => influences);
  if (proposals.length === 0 || proposals.some(({ decision }) => decision === 'rejected')) return null;
  return {
    code: 'NOTHING_REJECTED',
    sentence: 'No proposal was rejected at all.',
    lookAt: withProposals.map(({ id }) => id),
  };
};
