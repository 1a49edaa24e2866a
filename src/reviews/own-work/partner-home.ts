import { Injectable } from '@nestjs/common';
import type { HomeTask } from '../../home/home-part.js';
import { HomeParts } from '../../home/home-parts.js';
import type { Role } from '../../identity/roles.js';
import { PartnerReturnsQueries } from '../partner-returns/partner-returns.queries.js';

const PARTNERS = ['POLICE_PARTNER', 'COMMISSIONER'] as const satisfies readonly Role[];

/** What an agency was asked to say of a scheme and has not, in the home of those who sign for it. */
@Injectable()
export class PartnerHome {
  constructor(parts: HomeParts, returns: PartnerReturnsQueries) {
    for (const role of PARTNERS)
      parts.add({
        title: 'Returns of your organisation about schemes',
        roles: [role],
        order: 60,
        nothing: 'A review asks your organisation here when it wants to hear it about a scheme.',
        read: async (actor) => {
          const waiting = await returns.waitingFor(actor, actor.organisationsAs(role));
          const tasks: HomeTask[] = waiting.map(({ id, roundId, scheme, dueOn }) => ({
            text: 'Say what your organisation did in a scheme',
            href: `/rounds/${roundId}/partner-returns/${id}`,
            about: scheme,
            due: dueOn,
            as: role,
          }));
          return { tasks, lines: [], links: [{ href: '/deployments', text: 'The register of schemes' }] };
        },
      });
  }
}
