import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { Role } from '../../identity/roles.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { NotFound, NotPermitted } from '../../kernel/refusal.js';
import { Answers } from '../../web/api/answers.js';
import type { ValuesIn } from '../../web/form/form.js';
import { RecordedOut } from '../recorded-out.js';
import { Proposal } from '../proposals/proposal.entity.js';
import { RoundsQueries } from '../rounds/rounds.queries.js';
import { NilChallenge } from './nil-challenge.entity.js';
import { NilReturn } from './nil-return.entity.js';
import { ChallengeNilReturn, SetNilReturnAside, SignNilReturn } from './nil-return.forms.js';
import { NilReturnsQueries, type NilReturnRow } from './nil-returns.queries.js';
import { NilReturnsService } from './nil-returns.service.js';
import { NilSignature } from './nil-signature.entity.js';
import { SettingAsideService } from './setting-aside.service.js';

const NilReturnOut = z
  .object({
    id: z.uuid(),
    organisationId: z.uuid(),
    organisation: z.string(),
    key: z.string(),
    odsCode: z.string().nullable(),
    namesSearched: z.array(z.string()),
    placesSearched: z.array(z.string()),
    searchedBy: z.string(),
    notSchemes: z.array(
      z.object({ key: z.string().nullable(), title: z.string().nullable(), why: z.string() }),
    ),
    signedOn: z.string(),
    executiveSignedOn: z.string().nullable().meta({ description: 'It counts once this is given.' }),
    challenges: z.array(z.object({ group: z.string(), statement: z.string(), challengedOn: z.string() })),
    setAside: z.object({ reason: z.string(), post: z.string(), on: z.string() }).nullable(),
  })
  .meta({ id: 'NilReturn' });

const NilReturnsOut = z.object({ returns: z.array(NilReturnOut) }).meta({ id: 'NilReturns' });

/** Returns that there is no such scheme, for programs. */
@ApiTags('Rounds')
@Controller('api/v1/rounds/:id/nil-returns')
export class NilReturnsApi {
  constructor(
    private readonly rounds: RoundsQueries,
    private readonly queries: NilReturnsQueries,
    private readonly returns: NilReturnsService,
    private readonly settingAside: SettingAsideService,
  ) {}

  @Get()
  @Requires('read', NilReturn)
  @Answers(NilReturnsOut)
  async list(
    @Acting() actor: Actor,
    @Param('id') id: string,
  ): Promise<{ readonly returns: readonly NilReturnRow[] }> {
    if (!(await this.rounds.one(actor, id))) throw new NotFound();
    return { returns: await this.queries.list(actor, id) };
  }

  @Post()
  @Requires('sign', NilReturn)
  @Answers(RecordedOut, 201)
  async sign(
    @Acting() actor: Actor,
    @Param('id') roundId: string,
    @Body({ schema: SignNilReturn.schema }) values: ValuesIn<typeof SignNilReturn>,
  ): Promise<z.infer<typeof RecordedOut>> {
    const organisationId = actsFor(actor, 'TRUST_SUBMITTER');
    return { id: await this.returns.sign(actor, { roundId, organisationId }, values) };
  }

  @Post(':nil/signature')
  @Requires('sign', NilSignature)
  @Answers(NilReturnOut, 201)
  async signToo(
    @Acting() actor: Actor,
    @Param('id') roundId: string,
    @Param('nil') nilReturnId: string,
  ): Promise<NilReturnRow> {
    const organisationId = actsFor(actor, 'EXECUTIVE_APPROVER');
    await this.returns.signToo(actor, { roundId, nilReturnId, organisationId });
    return this.one(actor, roundId, nilReturnId);
  }

  @Post(':nil/challenges')
  @Requires('challenge', NilChallenge)
  @Answers(NilReturnOut, 201)
  async challenge(
    @Acting() actor: Actor,
    @Param('id') roundId: string,
    @Param('nil') nilReturnId: string,
    @Body({ schema: ChallengeNilReturn.schema }) { statement }: ValuesIn<typeof ChallengeNilReturn>,
  ): Promise<NilReturnRow> {
    const organisationId = actsFor(actor, 'USER_GROUP_MEMBER');
    await this.returns.challenge(actor, { roundId, nilReturnId, organisationId }, statement);
    return this.one(actor, roundId, nilReturnId);
  }

  @Post(':nil/setting-aside')
  @Requires('propose', Proposal)
  @Answers(RecordedOut, 201)
  async proposeSettingAside(
    @Acting() actor: Actor,
    @Param('id') roundId: string,
    @Param('nil') nilReturnId: string,
    @Body({ schema: SetNilReturnAside.schema }) values: ValuesIn<typeof SetNilReturnAside>,
  ): Promise<z.infer<typeof RecordedOut>> {
    return { id: await this.settingAside.propose(actor, { roundId, nilReturnId }, values) };
  }

  private async one(actor: Actor, roundId: Uuid, id: Uuid): Promise<NilReturnRow> {
    const found = await this.queries.one(actor, roundId, id);
    if (!found) throw new NotFound();
    return found;
  }
}

function actsFor(actor: Actor, role: Role): Uuid {
  const [organisationId] = actor.organisationsAs(role);
  if (organisationId === undefined) throw new NotPermitted();
  return organisationId;
}
