import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { wordedBy } from '../criteria/score-fields.js';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Clock } from '../../kernel/clock.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { criterionChoices, ReviewedCriteria } from '../criteria/reviewed-criteria.js';
import { FindingsQueries } from '../findings/findings.queries.js';
import { Review } from '../review.entity.js';
import { ReplyDecision } from './reply-decision.entity.js';
import { Reply, REPLY_KIND_WORDS } from './reply.entity.js';
import { DecideReply, ReplyToFinding } from './reply.forms.js';
import { RepliesQueries } from './replies.queries.js';
import { RepliesService } from './replies.service.js';

/** Pages of the right of reply, for the trust and user-led groups alike, and of the decisions on it. */
@ApiExcludeController()
@Controller('reviews/:id')
export class RepliesPages {
  constructor(
    private readonly criteria: ReviewedCriteria,
    private readonly findings: FindingsQueries,
    private readonly queries: RepliesQueries,
    private readonly replies: RepliesService,
    private readonly clock: Clock,
  ) {}

  @Get('reply')
  @Requires('reply', Reply)
  ask(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    return this.replying(actor, id, ReplyToFinding.asked());
  }

  @Post('reply')
  @Requires('reply', Reply)
  reply(@Acting() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Page | Redirect> {
    return submit(ReplyToFinding, body, {
      act: async (point) => {
        await this.replies.reply(actor, id, [point]);
        return new Redirect(`/reviews/${id}/reply`, 'Your reply was sent');
      },
      again: (asked) => this.replying(actor, id, asked),
    });
  }

  @Get('replies')
  @Requires('decide', ReplyDecision)
  async list(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const { review } = await this.criteria.of(actor, id);
    if (!actor.engagedIn('led').includes(id)) throw new NotFound();
    const replies = await this.queries.replies(actor, id);
    const over = review.replyDueOn !== null && this.clock.today() > review.replyDueOn;
    return new Page('reviews/reply/views/replies.njk', {
      title: 'Replies and decisions',
      caption: review.organisation,
      review,
      isOver: over,
      replies: replies.map((reply) => ({ ...reply, kindWords: REPLY_KIND_WORDS[reply.kind].label })),
      mayClose: over && review.replyClosedOn === null && replies.every(({ accepted }) => accepted !== null),
    });
  }

  @Post('replies/close')
  @Requires('close-replies', Review)
  async close(@Acting() actor: Actor, @Param('id') id: string): Promise<Redirect> {
    await this.criteria.of(actor, id);
    await this.replies.close(actor, id);
    return new Redirect(`/reviews/${id}`, 'The findings are settled');
  }

  @Get('replies/:reply')
  @Requires('decide', ReplyDecision)
  askForDecision(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('reply') reply: string,
  ): Promise<Page> {
    return this.deciding(actor, { id, reply }, DecideReply.asked());
  }

  @Post('replies/:reply')
  @Requires('decide', ReplyDecision)
  decide(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('reply') reply: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    return submit(DecideReply, body, {
      act: async ({ accepted, reasons, newScore, newGrade }) => {
        const change = newScore === undefined ? undefined : { score: newScore, grade: newGrade ?? null };
        await this.replies.decide(actor, reply, { accepted, reasons, change });
        return new Redirect(
          `/reviews/${id}/replies`,
          change === undefined
            ? 'Your decision was recorded'
            : 'Your decision was recorded, and the new score was proposed to the reviewers',
        );
      },
      again: (asked) => this.deciding(actor, { id, reply }, asked),
    });
  }

  private async replying(
    actor: Actor,
    id: string,
    asked: Asked<FieldsOf<typeof ReplyToFinding>>,
  ): Promise<Page> {
    const reviewed = await this.criteria.of(actor, id);
    const { review } = reviewed;
    if (!actor.engagedIn('reply').includes(id)) throw new NotFound();
    const today = this.clock.today();
    return new Page('reviews/reply/views/reply.njk', {
      title: 'Reply to the findings',
      caption: review.organisation,
      review,
      replies: await this.queries.replies(actor, id),
      open: review.replyClosedOn === null && review.replyDueOn !== null && today <= review.replyDueOn,
      ...asked,
      form: asked.form.offering({ criterion: criterionChoices(reviewed) }),
    });
  }

  private async deciding(
    actor: Actor,
    { id, reply }: { readonly id: string; readonly reply: string },
    asked: Asked<FieldsOf<typeof DecideReply>>,
  ): Promise<Page> {
    const { review, edition } = await this.criteria.of(actor, id);
    const point = (await this.queries.replies(actor, id)).find((each) => each.id === reply);
    if (!point) throw new NotFound();
    const finding = (await this.findings.findings(actor, id)).find(
      ({ criterion }) => criterion === point.criterion,
    );
    const words = wordedBy(edition);
    return new Page('reviews/reply/views/decide-reply.njk', {
      title: `Decide about a reply on ${point.criterion}`,
      caption: review.organisation,
      review,
      point: { ...point, kindWords: REPLY_KIND_WORDS[point.kind].label },
      finding,
      ...asked,
      form: asked.form.offering({ newScore: words.score, newGrade: words.grade }),
    });
  }
}
