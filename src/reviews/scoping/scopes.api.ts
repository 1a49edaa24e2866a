import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound, NotPermitted } from '../../kernel/refusal.js';
import { Answers } from '../../web/api/answers.js';
import type { ValuesIn } from '../../web/form/form.js';
import { Proposal } from '../proposals/proposal.entity.js';
import { RecordedOut } from '../recorded-out.js';
import { RoundsQueries } from '../rounds/rounds.queries.js';
import { RemovingService } from './removing.service.js';
import { ScopeAcknowledgement } from './scope-acknowledgement.entity.js';
import { SCOPE_DECISIONS, ScopeDecision } from './scope-decision.entity.js';
import { PickScope, RemoveFromScope } from './scope.forms.js';
import { ScopesQueries } from './scopes.queries.js';
import { ScopesService, type ScopePreview } from './scopes.service.js';

const DecisionOut = z
  .object({
    organisationId: z.uuid(),
    organisation: z.string(),
    key: z.string(),
    odsCode: z.string().nullable(),
    turn: z.number(),
    decision: z.enum(SCOPE_DECISIONS),
    reason: z.string(),
    post: z.string(),
    decidedOn: z.string(),
    isNewest: z.boolean().meta({ description: 'True for the decision that counts.' }),
  })
  .meta({ id: 'ScopeDecision' });

const ScopeOut = z.object({ decisions: z.array(DecisionOut) }).meta({ id: 'Scope' });

const Named = z.object({ id: z.uuid(), name: z.string(), odsCode: z.string().nullable() });

const PickedOut = z
  .object({
    asking: z.array(Named),
    leavingOut: z.array(z.object({ organisation: Named, reason: z.string() })),
    unchanged: z.array(Named),
  })
  .meta({ id: 'PickedScope' });

/** Who owes an answer in a round, for programs. */
@ApiTags('Rounds')
@Controller('api/v1/rounds/:id/scope')
export class ScopesApi {
  constructor(
    private readonly rounds: RoundsQueries,
    private readonly queries: ScopesQueries,
    private readonly scopes: ScopesService,
    private readonly removing: RemovingService,
  ) {}

  @Get()
  @Requires('read', ScopeDecision)
  @Answers(ScopeOut)
  async list(@Acting() actor: Actor, @Param('id') id: string): Promise<z.infer<typeof ScopeOut>> {
    await this.mustBe(actor, id);
    return { decisions: await this.queries.decisions(actor, id) };
  }

  @Post('preview')
  @Requires('decide', ScopeDecision)
  @Answers(PickedOut)
  preview(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: PickScope.schema }) pick: ValuesIn<typeof PickScope>,
  ): Promise<ScopePreview> {
    return this.scopes.preview(actor, id, pick);
  }

  @Post()
  @Requires('decide', ScopeDecision)
  @Answers(PickedOut, 201)
  pick(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: PickScope.schema }) pick: ValuesIn<typeof PickScope>,
  ): Promise<ScopePreview> {
    return this.scopes.pick(actor, id, pick, null);
  }

  @Post(':organisation/removal')
  @Requires('propose', Proposal)
  @Answers(RecordedOut, 201)
  async proposeRemoval(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('organisation') organisationId: string,
    @Body({ schema: RemoveFromScope.schema }) values: ValuesIn<typeof RemoveFromScope>,
  ): Promise<z.infer<typeof RecordedOut>> {
    await this.mustBe(actor, id);
    return { id: await this.removing.propose(actor, { roundId: id, organisationId }, values) };
  }

  @Post('acknowledgement')
  @Requires('acknowledge', ScopeAcknowledgement)
  @Answers(z.object({ acknowledged: z.literal(true) }), 201)
  async acknowledge(
    @Acting() actor: Actor,
    @Param('id') id: string,
  ): Promise<{ readonly acknowledged: true }> {
    const [organisationId] = actor.organisationsAs('TRUST_SUBMITTER');
    if (organisationId === undefined) throw new NotPermitted();
    await this.scopes.acknowledge(actor, id, organisationId);
    return { acknowledged: true };
  }

  private async mustBe(actor: Actor, id: string): Promise<void> {
    if (!(await this.rounds.one(actor, id))) throw new NotFound();
  }
}
