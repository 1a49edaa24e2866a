import { Injectable } from '@nestjs/common';
import type { HomeLine } from '../../home/home-part.js';
import { HomeParts } from '../../home/home-parts.js';
import { dayAndTime } from '../../web/words.js';
import { OutboxQueries, type MailView } from './outbox.queries.js';

/** Mail that was not delivered, in the home of administrators. */
@Injectable()
export class OutboxHome {
  constructor(parts: HomeParts, outbox: OutboxQueries) {
    parts.add({
      title: 'Mail that was not delivered',
      roles: ['ADMIN'],
      order: 85,
      nothing: 'Every mail was delivered, or is on its way.',
      read: async (actor) => ({
        tasks: [],
        lines: (await outbox.undelivered(actor)).map(mailLine),
        links: [
          { href: '/outbox', text: 'The outbox' },
          { href: '/security', text: 'Attempts to sign in, and what else bears on security' },
        ],
      }),
    });
  }
}

function mailLine({ subject, fault, writtenAt }: MailView): HomeLine {
  return {
    text: subject,
    href: '/outbox',
    note: `Written ${dayAndTime(writtenAt)}. ${fault ?? ''}`.trim(),
    state: { text: 'Not delivered', tone: 'stop' },
  };
}
