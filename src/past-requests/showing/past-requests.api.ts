import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { Answers } from '../../web/api/answers.js';
import { pageRequest, paging } from '../../web/api/paging.js';
import { PastRequest } from '../holding/past-request.entity.js';
import { PastRequestOut, PastRequestsOut } from './past-request-out.js';
import { PastRequestsQueries } from './past-requests.queries.js';
import { toldTrusts } from './told-answer.js';

const RequestQuery = z.object({
  ...paging,
  q: z.string().max(200).optional().meta({
    description: 'Words of who asked whom for what, or of what sources say of it: `Kendall`.',
  }),
});

/** Requests of the past for programs. */
@ApiTags('Requests of the past')
@Controller('api/v1/past-requests')
export class PastRequestsApi {
  constructor(private readonly requests: PastRequestsQueries) {}

  @Get()
  @Requires('read', PastRequest)
  @Answers(PastRequestsOut)
  list(@Acting() actor: Actor, @Query({ schema: RequestQuery }) query: z.infer<typeof RequestQuery>) {
    return this.requests.list(actor, query, pageRequest(query));
  }

  @Get(':key')
  @Requires('read', PastRequest)
  @Answers(PastRequestOut)
  async one(@Acting() actor: Actor, @Param('key') key: string) {
    const request = await this.requests.one(actor, key);
    if (!request) throw new NotFound();
    const trusts = toldTrusts(request.trusts, request.answers).map(
      ({ trust, nameThen, now, nowInWords, answer }) => ({
        ...{ ...trust, nameThen, now, nowInWords },
        ...{
          answer: answer.standing,
          answerInWords: answer.words,
          answers: answer.said.map(({ key: said }) => said),
        },
      }),
    );
    return { ...request, trusts };
  }
}
