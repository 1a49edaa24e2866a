import { Injectable } from '@nestjs/common';
import type { HomeLine } from '../../home/home-part.js';
import { HomeParts } from '../../home/home-parts.js';
import { Clock } from '../../kernel/clock.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { StateTag } from '../../web/state-tag.js';
import { day } from '../../web/words.js';
import { COMPLAINT_CLASSES } from '../clocks/complaint-class.js';
import { standingOf, type ReferralStanding } from '../clocks/standing-of.js';
import { ReferralsQueries, type ReferralRow } from './referrals.queries.js';

/** What was passed on and has no answer yet, with its clock, in the home of those who handle concerns. */
@Injectable()
export class ReferralsHome {
  constructor(parts: HomeParts, referrals: ReferralsQueries, clock: Clock) {
    parts.add({
      title: 'Passed on, with no answer yet',
      roles: ['CONCERN_HANDLER'],
      order: 55,
      nothing: 'Everything that was passed on has its answer.',
      read: async (actor) => {
        const today = clock.today();
        const lines = (await referrals.unanswered(actor)).map((referral) => referralLine(referral, today));
        return { tasks: [], lines, links: [{ href: '/referrals', text: 'Everything that was passed on' }] };
      },
    });
  }
}

function referralLine(referral: ReferralRow, today: CalendarDay): HomeLine {
  const { id, reference, classCode, receivingBody, sentOn } = referral;
  const standing = standingOf({ kind: classCode, sentOn }, referral.steps, today);
  return {
    text: `${reference}: ${COMPLAINT_CLASSES[classCode].label}`,
    href: `/referrals/${id}`,
    note: `Passed on to ${receivingBody} on ${day(sentOn)}`,
    state: clockState(standing),
  };
}

function clockState({ overdue, acknowledgedLate, acknowledgedOn, answerBy }: ReferralStanding): StateTag {
  if (overdue) return { text: `An answer was due ${day(answerBy)}`, tone: 'stop' };
  if (acknowledgedLate && acknowledgedOn === null) return { text: 'Not acknowledged in time', tone: 'stop' };
  if (answerBy === null) return { text: 'No law sets a day for the answer', tone: 'quiet' };
  return { text: `An answer is due ${day(answerBy)}`, tone: 'waiting' };
}
