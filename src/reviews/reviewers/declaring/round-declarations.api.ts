import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../../access/requirement.js';
import type { Actor } from '../../../identity/actor.js';
import { Acting } from '../../../identity/request-actor.js';
import { Answers } from '../../../web/api/answers.js';
import { AllRecordedOut } from '../../recorded-out.js';
import { InterestDeclaration } from '../interest-declaration.entity.js';
import { declaredIn } from '../reviewer.forms.js';
import { DeclareForRoundBody } from './round-declaration.forms.js';
import { RoundDeclarationsService } from './round-declarations.service.js';

/** Declaring interests once for all reviews of a round, for programs. */
@ApiTags('Reviewers')
@Controller('api/v1/rounds/:id/declarations')
export class RoundDeclarationsApi {
  constructor(private readonly declarations: RoundDeclarationsService) {}

  @Post()
  @Requires('declare', InterestDeclaration)
  @Answers(AllRecordedOut, 201)
  async declare(
    @Acting() actor: Actor,
    @Param('id') roundId: string,
    @Body({ schema: DeclareForRoundBody }) { answers, differs }: z.infer<typeof DeclareForRoundBody>,
  ): Promise<z.infer<typeof AllRecordedOut>> {
    const ids = await this.declarations.declare(actor, roundId, {
      answers: declaredIn(answers),
      differs: new Map(differs.map((one) => [one.reviewId, declaredIn(one.answers)])),
    });
    return { ids: [...ids] };
  }
}
