import type { ReferralStanding } from '../clocks/standing-of.js';
import { OUTCOMES, REFERRAL_STEPS } from '../clocks/referral-step.js';
import { COMPLAINT_CLASSES } from '../clocks/complaint-class.js';
import { COMPLAINT_ROUTES } from '../routes/complaint-route.js';
import type { ReferralRow } from './referrals.queries.js';

/** A referral as pages tell it. */
export function referralInWords(referral: ReferralRow, standing: ReferralStanding) {
  const { classCode, route, steps, sentOn } = referral;
  return {
    ...referral,
    standing,
    classLabel: COMPLAINT_CLASSES[classCode].label,
    routeLabel: COMPLAINT_ROUTES[route].label,
    beingChecked:
      COMPLAINT_CLASSES[classCode].confidence === 'B' || COMPLAINT_ROUTES[route].confidence === 'B',
    happenings: [
      { when: sentOn, title: 'It was passed on' },
      ...steps.map(({ day, step, outcome }) => ({
        when: day,
        title: REFERRAL_STEPS[step],
        ...(outcome && { text: OUTCOMES[outcome] }),
      })),
    ],
  };
}
