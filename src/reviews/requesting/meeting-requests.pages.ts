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
import { criterionChoices, ReviewedCriteria } from '../criteria/reviewed-criteria.js';
import { AskForMeeting, SayWhatContradicts } from './meeting-request.forms.js';
import { MeetingRequest } from './meeting-request.entity.js';
import { MeetingsQueries } from '../meeting/meetings.queries.js';
import { MeetingRequestsService } from './meeting-requests.service.js';

/** Pages on which reviewers and leads ask for a meeting, and user-led groups say where survivors contradict. */
@ApiExcludeController()
@Controller('reviews/:id')
export class MeetingRequestsPages {
  constructor(
    private readonly criteria: ReviewedCriteria,
    private readonly queries: MeetingsQueries,
    private readonly meetings: MeetingRequestsService,
  ) {}

  @Get('meetings/ask')
  @Requires('ask', MeetingRequest)
  async ask(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    return this.asking(actor, id, AskForMeeting.asked());
  }

  @Post('meetings/ask')
  @Requires('ask', MeetingRequest)
  askFor(@Acting() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Page | Redirect> {
    return submit(AskForMeeting, body, {
      act: async (given) => {
        await this.meetings.ask(actor, id, given);
        return new Redirect(
          `/reviews/${id}/meetings/ask`,
          `You asked for a meeting about ${given.criterion}`,
        );
      },
      again: (asked) => this.asking(actor, id, asked),
    });
  }

  @Get('contradictions')
  @Requires('ask', MeetingRequest)
  async told(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    return this.telling(actor, id, SayWhatContradicts.asked());
  }

  @Post('contradictions')
  @Requires('ask', MeetingRequest)
  tell(@Acting() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Page | Redirect> {
    return submit(SayWhatContradicts, body, {
      act: async (given) => {
        await this.meetings.ask(actor, id, { ...given, ground: 'survivors' });
        return new Redirect(`/reviews/${id}/contradictions`, 'The reviewers will meet about it');
      },
      again: (asked) => this.telling(actor, id, asked),
    });
  }

  private async asking(
    actor: Actor,
    id: string,
    asked: Asked<FieldsOf<typeof AskForMeeting>>,
  ): Promise<Page> {
    const reviewed = await this.criteria.of(actor, id);
    const { review } = reviewed;
    if (!actor.engagedIn('compare').includes(id)) throw new NotFound();
    const leads = actor.engagedIn('led').includes(id);
    return new Page('reviews/requesting/views/ask.njk', {
      title: 'Ask for a meeting',
      caption: review.organisation,
      back: leads
        ? { href: `/reviews/${id}/moderation`, text: 'Moderate the scores' }
        : { href: `/reviews/${id}/meetings`, text: 'Meetings' },
      intro: 'A score settles itself unless there is a reason to meet about it. Your reason is one.',
      requests: [],
      action: `/reviews/${id}/meetings/ask`,
      after: 'After this, the reviewers meet about it before anything counts.',
      ...asked,
      form: asked.form.offering({ criterion: criterionChoices(reviewed) }),
    });
  }

  private async telling(
    actor: Actor,
    id: string,
    asked: Asked<FieldsOf<typeof SayWhatContradicts>>,
  ): Promise<Page> {
    const reviewed = await this.criteria.of(actor, id);
    const { review } = reviewed;
    const ours = actor.organisationsAs('USER_GROUP_MEMBER');
    if (ours.length === 0) throw new NotFound();
    const requests = await this.queries.requests(actor, id);
    return new Page('reviews/requesting/views/ask.njk', {
      title: 'Say what people tell you about a criterion',
      caption: `${review.organisation}, ${review.round}`,
      back: { href: `/reviews/${id}`, text: review.organisation },
      intro:
        'You need not know how reviewers scored. Where you say what people who lived through the scheme tell you, the reviewers must meet about that criterion before anything counts.',
      requests: requests.filter(
        ({ organisationId }) => organisationId !== null && ours.includes(organisationId),
      ),
      action: `/reviews/${id}/contradictions`,
      after:
        'After this, the reviewers can read it when all have scored, and everyone when the result is published.',
      ...asked,
      form: asked.form.offering({ criterion: criterionChoices(reviewed) }),
    });
  }
}
