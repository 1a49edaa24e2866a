import { Injectable } from '@nestjs/common';
import type { HomeLine } from '../../home/home-part.js';
import { HomeParts } from '../../home/home-parts.js';
import { Clock } from '../../kernel/clock.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { day } from '../../web/words.js';
import { statementWindow } from '../reply/statement-window.js';
import { ReviewsQueries, type ReviewRow } from '../reviews.queries.js';

/** Reviews about which a user-led group can state, in the home of its members: those whose last day is nearest first. */
@Injectable()
export class StatementsHome {
  constructor(parts: HomeParts, reviews: ReviewsQueries, clock: Clock) {
    parts.add({
      title: 'Reviews about which your group can state',
      roles: ['USER_GROUP_MEMBER'],
      order: 45,
      nothing: 'No review takes statements today.',
      read: async (actor) => {
        const open = await reviews.openForStatements(actor, clock.today());
        return {
          tasks: [],
          lines: open.map((review) => statementLine(review, clock.today())),
          links: [{ href: '/rounds', text: 'Every round, with who was asked' }],
        };
      },
    });
  }
}

function statementLine(review: ReviewRow, today: CalendarDay): HomeLine {
  const { lastDay } = statementWindow(review, today);
  return {
    text: `State about ${review.deployment ?? 'a scheme'}`,
    href: `/reviews/${review.id}/statement`,
    note: `${review.organisation}, ${review.round}`,
    state:
      lastDay === null
        ? { text: 'Open, no last day yet', tone: 'waiting' }
        : { text: `Open until ${day(lastDay)}`, tone: 'attention' },
  };
}
