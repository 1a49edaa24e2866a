import { Injectable } from '@nestjs/common';
import { MOST_LINES, type HomeLine } from '../../home/home-part.js';
import { HomeParts } from '../../home/home-parts.js';
import { Clock } from '../../kernel/clock.js';
import { day } from '../../web/words.js';
import { PromisesQueries, type PromiseRow } from './promises.queries.js';

/** Results whose promised day has passed, in the homes of auditors and of user-led groups: everybody may read them. */
@Injectable()
export class PromisesHome {
  constructor(parts: HomeParts, promises: PromisesQueries, clock: Clock) {
    parts.add({
      title: 'Results that were due and are not published',
      roles: ['AUDITOR', 'USER_GROUP_MEMBER'],
      order: 70,
      nothing: 'No promised result is overdue.',
      read: async (actor) => ({
        tasks: [],
        lines: (await promises.overdue(actor, clock.today())).longest.slice(0, MOST_LINES).map(promiseLine),
        links: [{ href: '/publications', text: 'Every result, and every promise' }],
      }),
    });
  }
}

function promiseLine({ id, organisation, firstPublicationDate }: PromiseRow): HomeLine {
  return {
    text: organisation,
    href: `/publications/reviews/${id}`,
    note: `First promised for ${day(firstPublicationDate)}`,
    state: { text: 'Overdue', tone: 'stop' },
  };
}
