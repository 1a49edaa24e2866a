import { Injectable } from '@nestjs/common';
import { MOST_LINES, type HomeLine, type HomeTask } from '../../home/home-part.js';
import { HomeParts } from '../../home/home-parts.js';
import { day } from '../../web/words.js';
import { QueueQueries, type QueuedConcern } from './queue.queries.js';

/** The concerns that wait, in the home of those who handle them: by reference and day, and never by a word of them. */
@Injectable()
export class QueueHome {
  constructor(parts: HomeParts, queue: QueueQueries) {
    parts.add({
      title: 'Concerns that wait',
      roles: ['CONCERN_HANDLER'],
      order: 50,
      nothing: 'No concern waits.',
      read: async (actor) => {
        const { items } = await queue.queue(actor, 'open', { limit: MOST_LINES, after: null });
        return {
          tasks: items.filter(({ urgent, awaitsReply }) => urgent || awaitsReply).map(concernTask),
          lines: items.map(concernLine),
          links: [
            { href: '/concerns', text: 'Every concern that waits' },
            { href: '/concerns?part=held', text: 'Those held apart' },
          ],
        };
      },
    });
  }
}

function concernTask({ id, reference, urgent }: QueuedConcern): HomeTask {
  return {
    text: urgent ? 'Read what may be urgent' : 'Answer the person',
    href: `/concerns/${id}`,
    about: reference,
    due: null,
    as: 'CONCERN_HANDLER',
  };
}

function concernLine({ id, reference, urgent, awaitsReply, filedOn }: QueuedConcern): HomeLine {
  const waits = awaitsReply ? ({ text: 'The person wrote', tone: 'attention' } as const) : null;
  return {
    text: reference,
    href: `/concerns/${id}`,
    note: `Filed on ${day(filedOn)}`,
    state: urgent ? { text: 'May be urgent', tone: 'stop' } : waits,
  };
}
