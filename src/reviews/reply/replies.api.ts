import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { isId } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import type { ValuesIn } from '../../web/form/form.js';
import { AllRecordedOut, RecordedOut } from '../recorded-out.js';
import { Review } from '../review.entity.js';
import { ReplyDecision } from './reply-decision.entity.js';
import { Reply } from './reply.entity.js';
import { DecideReply, MakeStatement, ReplyToFinding } from './reply.forms.js';
import { RepliesQueries, type StatementRow } from './replies.queries.js';
import { RepliesService } from './replies.service.js';
import { Statement } from './statement.entity.js';
import { Answers } from '../../web/api/answers.js';

const MOST_AT_ONCE = 200;

const Replies = z
  .strictObject({ items: z.array(ReplyToFinding.schema).min(1).max(MOST_AT_ONCE) })
  .meta({ id: 'Replies' });

const StatementList = z
  .object({
    items: z.array(
      z.object({
        ...{ id: z.uuid(), organisation: z.string(), text: z.string(), statedOn: z.string() },
        criterion: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'StatementList' });

/** Replies to findings, the decisions on them, and statements of user-led groups, for programs. */
@ApiTags('Reviews')
@Controller('api/v1')
export class RepliesApi {
  constructor(
    private readonly queries: RepliesQueries,
    private readonly replies: RepliesService,
  ) {}

  @Post('reviews/:id/replies')
  @Requires('reply', Reply)
  @Answers(AllRecordedOut, 201)
  async reply(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: Replies }) { items }: z.infer<typeof Replies>,
  ): Promise<z.infer<typeof AllRecordedOut>> {
    return { ids: await this.replies.reply(actor, id, items) };
  }

  @Post('replies/:id/decision')
  @Requires('decide', ReplyDecision)
  @Answers(RecordedOut, 201)
  async decide(
    @Acting() actor: Actor,
    @Param('id') replyId: string,
    @Body({ schema: DecideReply.schema }) values: ValuesIn<typeof DecideReply>,
  ): Promise<z.infer<typeof RecordedOut>> {
    const { accepted, reasons, newScore, newGrade } = values;
    const change = newScore === undefined ? undefined : { score: newScore, grade: newGrade ?? null };
    return { id: await this.replies.decide(actor, replyId, { accepted, reasons, change }) };
  }

  @Post('reviews/:id/replies-close')
  @HttpCode(204)
  @Requires('close-replies', Review)
  @ApiResponse({ status: 204 })
  async close(@Acting() actor: Actor, @Param('id') id: string): Promise<void> {
    if (!isId(id)) throw new NotFound();
    await this.replies.close(actor, id);
  }

  @Get('reviews/:id/statements')
  @Requires('read', Statement)
  @Answers(StatementList)
  async statements(@Acting() actor: Actor, @Param('id') id: string): Promise<{ items: StatementRow[] }> {
    if (!isId(id)) throw new NotFound();
    return { items: await this.queries.statements(actor, id) };
  }

  @Post('reviews/:id/statements')
  @Requires('state', Statement)
  @Answers(RecordedOut, 201)
  async state(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: MakeStatement.schema }) values: ValuesIn<typeof MakeStatement>,
  ): Promise<z.infer<typeof RecordedOut>> {
    return { id: await this.replies.state(actor, id, values) };
  }
}
