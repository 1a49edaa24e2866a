import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { Assignment } from '../reviewers/assignment.entity.js';
import { InterestDecision } from '../reviewers/interest-decision.entity.js';
import { ReviewersQueries, type PanelRow } from '../reviewers/reviewers.queries.js';
import { ReviewersService } from '../reviewers/reviewers.service.js';
import { ReviewsQueries, type ReviewHeader } from '../reviews.queries.js';
import { ConfirmExclusion, ExcludeReviewer, ReturnToReview } from './excluding.forms.js';
import { ExcludingService } from './excluding.service.js';
import { InterestConfirmation } from './interest-confirmation.entity.js';

/** One person of one review, as the address names them. */
interface Place {
  readonly id: string;
  readonly member: string;
}

/** Pages on which those who lead a review exclude somebody for a conflict, two of them once scores are open. */
@ApiExcludeController()
@Controller('reviews/:id/panel/:member')
export class ExcludingPages {
  constructor(
    private readonly reviews: ReviewsQueries,
    private readonly queries: ReviewersQueries,
    private readonly reviewers: ReviewersService,
    private readonly excluding: ExcludingService,
  ) {}

  @Get('exclusion')
  @Requires('decide', InterestDecision)
  askToExclude(@Acting() actor: Actor, @Param() place: Place): Promise<Page> {
    return this.excludePage(actor, place, ExcludeReviewer.asked());
  }

  @Post('exclusion')
  @Requires('decide', InterestDecision)
  exclude(@Acting() actor: Actor, @Param() place: Place, @Body() body: unknown): Promise<Page | Redirect> {
    return submit(ExcludeReviewer, body, {
      act: async (values) => {
        const [review, { id: assignmentId }] = await this.one(actor, place);
        await this.excluding.exclude(actor, { reviewId: review.id, assignmentId, ...values });
        return new Redirect(
          `/reviews/${place.id}/panel`,
          review.scoresOpenedOn === null
            ? 'They are excluded'
            : 'Your decision was recorded. It waits for another person who leads this review',
        );
      },
      again: (asked) => this.excludePage(actor, place, asked),
    });
  }

  @Get('confirmation')
  @Requires('confirm', InterestConfirmation)
  askToConfirm(@Acting() actor: Actor, @Param() place: Place): Promise<Page> {
    return this.confirmPage(actor, place, ConfirmExclusion.asked());
  }

  @Post('confirmation')
  @Requires('confirm', InterestConfirmation)
  confirm(@Acting() actor: Actor, @Param() place: Place, @Body() body: unknown): Promise<Page | Redirect> {
    return submit(ConfirmExclusion, body, {
      act: async (values) => {
        const [review, { id: assignmentId }] = await this.one(actor, place);
        await this.excluding.confirm(actor, { reviewId: review.id, assignmentId, ...values });
        return new Redirect(
          `/reviews/${place.id}/panel`,
          values.agrees ? 'They are excluded, and their scores are set aside' : 'They continue',
        );
      },
      again: (asked) => this.confirmPage(actor, place, asked),
    });
  }

  @Get('return')
  @Requires('return', Assignment)
  askToReturn(@Acting() actor: Actor, @Param() place: Place): Promise<Page> {
    return this.returnPage(actor, place, ReturnToReview.asked());
  }

  @Post('return')
  @Requires('return', Assignment)
  comeBack(@Acting() actor: Actor, @Param() place: Place, @Body() body: unknown): Promise<Page | Redirect> {
    return submit(ReturnToReview, body, {
      act: async ({ reason }) => {
        const [review, { id: assignmentId }] = await this.one(actor, place);
        await this.reviewers.comeBack(actor, { reviewId: review.id, assignmentId, reason });
        return new Redirect(`/reviews/${place.id}/panel`, 'They take part again');
      },
      again: (asked) => this.returnPage(actor, place, asked),
    });
  }

  private async excludePage(
    actor: Actor,
    place: Place,
    asked: Asked<FieldsOf<typeof ExcludeReviewer>>,
  ): Promise<Page> {
    const [review, person] = await this.one(actor, place);
    return this.page([review, person], asked, {
      title: 'Exclude somebody for a conflict',
      action: 'exclusion',
      button: 'Exclude',
      said: 'Only a conflict of interest excludes somebody. Whoever has to leave for another reason leaves, and what they scored counts.',
      after: afterExcluding(review, person),
    });
  }

  private async confirmPage(
    actor: Actor,
    place: Place,
    asked: Asked<FieldsOf<typeof ConfirmExclusion>>,
  ): Promise<Page> {
    const [review, person] = await this.one(actor, place);
    const { waiting } = person;
    if (!waiting || waiting.own) throw new NotFound();
    return this.page([review, person], asked, {
      title: 'Agree or disagree with an exclusion',
      action: 'confirmation',
      button: 'Decide',
      stated: [
        { key: 'The conflict', value: waiting.conflict ?? 'What the person declared' },
        { key: 'Why they are to be excluded', value: waiting.reason },
        { key: 'Decided first by', value: waiting.post ?? 'Lead reviewer' },
      ],
      after:
        'If you agree, what they scored is set aside. It is published all the same, with both decisions; what was settled on it is settled again. If you do not agree, they continue.',
    });
  }

  private async returnPage(
    actor: Actor,
    place: Place,
    asked: Asked<FieldsOf<typeof ReturnToReview>>,
  ): Promise<Page> {
    const [review, person] = await this.one(actor, place);
    if (person.endedOn === null) throw new NotFound();
    return this.page([review, person], asked, {
      title: 'Let somebody take part again',
      action: 'return',
      button: 'Let them take part again',
      after:
        'After this, they can read this review as before. If they have no locked scores, they see nothing of the others before they have locked theirs.',
    });
  }

  private page([review, person]: readonly [ReviewHeader, PanelRow], asked: object, words: object): Page {
    return new Page('reviews/excluding/views/ask.njk', {
      caption: person.name ?? 'Somebody who takes part',
      reviewId: review.id,
      member: person.id,
      ...words,
      ...asked,
    });
  }

  private async one(actor: Actor, { id, member }: Place): Promise<readonly [ReviewHeader, PanelRow]> {
    const review = await this.reviews.header(actor, id);
    return [review, await this.queries.member(actor, { reviewId: review.id, assignmentId: member })];
  }
}

function afterExcluding({ scoresOpenedOn }: ReviewHeader, { locked }: PanelRow): string {
  const now = 'After this, they can read nothing more of this review.';
  if (scoresOpenedOn === null)
    return locked ? `${now} What they locked is set aside, and published all the same.` : now;
  return `${now} Scores are open, so another person who leads this review must agree before theirs are set aside. Until then moderation cannot close and nothing can be released.`;
}
