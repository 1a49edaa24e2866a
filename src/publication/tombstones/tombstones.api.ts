import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Answers } from '../../web/api/answers.js';
import type { ValuesIn } from '../../web/form/form.js';
import { MadeRecordOut } from '../made-record-out.js';
import { RefusalToPublish } from '../refusal-to-publish.entity.js';
import { Withdrawal } from '../withdrawal.entity.js';
import { RefuseToPublish, WithdrawRelease } from './tombstone.forms.js';
import { TombstonesService } from './tombstones.service.js';

/** Withdrawing results and refusing to publish them, for programs of those who lead a review. */
@ApiTags('Publications')
@Controller('api/v1')
export class TombstonesApi {
  constructor(private readonly tombstones: TombstonesService) {}

  @Post('publications/:name/withdrawal')
  @Requires('withdraw', Withdrawal)
  @Answers(MadeRecordOut, 201)
  async withdraw(
    @Acting() actor: Actor,
    @Param('name') name: string,
    @Body({ schema: WithdrawRelease.schema }) values: ValuesIn<typeof WithdrawRelease>,
  ): Promise<{ id: Uuid }> {
    return { id: await this.tombstones.withdraw(actor, name, values) };
  }

  @Post('reviews/:reviewId/refusal-to-publish')
  @Requires('refuse', RefusalToPublish)
  @Answers(MadeRecordOut, 201)
  async refuse(
    @Acting() actor: Actor,
    @Param('reviewId') reviewId: string,
    @Body({ schema: RefuseToPublish.schema }) values: ValuesIn<typeof RefuseToPublish>,
  ): Promise<{ id: Uuid }> {
    return { id: await this.tombstones.refuse(actor, reviewId, values) };
  }
}
