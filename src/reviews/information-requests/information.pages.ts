import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../../access/access.js';
import { Requires } from '../../access/requirement.js';
import { standIn } from '../../access/stand-in.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Clock } from '../../kernel/clock.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { criterionChoices, evidenceChoices, ReviewedCriteria } from '../criteria/reviewed-criteria.js';
import type { ReviewHeader } from '../reviews.queries.js';
import { InformationAnswer } from './information-answer.entity.js';
import { InformationRequest } from './information-request.entity.js';
import { informationState, lateInWords } from './information-shown.js';
import { informationStanding } from './information-standing.js';
import { AnswerInformation, AskForInformation } from './information.forms.js';
import { InformationQueries, type InformationRow } from './information.queries.js';
import { InformationService } from './information.service.js';

interface Place {
  readonly id: string;
  readonly request: string;
}

/** Pages on which reviewers ask the trust for something, and the trust answers. None says which reviewer asks. */
@ApiExcludeController()
@Controller('reviews/:id/information-requests')
export class InformationPages {
  constructor(
    private readonly criteria: ReviewedCriteria,
    private readonly queries: InformationQueries,
    private readonly information: InformationService,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('read', InformationRequest)
  async list(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const { review } = await this.criteria.of(actor, id);
    const today = this.clock.today();
    const requests = await this.queries.inReview(actor, id);
    return new Page('reviews/information-requests/views/list.njk', {
      title: 'What reviewers ask the trust for',
      caption: review.organisation,
      review,
      requests: requests.map((request) => ({
        ...request,
        tag: informationState(request, today),
        late: lateInWords(informationStanding(request, today)),
        mayAnswer: this.mayAnswer(actor, review, request),
      })),
      mayAsk: this.mayAsk(actor, review),
    });
  }

  @Get('ask')
  @Requires('ask', InformationRequest)
  ask(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    return this.askPage(actor, id, AskForInformation.asked());
  }

  @Post('ask')
  @Requires('ask', InformationRequest)
  askFor(@Acting() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Page | Redirect> {
    return submit(AskForInformation, body, {
      act: async (values) => {
        await this.information.ask(actor, id, values);
        return new Redirect(`/reviews/${id}/information-requests`, 'The trust is asked');
      },
      again: (asked) => this.askPage(actor, id, asked),
    });
  }

  @Get(':request/answer')
  @Requires('answer', InformationAnswer)
  askToAnswer(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('request') request: string,
  ): Promise<Page> {
    return this.answerPage(actor, { id, request }, AnswerInformation.asked());
  }

  @Post(':request/answer')
  @Requires('answer', InformationAnswer)
  answer(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('request') request: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    return submit(AnswerInformation, body, {
      act: async (values) => {
        await this.information.answer(actor, { reviewId: id, requestId: request }, values);
        return new Redirect(
          `/reviews/${id}/information-requests`,
          'Your answer stands beside your self-review',
        );
      },
      again: (asked) => this.answerPage(actor, { id, request }, asked),
    });
  }

  private async askPage(
    actor: Actor,
    id: string,
    asked: Asked<FieldsOf<typeof AskForInformation>>,
  ): Promise<Page> {
    const work = await this.criteria.of(actor, id);
    if (!this.mayAsk(actor, work.review)) throw new NotFound();
    return new Page('reviews/information-requests/views/ask.njk', {
      title: 'Ask the trust for something',
      caption: work.review.organisation,
      review: work.review,
      ...asked,
      form: asked.form.offering({ criterion: criterionChoices(work) }),
    });
  }

  private async answerPage(
    actor: Actor,
    { id, request }: Place,
    asked: Asked<FieldsOf<typeof AnswerInformation>>,
  ): Promise<Page> {
    const { review } = await this.criteria.of(actor, id);
    const found = await this.queries.one(actor, id, request);
    if (!found || !this.mayAnswer(actor, review, found)) throw new NotFound();
    const evidence = await this.criteria.evidenceFor(actor, review);
    return new Page('reviews/information-requests/views/answer.njk', {
      title: `Answer what a reviewer asks about ${found.criterion}`,
      caption: review.organisation,
      review,
      found,
      ...asked,
      form: asked.form.offering({ evidenceIds: evidenceChoices(evidence) }),
      only: evidence.length > 0 ? ['gives', 'answer', 'evidenceIds'] : ['gives', 'answer'],
    });
  }

  private mayAsk(actor: Actor, { id: reviewId, organisationId, ...review }: ReviewHeader): boolean {
    const isTime = review.submittedOn !== null && review.scoresOpenedOn === null && review.voidedOn === null;
    return isTime && this.access.can(actor, 'ask', standIn(InformationRequest, { reviewId, organisationId }));
  }

  private mayAnswer(
    actor: Actor,
    { id: reviewId, organisationId, replyClosedOn, voidedOn }: ReviewHeader,
    { gives }: InformationRow,
  ): boolean {
    const draft = standIn(InformationAnswer, { reviewId, organisationId, answeredBy: actor.personId });
    const isTime = replyClosedOn === null && voidedOn === null;
    return gives === null && isTime && this.access.can(actor, 'answer', draft);
  }
}
