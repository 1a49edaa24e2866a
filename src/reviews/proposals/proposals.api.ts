import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import type { ListPage } from '../../platform/database/keyset.js';
import { Answers } from '../../web/api/answers.js';
import { pageRequest, pageSchema, paging } from '../../web/api/paging.js';
import { MOVABLE_DATES } from '../rounds/round-date-change.entity.js';
import { Proposal, PROPOSAL_ASKS } from './proposal.entity.js';
import { ProposalsQueries, type ProposalRow } from './proposals.queries.js';
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
    post: z.string().nullable(),
    reason: z.string(),
    legalBasis: z.string().nullable(),
    proposedOn: z.string(),
    own: z.boolean().meta({ description: 'True when you proposed it, and so cannot agree to it.' }),
    agreedOn: z
      .string()
      .nullable()
      .meta({ description: 'Null while nothing has happened: it waits for a second person.' }),
  })
  .meta({ id: 'Proposal' });

const ProposalPage = pageSchema('ProposalPage', ProposalOut);
const ProposalQuery = z.object(paging);

/** What takes two people: reading what was proposed, and agreeing to it, for programs. */
@ApiTags('Proposals')
@Controller('api/v1/proposals')
export class ProposalsApi {
  constructor(
    private readonly queries: ProposalsQueries,
    private readonly proposals: ProposalsService,
  ) {}

  @Get()
  @Requires('read', Proposal)
  @Answers(ProposalPage)
  list(
    @Acting() actor: Actor,
    @Query({ schema: ProposalQuery }) query: z.infer<typeof ProposalQuery>,
  ): Promise<ListPage<ProposalRow>> {
    return this.queries.list(actor, pageRequest(query));
  }

  @Get(':id')
  @Requires('read', Proposal)
  @Answers(ProposalOut)
  async one(@Acting() actor: Actor, @Param('id') id: string): Promise<ProposalRow> {
    const proposal = await this.queries.one(actor, id);
    if (!proposal) throw new NotFound();
    return proposal;
  }

  @Post(':id/agreement')
  @Requires('agree', Proposal)
  @Answers(ProposalOut)
  async agree(@Acting() actor: Actor, @Param('id') id: string): Promise<ProposalRow> {
    await this.proposals.agree(actor, id);
    return this.one(actor, id);
  }
}
