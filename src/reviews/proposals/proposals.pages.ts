import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { Access } from '../../access/access.js';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Clock } from '../../kernel/clock.js';
import { NotFound } from '../../kernel/refusal.js';
import { recordOf } from '../../platform/database/selection.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { pageRequest, paging } from '../../web/api/paging.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { day } from '../../web/words.js';
import { EndProposal } from './end-proposal.form.js';
import { Proposal } from './proposal.entity.js';
import { ProposalEnd } from './proposal-end.entity.js';
import { standingProposal, standsInWords, type StandingProposal } from './proposal-shown.js';
import { ProposalsQueries } from './proposals.queries.js';
import { ProposalsService } from './proposals.service.js';

const ListQuery = z.object(paging);
type ListQuery = z.infer<typeof ListQuery>;

/** What waits for a second person, and the pages on which that person agrees or declines, and the first takes it back. */
@ApiExcludeController()
@Controller('proposals')
export class ProposalsPages {
  constructor(
    private readonly queries: ProposalsQueries,
    private readonly proposals: ProposalsService,
    private readonly access: Access,
    private readonly clock: Clock,
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
          standsInWords(standingProposal(proposal, this.clock.today())),
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
    const proposal = await this.found(actor, id);
    const words = await this.proposals.inWords(actor, proposal);
    const may = proposal.state === 'waiting' && this.access.can(actor, 'agree', recordOf(Proposal, proposal));
    return new Page('reviews/proposals/views/proposal.njk', {
      title: words.title,
      caption: words.about,
      proposal,
      words,
      stands: standsInWords(proposal),
      mayAgree: may && !proposal.own,
      mayEnd: may,
    });
  }

  @Post(':id/agreement')
  @Requires('agree', Proposal)
  async agree(@Acting() actor: Actor, @Param('id') id: string): Promise<Redirect> {
    await this.proposals.agree(actor, id);
    return new Redirect(`/proposals/${id}`, 'You agreed, and it was done');
  }

  @Get(':id/ending')
  @Requires('end', ProposalEnd)
  async askToEnd(@Acting() actor: Actor, @Param('id') id: string): Promise<Page | Redirect> {
    const { state } = await this.found(actor, id);
    return state === 'waiting'
      ? this.endPage(actor, id, EndProposal.asked())
      : new Redirect(`/proposals/${id}`);
  }

  @Post(':id/ending')
  @Requires('end', ProposalEnd)
  end(@Acting() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Page | Redirect> {
    return submit(EndProposal, body, {
      act: async ({ reason }) => {
        const { own } = await this.found(actor, id);
        await this.proposals.end(actor, id, reason);
        return new Redirect(
          `/proposals/${id}`,
          own ? 'You took the proposal back' : 'You declined the proposal',
        );
      },
      again: (asked) => this.endPage(actor, id, asked),
    });
  }

  private async endPage(actor: Actor, id: string, asked: Asked<FieldsOf<typeof EndProposal>>): Promise<Page> {
    const proposal = await this.found(actor, id);
    const words = await this.proposals.inWords(actor, proposal);
    return new Page('reviews/proposals/views/end.njk', {
      title: proposal.own ? 'Take a proposal back' : 'Decline a proposal',
      caption: words.about,
      proposal,
      words,
      stands: standsInWords(proposal),
      ...asked,
    });
  }

  private async found(actor: Actor, id: string): Promise<StandingProposal> {
    const proposal = await this.queries.one(actor, id);
    if (!proposal) throw new NotFound();
    return standingProposal(proposal, this.clock.today());
  }
}
