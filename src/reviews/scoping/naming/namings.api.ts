import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../../access/requirement.js';
import type { Actor } from '../../../identity/actor.js';
import { Acting } from '../../../identity/request-actor.js';
import type { Uuid } from '../../../kernel/identifiers.js';
import { NotFound, NotPermitted } from '../../../kernel/refusal.js';
import { Answers } from '../../../web/api/answers.js';
import type { ValuesIn } from '../../../web/form/form.js';
import { RecordedOut } from '../../recorded-out.js';
import { RoundsQueries } from '../../rounds/rounds.queries.js';
import { NAMING_ANSWERS, NamingAnswer } from './naming-answer.entity.js';
import { NAMING_OUTCOMES, NamingDecision } from './naming-decision.entity.js';
import { AnswerNaming, DecideDispute, NameScheme } from './naming.forms.js';
import { NAMING_STANDINGS, namingStanding } from './naming-standing.js';
import { NamingsQueries, type NamingRow } from './namings.queries.js';
import { NamingsService } from './namings.service.js';
import { SchemeNaming } from './scheme-naming.entity.js';

const said = { reason: z.string(), post: z.string() };

const NamingOut = z
  .object({
    id: z.uuid(),
    ...{ scheme: z.string(), schemeKey: z.string() },
    ...{ organisationId: z.uuid(), organisation: z.string(), organisationKey: z.string() },
    odsCode: z.string().nullable(),
    standing: z.enum(NAMING_STANDINGS),
    ...said,
    namedOn: z.string(),
    answer: z.object({ says: z.enum(NAMING_ANSWERS), ...said, answeredOn: z.string() }).nullable(),
    decision: z.object({ outcome: z.enum(NAMING_OUTCOMES), ...said, decidedOn: z.string() }).nullable(),
  })
  .meta({ id: 'NamedScheme' });

const NamingsOut = z.object({ namings: z.array(NamingOut) }).meta({ id: 'NamedSchemes' });

/** Schemes that only sources know and that were named for a trust, for programs. */
@ApiTags('Rounds')
@Controller('api/v1/rounds/:id/named-schemes')
export class NamingsApi {
  constructor(
    private readonly rounds: RoundsQueries,
    private readonly queries: NamingsQueries,
    private readonly namings: NamingsService,
  ) {}

  @Get()
  @Requires('read', SchemeNaming)
  @Answers(NamingsOut)
  async list(@Acting() actor: Actor, @Param('id') id: string): Promise<z.infer<typeof NamingsOut>> {
    if (!(await this.rounds.one(actor, id))) throw new NotFound();
    return { namings: (await this.queries.list(actor, id)).map(standing) };
  }

  @Post()
  @Requires('name', SchemeNaming)
  @Answers(RecordedOut, 201)
  async name(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: NameScheme.schema }) values: ValuesIn<typeof NameScheme>,
  ): Promise<z.infer<typeof RecordedOut>> {
    return { id: await this.namings.name(actor, id, values) };
  }

  @Post(':naming/answer')
  @Requires('answer', NamingAnswer)
  @Answers(NamingOut, 201)
  async answer(
    @Acting() actor: Actor,
    @Param('id') roundId: string,
    @Param('naming') namingId: string,
    @Body({ schema: AnswerNaming.schema }) values: ValuesIn<typeof AnswerNaming>,
  ): Promise<z.infer<typeof NamingOut>> {
    const [organisationId] = actor.organisationsAs('TRUST_SUBMITTER');
    if (organisationId === undefined) throw new NotPermitted();
    await this.namings.answer(actor, { roundId, namingId, organisationId }, values);
    return this.one(actor, roundId, namingId);
  }

  @Post(':naming/decision')
  @Requires('decide', NamingDecision)
  @Answers(NamingOut, 201)
  async decide(
    @Acting() actor: Actor,
    @Param('id') roundId: string,
    @Param('naming') namingId: string,
    @Body({ schema: DecideDispute.schema }) values: ValuesIn<typeof DecideDispute>,
  ): Promise<z.infer<typeof NamingOut>> {
    await this.namings.decide(actor, { roundId, namingId }, values);
    return this.one(actor, roundId, namingId);
  }

  private async one(actor: Actor, roundId: Uuid, id: Uuid): Promise<z.infer<typeof NamingOut>> {
    const found = await this.queries.one(actor, roundId, id);
    if (!found) throw new NotFound();
    return standing(found);
  }
}

function standing(row: NamingRow): z.infer<typeof NamingOut> {
  return { ...row, standing: namingStanding(row) };
}
