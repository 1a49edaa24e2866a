import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import { ChangeOut } from '../../evidence/history/change-out.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import type { ListPage } from '../../platform/database/keyset.js';
import { pageRequest, pageSchema, paging } from '../../web/api/paging.js';
import type { ValuesIn } from '../../web/form/form.js';
import { DateMovesOut } from '../date-moves.js';
import { RecordedOut } from '../recorded-out.js';
import { Round } from '../round.entity.js';
import { MovingDatesService } from './moving-dates.service.js';
import { MoveDate, OpenRound, VoidRound } from './round.forms.js';
import { VoidingService } from './voiding.service.js';
import { Proposal } from '../proposals/proposal.entity.js';
import { RoundsQueries, type RoundRow } from './rounds.queries.js';
import { RoundsService } from './rounds.service.js';
import { Answers } from '../../web/api/answers.js';

const RoundOut = z
  .object({
    id: z.uuid(),
    revision: z.number(),
    title: z.string(),
    framework: z.string(),
    asAt: z.string(),
    criteria: z.array(z.string()),
    openedOn: z.string(),
    selfReviewDue: z.string(),
    scoringDue: z.string(),
    replyWorkingDays: z.number(),
    publicationDate: z.string(),
    firstPromise: z
      .object({ selfReviewDue: z.string(), scoringDue: z.string(), publicationDate: z.string() })
      .meta({ description: 'The days first promised; what is late is counted from them.' }),
    voiding: z
      .object({ post: z.string(), reason: z.string(), on: z.string() })
      .nullable()
      .meta({ description: 'Who answers for voiding the round, why, and when; null while it stands.' }),
    moves: DateMovesOut,
    changes: z
      .array(ChangeOut)
      .meta({ description: 'What the round said before, newest first; it stays for ever.' }),
  })
  .meta({ id: 'Round' });

const RoundPage = pageSchema('RoundPage', RoundOut);
const RoundQuery = z.object(paging);

/** Rounds of reviews and the dates they promise, for programs. */
@ApiTags('Rounds')
@Controller('api/v1/rounds')
export class RoundsApi {
  constructor(
    private readonly queries: RoundsQueries,
    private readonly rounds: RoundsService,
    private readonly moving: MovingDatesService,
    private readonly voiding: VoidingService,
  ) {}

  @Get()
  @Requires('read', Round)
  @Answers(RoundPage)
  list(
    @Acting() actor: Actor,
    @Query({ schema: RoundQuery }) query: z.infer<typeof RoundQuery>,
  ): Promise<ListPage<RoundRow>> {
    return this.queries.list(actor, pageRequest(query));
  }

  @Get(':id')
  @Requires('read', Round)
  @Answers(RoundOut)
  async one(@Acting() actor: Actor, @Param('id') id: string): Promise<RoundRow> {
    const round = await this.queries.one(actor, id);
    if (!round) throw new NotFound();
    return round;
  }

  @Post()
  @Requires('open', Round)
  @Answers(RoundOut, 201)
  async open(
    @Acting() actor: Actor,
    @Body({ schema: OpenRound.schema }) values: ValuesIn<typeof OpenRound>,
  ): Promise<RoundRow> {
    return this.one(actor, await this.rounds.open(actor, values));
  }

  @Post(':id/dates')
  @Requires('propose', Proposal)
  @Answers(RecordedOut, 201)
  async proposeDate(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: MoveDate.schema }) values: ValuesIn<typeof MoveDate>,
  ): Promise<z.infer<typeof RecordedOut>> {
    return { id: await this.moving.propose(actor, id, values) };
  }

  @Post(':id/voiding')
  @Requires('propose', Proposal)
  @Answers(RecordedOut, 201)
  async proposeVoiding(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: VoidRound.schema }) values: ValuesIn<typeof VoidRound>,
  ): Promise<z.infer<typeof RecordedOut>> {
    return { id: await this.voiding.propose(actor, id, values) };
  }
}
