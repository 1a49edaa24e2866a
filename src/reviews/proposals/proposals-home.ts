import { Injectable } from '@nestjs/common';
import type { HomeTask } from '../../home/home-part.js';
import { HomeParts } from '../../home/home-parts.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import type { ProposalAsks } from './proposal.entity.js';
import { openUntil } from './proposal-state.js';
import { ProposalsQueries, type ProposalRow } from './proposals.queries.js';

/** What somebody is asked to agree to. */
const ASKED: Readonly<Record<ProposalAsks, string>> = {
  'move-date': 'Agree to moving a date of a round, or decline',
  'void-round': 'Agree to voiding a round, or decline',
  'withdraw-release': 'Agree to withdrawing a result, or decline',
  'refuse-to-publish': 'Agree to publishing nothing, or decline',
  'move-edition': 'Agree to moving a round to another edition, or decline',
  'remove-from-scope': 'Agree to asking an organisation no more, or decline',
  'set-aside-nil-return': 'Agree to setting a nil return aside, or decline',
};

/** What waits for a second lead reviewer, in the home of each who may agree: never what they proposed themselves. */
@Injectable()
export class ProposalsHome {
  constructor(
    parts: HomeParts,
    private readonly proposals: ProposalsQueries,
    private readonly clock: Clock,
  ) {
    parts.add({
      title: 'What takes two people',
      roles: ['LEAD_REVIEWER'],
      order: 35,
      nothing: 'What you propose stands there, and so does what became of it.',
      read: async (actor) => ({
        tasks: await this.tasks(actor),
        lines: [],
        links: [{ href: '/proposals', text: 'Everything that takes two people' }],
      }),
    });
  }

  private async tasks(actor: Actor): Promise<HomeTask[]> {
    const waiting = await this.proposals.waitingForAnother(actor, this.clock.today());
    return waiting.map((proposal: ProposalRow) => ({
      text: ASKED[proposal.asks],
      href: `/proposals/${proposal.id}`,
      about: proposal.reason,
      due: openUntil(proposal.proposedOn),
      as: 'LEAD_REVIEWER',
    }));
  }
}
