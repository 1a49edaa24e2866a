import type { RedFlagRule } from './red-flag.js';

/** Nobody can shape the start of a scheme that already runs. */
export const allAfterGoLive: RedFlagRule = ({ goLiveOn, activities }) => {
  if (goLiveOn === null || activities.length === 0 || activities.some(({ fromDay }) => fromDay <= goLiveOn))
    return null;
  return {
    code: 'ALL_AFTER_GO_LIVE',
    sentence: 'Every activity is dated after the scheme went live.',
    lookAt: activities.map(({ id }) => id),
  };
};
