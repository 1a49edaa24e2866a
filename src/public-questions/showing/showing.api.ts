import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Clock } from '../../kernel/clock.js';
import { Answers } from '../../web/api/answers.js';
import { pageRequest, pageSchema, paging } from '../../web/api/paging.js';
import { firstDayInTime } from '../moderating/waits-too-long.js';
import { NOT_PUT_UP_CODES, PublicQuestion } from '../public-question.entity.js';
import { PublicQuestionsQueries } from './public-questions.queries.js';
import { PublicQuestionOut, questionOut } from './question-out.js';

const QuestionQuery = z.object({
  ...paging,
  deployment: z.string().max(100).optional().meta({ description: 'The key of a deployment.' }),
  halt: z.uuid().optional().meta({ description: 'The id of a halt.' }),
  answered: z.enum(['yes', 'no']).optional(),
});
const PublicQuestionPage = pageSchema('PublicQuestionPage', PublicQuestionOut);
const TallyOut = z
  .object({
    items: z.array(
      z.object({
        haltId: z.uuid(),
        outcome: z.enum([...NOT_PUT_UP_CODES, 'WAITS']).meta({
          description:
            'Why they were not put up; WAITS for those that have waited more than ten working days.',
        }),
        questions: z.number().int(),
        since: z.iso.date().nullable(),
      }),
    ),
  })
  .meta({ id: 'QuestionsNotShown' });

/** Public questions about halts, for programs. */
@ApiTags('Public questions')
@Controller('api/v1/public-questions')
export class PublicQuestionsApi {
  constructor(
    private readonly questions: PublicQuestionsQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('follow', PublicQuestion)
  @Answers(PublicQuestionPage)
  async list(
    @Acting() actor: Actor,
    @Query({ schema: QuestionQuery }) query: z.infer<typeof QuestionQuery>,
  ): Promise<z.input<typeof PublicQuestionPage>> {
    const { deployment, halt, answered } = query;
    const filter = { deployment, halt, answered: answered === undefined ? undefined : answered === 'yes' };
    const { items, next } = await this.questions.list(actor, filter, pageRequest(query));
    return { items: items.map((one) => questionOut(one, this.clock.today())), next };
  }

  @Get('not-shown')
  @Requires('follow', PublicQuestion)
  @Answers(TallyOut)
  async notShown(@Acting() actor: Actor): Promise<z.input<typeof TallyOut>> {
    return { items: await this.questions.tally(actor, firstDayInTime(this.clock.today()), null) };
  }

  @Get(':id')
  @Requires('follow', PublicQuestion)
  @Answers(PublicQuestionOut)
  async one(
    @Acting() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
  ): Promise<z.input<typeof PublicQuestionOut>> {
    return questionOut(await this.questions.one(actor, id), this.clock.today());
  }
}
