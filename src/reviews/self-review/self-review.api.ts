import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { Answers } from '../../web/api/answers.js';
import type { ValuesIn } from '../../web/form/form.js';
import { AllRecordedOut, RecordedOut } from '../recorded-out.js';
import { SelfReviewSignature } from './self-review-signature.entity.js';
import { SelfAnswer } from './self-answer.entity.js';
import { AnswerItem, SignSelfReview } from './self-review.forms.js';
import { SelfReviewQueries, type SubmittedText } from './self-review.queries.js';
import { SelfReviewService } from './self-review.service.js';
import { SigningService, type SubmissionReceipt } from './signing.service.js';
import { SUBMISSION_OUTCOMES } from './signing.js';
import { Submission } from './submission.entity.js';

const MOST_AT_ONCE = 200;

const ScoresToAnswer = z
  .strictObject({ items: z.array(AnswerItem.schema).min(1).max(MOST_AT_ONCE) })
  .meta({ id: 'ScoresToAnswer' });

const ReceiptOut = z
  .object({
    id: z.uuid(),
    contentHash: z.string().meta({ description: 'SHA-256 over the canonical JSON of what was submitted.' }),
  })
  .meta({ id: 'SubmissionReceipt' });

const SubmissionOut = z
  .object({
    id: z.uuid(),
    outcome: z.enum(SUBMISSION_OUTCOMES),
    contentHash: z.string(),
    submittedOn: z.string(),
    content: z.string().meta({ description: 'The canonical JSON, byte for byte as it was hashed.' }),
  })
  .meta({ id: 'Submission' });

/** A trust's own layer of a review, for programs. */
@ApiTags('Reviews')
@Controller('api/v1/reviews/:id')
export class SelfReviewApi {
  constructor(
    private readonly queries: SelfReviewQueries,
    private readonly selfReview: SelfReviewService,
    private readonly signing: SigningService,
  ) {}

  @Post('answers')
  @Requires('answer', SelfAnswer)
  @Answers(AllRecordedOut, 201)
  async answer(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: ScoresToAnswer }) { items }: z.infer<typeof ScoresToAnswer>,
  ): Promise<z.infer<typeof AllRecordedOut>> {
    const answers = items.map(({ version, grade, ...item }) => ({
      ...item,
      grade: grade ?? null,
      after: version,
    }));
    return { ids: await this.selfReview.answerAll(actor, id, answers) };
  }

  @Post('signatures')
  @Requires('attest', SelfReviewSignature)
  @Answers(RecordedOut, 201)
  async attest(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: SignSelfReview.schema }) values: ValuesIn<typeof SignSelfReview>,
  ): Promise<z.infer<typeof RecordedOut>> {
    return { id: await this.signing.attest(actor, id, values) };
  }

  @Post('submission')
  @Requires('submit', Submission)
  @Answers(ReceiptOut, 201)
  submit(@Acting() actor: Actor, @Param('id') id: string): Promise<SubmissionReceipt> {
    return this.signing.submit(actor, id);
  }

  @Get('submission')
  @Requires('read', Submission)
  @Answers(SubmissionOut)
  async submission(@Acting() actor: Actor, @Param('id') id: string): Promise<SubmittedText> {
    const submission = await this.queries.submittedText(actor, id);
    if (!submission) throw new NotFound();
    return submission;
  }
}
