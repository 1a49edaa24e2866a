import type { RedFlagRule } from './red-flag.js';

/** Pay was due and nobody got any. Declining pay is a person's choice and raises no flag. */
export const nobodyPaid: RedFlagRule = ({ activities }) => {
  const unpaid = activities.filter(({ payment }) => payment === 'unpaid');
  if (unpaid.length === 0 || activities.some(({ payment }) => payment === 'paid')) return null;
  return {
    code: 'NOBODY_PAID',
    sentence: 'Nobody was paid, although pay was due.',
    lookAt: unpaid.map(({ id }) => id),
  };
};
