import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Page } from '../../web/answer/page.js';
import { ReviewsQueries } from '../reviews.queries.js';
import { SelfAnswer } from '../self-review/self-answer.entity.js';
import { SelfReviewQueries } from '../self-review/self-review.queries.js';
import { AnswersOnTheWay } from './answers-on-the-way.js';
import { MovingEditionsService } from './moving-editions.service.js';
import { shownMove } from './shown-move.js';

/** Pages on which a trust sees what a move to another edition does to its own answers, and those that are kept. */
@ApiExcludeController()
@Controller('reviews/:id')
export class MovedAnswersPages {
  constructor(
    private readonly reviews: ReviewsQueries,
    private readonly selfReview: SelfReviewQueries,
    private readonly moving: MovingEditionsService,
    private readonly onTheWay: AnswersOnTheWay,
  ) {}

  @Get('editions/:key')
  @Requires('read', SelfAnswer)
  async move(@Acting() actor: Actor, @Param('id') id: string, @Param('key') key: string): Promise<Page> {
    const review = await this.reviews.header(actor, id);
    const looked = await this.moving.look(actor, review.roundId, key);
    const known = await this.selfReview.answers(actor, id);
    const kept = await this.onTheWay.kept(actor, review);
    const answers = [...kept.toReversed(), ...known].map(
      (answer) => [answer.criterion ?? '', answer] as const,
    );
    return new Page('reviews/changing-edition/views/move-of-answers.njk', {
      title: `Your answers, from ${looked.round.framework} to ${looked.to.key}`,
      caption: review.organisation,
      review,
      ...shownMove(looked),
      own: Object.fromEntries(answers),
    });
  }

  @Get('kept-answers')
  @Requires('read', SelfAnswer)
  async kept(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const review = await this.reviews.header(actor, id);
    return new Page('reviews/changing-edition/views/kept.njk', {
      title: 'Answers that are kept',
      caption: review.organisation,
      review,
      kept: await this.onTheWay.kept(actor, review),
    });
  }
}
