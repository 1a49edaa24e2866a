import type { RedFlagRule } from './red-flag.js';

/** Without money for interpreters, travel or personal assistants some people cannot come at all. */
export const noAccessBudget: RedFlagRule = ({ activities }) => {
  if (activities.length === 0 || activities.some(({ accessBudget }) => accessBudget)) return null;
  return {
    code: 'NO_ACCESS_BUDGET',
    sentence: 'No activity had a budget for access needs.',
    lookAt: activities.map(({ id }) => id),
  };
};
