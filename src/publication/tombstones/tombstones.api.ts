import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Answers } from '../../web/api/answers.js';
import type { ValuesIn } from '../../web/form/form.js';
import { MadeRecordOut } from '../made-record-out.js';
import { Proposal } from '../../reviews/proposals/proposal.entity.js';
import { RefuseToPublish, WithdrawRelease } from './tombstone.forms.js';
import { TombstonesService } from './tombstones.service.js';

/** Proposing to withdraw results and to refuse to publish them, for programs of those who lead a review. */
@ApiTags('Publications')
@Controller('api/v1')
export class TombstonesApi {
  constructor(private readonly tombstones: TombstonesService) {}

  @Post('publications/:name/withdrawal')
  @Requires('propose', Proposal)
  @Answers(MadeRecordOut, 201)
  async proposeWithdrawal(
    @Acting() actor: Actor,
    @Param('name') name: string,
    @Body({ schema: WithdrawRelease.schema }) values: ValuesIn<typeof WithdrawRelease>,
  ): Promise<{ id: Uuid }> {
    return { id: await this.tombstones.proposeWithdrawal(actor, name, values) };
  }

  @Post('reviews/:reviewId/refusal-to-publish')
  @Requires('propose', Proposal)
  @Answers(MadeRecordOut, 201)
  async proposeRefusal(
    @Acting() actor: Actor,
    @Param('reviewId') reviewId: string,
    @Body({ schema: RefuseToPublish.schema }) values: ValuesIn<typeof RefuseToPublish>,
  ): Promise<{ id: Uuid }> {
    return { id: await this.tombstones.proposeRefusal(actor, reviewId, values) };
  }
}
