import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { ListPage } from '../../platform/database/keyset.js';
import { Answers } from '../../web/api/answers.js';
import { pageRequest, pageSchema, paging } from '../../web/api/paging.js';
import type { ValuesIn } from '../../web/form/form.js';
import { ERASED_BECAUSE_CODES, PublicQuestion, QUESTION_OUTCOMES } from '../public-question.entity.js';
import { EraseQuestion, ReadQuestion } from './moderating.forms.js';
import { ModeratingService } from './moderating.service.js';
import { ToReadQueries, type QuestionToRead } from './to-read.queries.js';

const Paging = z.object(paging);
const QuestionToReadOut = z
  .object({
    id: z.uuid(),
    words: z.string().nullable(),
    askedOn: z.iso.date(),
    held: z
      .boolean()
      .meta({ description: 'More came from one network within an hour than is read in turn.' }),
    outcome: z.enum(QUESTION_OUTCOMES).nullable(),
    repeatsId: z.uuid().nullable(),
    toAsker: z.string().nullable(),
    readOn: z.iso.date().nullable(),
    erasedOn: z.iso.date().nullable(),
    erasedBecause: z.enum([...ERASED_BECAUSE_CODES, 'NOT_PUT_UP']).nullable(),
    halt: z.object({ id: z.uuid(), orderedBy: z.string(), effectiveOn: z.iso.date() }),
    scheme: z.object({ key: z.string(), title: z.string(), area: z.string() }),
  })
  .meta({ id: 'QuestionToRead' });
const ToReadPage = pageSchema('QuestionToReadPage', QuestionToReadOut);

/** What people asked, for programs of those who put it up or say why not. */
@ApiTags('Public questions')
@Controller('api/v1/public-questions/moderation')
export class ModeratingApi {
  constructor(
    private readonly queries: ToReadQueries,
    private readonly moderating: ModeratingService,
  ) {}

  @Get()
  @Requires('read', PublicQuestion)
  @Answers(ToReadPage)
  list(
    @Acting() actor: Actor,
    @Query({ schema: Paging }) query: z.infer<typeof Paging>,
  ): Promise<ListPage<QuestionToRead>> {
    return this.queries.list(actor, pageRequest(query));
  }

  @Post(':id')
  @Requires('moderate', PublicQuestion)
  @Answers(QuestionToReadOut)
  async read(
    @Acting() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: ReadQuestion.schema }) values: ValuesIn<typeof ReadQuestion>,
  ): Promise<QuestionToRead> {
    await this.moderating.read(actor, id, values);
    return this.queries.one(actor, id);
  }

  @Post(':id/erase')
  @Requires('erase', PublicQuestion)
  @Answers(QuestionToReadOut)
  async erase(
    @Acting() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: EraseQuestion.schema }) { because }: ValuesIn<typeof EraseQuestion>,
  ): Promise<QuestionToRead> {
    await this.moderating.erase(actor, id, because);
    return this.queries.one(actor, id);
  }
}
