import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound, NotPermitted } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { Review } from '../review.entity.js';
import { ReviewsQueries } from '../reviews.queries.js';
import { ReviewsService } from '../reviews.service.js';
import { NilReturn } from './nil-return.entity.js';
import { SignNilReturn, StartReview } from './round.forms.js';
import { typedLines } from '../../web/form/sent/typed-lines.js';
import { RoundsQueries, type RoundRow } from './rounds.queries.js';
import { RoundsService } from './rounds.service.js';

/** Pages by which a round gets its answers: which deployments are reviewed, and who signs that they have none. */
@ApiExcludeController()
@Controller('rounds/:id')
export class AnsweringRoundsPages {
  constructor(
    private readonly queries: RoundsQueries,
    private readonly rounds: RoundsService,
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

  @Get('nil-return')
  @Requires('sign', NilReturn)
  askForNilReturn(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    return this.signing(actor, id, SignNilReturn.asked());
  }

  @Post('nil-return')
  @Requires('sign', NilReturn)
  sign(@Acting() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Page | Redirect> {
    return submit(SignNilReturn, body, {
      act: async ({ names, places, searchedBy }) => {
        await this.found(actor, id);
        const [organisationId] = actor.organisationsAs('TRUST_SUBMITTER', 'EXECUTIVE_APPROVER');
        if (organisationId === undefined) throw new NotPermitted();
        const searched = {
          namesSearched: typedLines(names),
          placesSearched: typedLines(places),
          searchedBy,
        };
        await this.rounds.signNilReturn(actor, { roundId: id, organisationId, ...searched });
        return new Redirect(`/rounds/${id}`, 'You have signed the nil return');
      },
      again: (asked) => this.signing(actor, id, asked),
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

  private async signing(
    actor: Actor,
    id: string,
    asked: Asked<FieldsOf<typeof SignNilReturn>>,
  ): Promise<Page> {
    const round = await this.found(actor, id);
    return new Page('reviews/rounds/views/nil-return.njk', {
      title: 'Sign that you have no such scheme',
      caption: round.title,
      round,
      ...asked,
    });
  }

  private async found(actor: Actor, id: string): Promise<RoundRow> {
    const round = await this.queries.one(actor, id);
    if (!round) throw new NotFound();
    return round;
  }
}
