import { Injectable } from '@nestjs/common';
import { Register } from '../../evidence/register.js';
import { postInWords } from '../../identity/roles.js';
import { HomeParts } from '../../home/home-parts.js';
import { MOST_LINES } from '../../home/home-part.js';
import { capitalised, day } from '../../web/words.js';
import { LogQueries } from './log.queries.js';

/** What was recorded last, in the home of auditors. */
@Injectable()
export class LogHome {
  constructor(parts: HomeParts, log: LogQueries, register: Register) {
    parts.add({
      title: 'What was recorded last',
      roles: ['AUDITOR'],
      order: 75,
      nothing: 'Nothing was recorded yet.',
      read: async (actor) => {
        const { items } = await log.log(actor, { limit: MOST_LINES, after: null });
        return {
          tasks: [],
          lines: items.map(({ action, kind, subjectId, day: on, post }) => ({
            text: `${capitalised(action.replaceAll('-', ' '))}: ${register.kind(kind)?.singular ?? kind}`,
            href: `/records/${kind}/${subjectId}`,
            note: `${day(on)}, ${postInWords(post)}`,
            state: null,
          })),
          links: [{ href: '/records', text: 'The log' }],
        };
      },
    });
  }
}
