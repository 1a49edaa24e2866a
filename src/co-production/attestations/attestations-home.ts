import { Injectable } from '@nestjs/common';
import { MOST_LINES, type HomeTask } from '../../home/home-part.js';
import { HomeParts } from '../../home/home-parts.js';
import { AttestationsQueries } from './attestations.queries.js';

/** What trusts ask a user-led group to confirm or dispute, in the home of its members. */
@Injectable()
export class AttestationsHome {
  constructor(parts: HomeParts, attestations: AttestationsQueries) {
    parts.add({
      title: 'What trusts say of your group',
      roles: ['USER_GROUP_MEMBER'],
      order: 40,
      nothing: 'A trust that says it worked with your group is believed only when you say so.',
      read: async (actor) => {
        const { first } = await attestations.waiting(actor);
        const tasks: HomeTask[] = first.slice(0, MOST_LINES).map(({ id, deploymentTitle, replyBy }) => ({
          text: 'Confirm or dispute what a trust says of your group',
          href: `/attestations/${id}`,
          about: deploymentTitle,
          due: replyBy,
          as: 'USER_GROUP_MEMBER',
        }));
        const links = [
          { href: '/attestations', text: 'Everything your group was asked and said' },
          { href: '/answers', text: 'Tell us what happened to somebody' },
        ];
        return { tasks, lines: [], links };
      },
    });
  }
}
