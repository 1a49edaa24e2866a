import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { Access } from '../../access/access.js';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { recordOf } from '../../platform/database/selection.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { pageRequest, paging } from '../../web/api/paging.js';
import { day } from '../../web/words.js';
import { Proposal } from './proposal.entity.js';
import { ProposalsQueries, type ProposalRow } from './proposals.queries.js';
import { ProposalsService } from './proposals.service.js';

const ListQuery = z.object(paging);
type ListQuery = z.infer<typeof ListQuery>;

/** What waits for a second person, and the page on which that person agrees. */
@ApiExcludeController()
@Controller('proposals')
export class ProposalsPages {
  constructor(
    private readonly queries: ProposalsQueries,
    private readonly proposals: ProposalsService,
    private readonly access: Access,
  ) {}

  @Get()
  @Requires('read', Proposal)
  async list(@Acting() actor: Actor, @Query({ schema: ListQuery }) query: ListQuery): Promise<Page> {
    const { items, next } = await this.queries.list(actor, pageRequest(query));
    const rows = await Promise.all(
      items.map(async (proposal) => {
        const { title, about } = await this.proposals.inWords(actor, proposal);
        return [
          { href: `/proposals/${proposal.id}`, text: title },
          about,
          day(proposal.proposedOn),
          waitingWords(proposal),
        ];
      }),
    );
    return new Page('reviews/proposals/views/proposals.njk', {
      title: 'What takes two people',
      rows,
      next: next && `/proposals?after=${next}`,
    });
  }

  @Get(':id')
  @Requires('read', Proposal)
  async one(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const proposal = await this.queries.one(actor, id);
    if (!proposal) throw new NotFound();
    const words = await this.proposals.inWords(actor, proposal);
    return new Page('reviews/proposals/views/proposal.njk', {
      title: words.title,
      caption: words.about,
      proposal,
      words,
      waiting: waitingWords(proposal),
      mayAgree:
        !proposal.own &&
        proposal.agreedOn === null &&
        this.access.can(actor, 'agree', recordOf(Proposal, proposal)),
    });
  }

  @Post(':id/agreement')
  @Requires('agree', Proposal)
  async agree(@Acting() actor: Actor, @Param('id') id: string): Promise<Redirect> {
    await this.proposals.agree(actor, id);
    return new Redirect(`/proposals/${id}`, 'You agreed, and it was done');
  }
}

/** Whom a proposal waits for, in words. */
function waitingWords({ own, agreedOn }: ProposalRow): string {
  if (agreedOn !== null) return `Agreed on ${day(agreedOn)}`;
  return own ? 'Waiting for another person' : 'Waiting for somebody to agree';
}
