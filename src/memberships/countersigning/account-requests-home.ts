import { Injectable } from '@nestjs/common';
import { MOST_LINES, type HomeTask } from '../../home/home-part.js';
import { HomeParts } from '../../home/home-parts.js';
import { AccountRequestsQueries } from './account-requests.queries.js';

/** What another administrator asked and this one may countersign, in the home of administrators. */
@Injectable()
export class AccountRequestsHome {
  constructor(parts: HomeParts, requests: AccountRequestsQueries) {
    parts.add({
      title: 'People and roles',
      roles: ['ADMIN'],
      order: 80,
      nothing: 'What two administrators must agree on stands here while it waits for you.',
      read: async (actor) => {
        const { requests: open } = await requests.open(actor);
        const waiting = open.filter(({ askedBy }) => askedBy !== actor.personId).slice(0, MOST_LINES);
        const tasks: HomeTask[] = waiting.map(({ id, personName }) => ({
          text: 'Countersign or refuse what another administrator asks',
          href: `/account-requests/${id}`,
          about: personName,
          due: null,
          as: 'ADMIN',
        }));
        return { tasks, lines: [], links: [{ href: '/people', text: 'Everybody with an account' }] };
      },
    });
  }
}
