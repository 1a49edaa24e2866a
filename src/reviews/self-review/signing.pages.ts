import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { Download } from '../../web/answer/download.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { ReviewsQueries, type ReviewHeader } from '../reviews.queries.js';
import { answersHash, answersVersion, seenVersion } from './answers.js';
import { WholeSelfReview } from './answering/whole-self-review.js';
import { SelfReviewSignature } from './self-review-signature.entity.js';
import { SignSelfReview } from './self-review.forms.js';
import {
  SelfReviewQueries,
  type Answer,
  type SignatureRow,
  type SubmittedText,
} from './self-review.queries.js';
import {
  SIGNING_CAPACITIES,
  SIGNING_WORDS,
  SUBMISSION_OUTCOME_WORDS,
  type SigningCapacity,
} from './signing.js';
import { SigningService } from './signing.service.js';
import { Submission } from './submission.entity.js';

/** Pages on which a self-review is signed by three people and submitted by a fourth. */
@ApiExcludeController()
@Controller('reviews/:id')
export class SigningPages {
  constructor(
    private readonly reviews: ReviewsQueries,
    private readonly queries: SelfReviewQueries,
    private readonly signing: SigningService,
    private readonly whole: WholeSelfReview,
  ) {}

  @Get('signatures')
  @Requires('read', SelfReviewSignature)
  async ask(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    return this.page(actor, id, SignSelfReview.asked({ version: await this.version(actor, id) }));
  }

  @Post('signatures')
  @Requires('attest', SelfReviewSignature)
  sign(@Acting() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Page | Redirect> {
    return submit(SignSelfReview, body, {
      act: async (values) => {
        await this.signing.attest(actor, id, values);
        return new Redirect(`/reviews/${id}/signatures`, 'You have signed');
      },
      again: (asked) => this.page(actor, id, asked),
      current: async () => ({ version: await this.version(actor, id) }),
    });
  }

  @Get('submit')
  @Requires('submit', Submission)
  async check(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const review = await this.reviews.header(actor, id);
    if (review.submittedOn !== null) throw new NotFound();
    const answers = await this.queries.answers(actor, id);
    const signatures = await this.queries.signatures(actor, id);
    const signed = signedRows(review, answers, signatures);
    return new Page('reviews/self-review/views/submit.njk', {
      title: 'Check and submit',
      caption: review.organisation,
      review,
      whole: await this.whole.of(actor, id),
      signed,
      ready: signed.every(({ current }) => current),
    });
  }

  @Post('submission')
  @Requires('submit', Submission)
  async submit(@Acting() actor: Actor, @Param('id') id: string): Promise<Redirect> {
    await this.signing.submit(actor, id);
    return new Redirect(`/reviews/${id}/submission`, 'You have submitted the self-review');
  }

  @Get('submission')
  @Requires('read', Submission)
  async receipt(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const submission = await this.found(actor, id);
    const review = await this.reviews.header(actor, id);
    return new Page('reviews/self-review/views/submission.njk', {
      title: 'What you submitted',
      caption: review.organisation,
      review,
      submission,
      fileName: fileNameOf(id),
      outcome: SUBMISSION_OUTCOME_WORDS[submission.outcome],
      signed: signedRows(review, [], await this.queries.signatures(actor, id)),
    });
  }

  @Get('submission/text')
  @Requires('read', Submission)
  async text(@Acting() actor: Actor, @Param('id') id: string): Promise<Download> {
    const { content } = await this.found(actor, id);
    return new Download(fileNameOf(id), 'application/json; charset=utf-8', content);
  }

  private async found(actor: Actor, id: string): Promise<SubmittedText> {
    const submission = await this.queries.submittedText(actor, id);
    if (!submission) throw new NotFound();
    return submission;
  }

  private async page(actor: Actor, id: string, asked: Asked<FieldsOf<typeof SignSelfReview>>): Promise<Page> {
    const review = await this.reviews.header(actor, id);
    const answers = await this.queries.answers(actor, id);
    const signed = signedRows(review, answers, await this.queries.signatures(actor, id));
    const own = SIGNING_CAPACITIES.filter((capacity) =>
      actor.organisationsAs(capacity).includes(review.organisationId),
    );
    const choices = own.map((value) => ({ value, label: SIGNING_WORDS[value].post }));
    const [only] = own;
    return new Page('reviews/self-review/views/signatures.njk', {
      title: 'Signatures',
      caption: review.organisation,
      review,
      signed,
      whole: await this.whole.of(actor, id),
      mayWrite: own.length > 0 && review.submittedOn === null,
      stances: only && SIGNING_WORDS[only].stances,
      ...asked,
      answers: { ...asked.answers, ...(own.length === 1 && only !== undefined && { capacity: only }) },
      form: asked.form.offering({ capacity: choices }),
    });
  }

  private async version(actor: Actor, id: string): Promise<number> {
    const review = await this.reviews.header(actor, id);
    return seenVersion(review, answersVersion(await this.queries.answers(actor, id)));
  }
}

/** The name of the file that holds the very text of a submission. */
function fileNameOf(reviewId: string): string {
  return `candour-self-review-${reviewId}.json`;
}

interface SignedRow {
  readonly post: string;
  readonly capacity: SigningCapacity;
  readonly stance: string | null;
  readonly dissent: string;
  readonly signedOn: string | null;
  /** True when the signature is about the answers as they stand. */
  readonly current: boolean;
}

function signedRows(
  { criteria, editionMoveId }: ReviewHeader,
  answers: readonly Answer[],
  signatures: readonly SignatureRow[],
): SignedRow[] {
  const hash = answersHash(criteria, answers);
  return SIGNING_CAPACITIES.map((capacity) => {
    const found = signatures.find((one) => one.capacity === capacity);
    const { post, stances } = SIGNING_WORDS[capacity];
    return {
      post,
      capacity,
      stance: found ? stances[found.stance] : null,
      dissent: found?.dissent ?? '',
      signedOn: found?.signedOn ?? null,
      current: found?.answersHash === hash && found.editionMoveId === editionMoveId,
    };
  });
}
