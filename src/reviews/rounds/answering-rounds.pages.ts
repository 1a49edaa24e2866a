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
import { Review } from '../review.entity.js';
import { ReviewsQueries } from '../reviews.queries.js';
import { ReviewsService } from '../reviews.service.js';
import { StartReview } from './round.forms.js';
import { RoundsQueries, type RoundRow } from './rounds.queries.js';

/** The page by which a round gets its answers: which deployments are reviewed. */
@ApiExcludeController()
@Controller('rounds/:id')
export class AnsweringRoundsPages {
  constructor(
    private readonly queries: RoundsQueries,
    private readonly reviews: ReviewsQueries,
    private readonly starting: ReviewsService,
  ) {}

  @Get('start')
  @Requires('start', Review)
  ask(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    return this.choosing(actor, id, StartReview.asked());
  }

  @Post('start')
  @Requires('start', Review)
  start(@Acting() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Page | Redirect> {
    return submit(StartReview, body, {
      act: async ({ deploymentId }) => {
        const review = await this.starting.start(actor, { roundId: id, deploymentId });
        return new Redirect(`/reviews/${review}`, 'The trust has been asked for a self-review');
      },
      again: (asked) => this.choosing(actor, id, asked),
    });
  }

  private async choosing(
    actor: Actor,
    id: string,
    asked: Asked<FieldsOf<typeof StartReview>>,
  ): Promise<Page> {
    const round = await this.found(actor, id);
    const { deployments, more } = await this.reviews.reviewable(actor, id);
    return new Page('reviews/rounds/views/start-review.njk', {
      title: 'Ask for a review',
      caption: round.title,
      round,
      none: deployments.length === 0,
      more,
      ...asked,
      form: asked.form.offering({
        deploymentId: deployments.map(({ id: value, title, organisation }) => ({
          value,
          label: `${title} – ${organisation}`,
        })),
      }),
    });
  }

  private async found(actor: Actor, id: string): Promise<RoundRow> {
    const round = await this.queries.one(actor, id);
    if (!round) throw new NotFound();
    return round;
  }
}
