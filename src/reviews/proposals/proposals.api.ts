import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Clock } from '../../kernel/clock.js';
import { NotFound } from '../../kernel/refusal.js';
import type { ListPage } from '../../platform/database/keyset.js';
import { Answers } from '../../web/api/answers.js';
import { pageRequest, pageSchema, paging } from '../../web/api/paging.js';
import type { ValuesIn } from '../../web/form/form.js';
import { MOVABLE_DATES } from '../rounds/round-date-change.entity.js';
import { EndProposal } from './end-proposal.form.js';
import { Proposal, PROPOSAL_ASKS } from './proposal.entity.js';
import { ProposalEnd } from './proposal-end.entity.js';
import { standingProposal, type StandingProposal } from './proposal-shown.js';
import { OVERTAKEN_BY, PROPOSAL_STATES } from './proposal-state.js';
import { ProposalsQueries } from './proposals.queries.js';
import { ProposalsService } from './proposals.service.js';

const ProposalOut = z
  .object({
    id: z.uuid(),
    asks: z.enum(PROPOSAL_ASKS),
    subjectId: z.uuid().meta({ description: 'The round, the release or the review it is about.' }),
    reviewId: z.uuid().nullable(),
    which: z.enum(MOVABLE_DATES).nullable(),
    was: z.string().nullable(),
    becomes: z.string().nullable(),
    fromEditionId: z.uuid().nullable(),
    toEditionId: z.uuid().nullable(),
    post: z.string().nullable(),
    reason: z.string(),
    legalBasis: z.string().nullable(),
    proposedOn: z.string(),
    own: z.boolean().meta({ description: 'True when you proposed it, and so cannot agree to it.' }),
    agreedOn: z.string().nullable().meta({
      description: 'The day on which a second person agreed and it was done; null where nobody did.',
    }),
    state: z.enum(PROPOSAL_STATES).meta({
      description:
        'Declined by another person, taken back by whoever made it, overtaken by what happened since, or lapsed by its days.',
    }),
    openUntil: z.string().meta({ description: 'The last day on which somebody can agree.' }),
    overtakenOn: z.string().nullable().meta({
      description:
        'The day on which its ground moved, so that nobody can agree any more; null while it stands.',
    }),
    overtakenBy: z.enum(OVERTAKEN_BY).nullable(),
    endedOn: z.string().nullable(),
    endedBecause: z.string().nullable(),
  })
  .meta({ id: 'Proposal' });

const ProposalPage = pageSchema('ProposalPage', ProposalOut);
const ProposalQuery = z.object(paging);

/** What takes two people: reading what was proposed, agreeing to it and ending it, for programs. */
@ApiTags('Proposals')
@Controller('api/v1/proposals')
export class ProposalsApi {
  constructor(
    private readonly queries: ProposalsQueries,
    private readonly proposals: ProposalsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('read', Proposal)
  @Answers(ProposalPage)
  async list(
    @Acting() actor: Actor,
    @Query({ schema: ProposalQuery }) query: z.infer<typeof ProposalQuery>,
  ): Promise<ListPage<StandingProposal>> {
    const { items, next } = await this.queries.list(actor, pageRequest(query));
    const today = this.clock.today();
    return { items: items.map((proposal) => standingProposal(proposal, today)), next };
  }

  @Get(':id')
  @Requires('read', Proposal)
  @Answers(ProposalOut)
  async one(@Acting() actor: Actor, @Param('id') id: string): Promise<StandingProposal> {
    const proposal = await this.queries.one(actor, id);
    if (!proposal) throw new NotFound();
    return standingProposal(proposal, this.clock.today());
  }

  @Post(':id/agreement')
  @Requires('agree', Proposal)
  @Answers(ProposalOut)
  async agree(@Acting() actor: Actor, @Param('id') id: string): Promise<StandingProposal> {
    await this.proposals.agree(actor, id);
    return this.one(actor, id);
  }

  @Post(':id/ending')
  @Requires('end', ProposalEnd)
  @Answers(ProposalOut)
  async end(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: EndProposal.schema }) { reason }: ValuesIn<typeof EndProposal>,
  ): Promise<StandingProposal> {
    await this.proposals.end(actor, id, reason);
    return this.one(actor, id);
  }
}
