import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Clock } from '../../kernel/clock.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { chosenIn, NarrowedBy } from '../../web/asking/names-asked.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import type { TypedQuery } from '../../web/list-request.js';
import { criterionChoices, ReviewedCriteria } from '../criteria/reviewed-criteria.js';
import { MakeStatement } from './reply.forms.js';
import { RepliesQueries } from './replies.queries.js';
import { RepliesService } from './replies.service.js';
import { Statement } from './statement.entity.js';
import { statementWindow } from './statement-window.js';

/** The page on which a user-led group states about a scheme or one criterion, says its last day, and keeps what came too late. */
@ApiExcludeController()
@Controller('reviews/:id/statement')
export class StatementsPages {
  constructor(
    private readonly criteria: ReviewedCriteria,
    private readonly queries: RepliesQueries,
    private readonly replies: RepliesService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('state', Statement)
  @NarrowedBy('criterion')
  async ask(@Acting() actor: Actor, @Param('id') id: string, @Query() query: TypedQuery): Promise<Page> {
    const { review } = await this.criteria.of(actor, id);
    const criterion = chosenIn(query, 'criterion', review.criteria);
    return this.page(actor, id, MakeStatement.asked({ criterion }));
  }

  @Post()
  @Requires('state', Statement)
  state(@Acting() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Page | Redirect> {
    return submit(MakeStatement, body, {
      act: async (values) => {
        await this.replies.state(actor, id, values);
        return new Redirect(`/reviews/${id}/statement`, 'Your statement was sent');
      },
      again: (asked) => this.page(actor, id, asked),
    });
  }

  private async page(actor: Actor, id: string, asked: Asked<FieldsOf<typeof MakeStatement>>): Promise<Page> {
    const reviewed = await this.criteria.of(actor, id);
    const { review } = reviewed;
    const all = await this.queries.statements(actor, id);
    const ours = actor.organisationsAs('USER_GROUP_MEMBER');
    return new Page('reviews/reply/views/statement.njk', {
      title: 'Your group’s statement',
      caption: `${review.organisation}, ${review.round}`,
      review,
      window: statementWindow(review, this.clock.today()),
      statements: all.filter(({ organisationId }) => ours.includes(organisationId)),
      ...asked,
      form: asked.form.offering({ criterion: criterionChoices(reviewed) }),
    });
  }
}
