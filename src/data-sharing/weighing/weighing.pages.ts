import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound, OutOfTurn } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { plural } from '../../web/words.js';
import { JUDGING_POSTS, StatedJudgement, type JudgingPost } from '../flow/stated-judgement.entity.js';
import { askingToJudge, FlowsToJudge, slugOf, type FlowToJudge } from './flow-to-judge.js';
import { judgedOnPage, judgingForm } from './judge-stated.form.js';
import { WeighingService } from './weighing.service.js';

/** Where a Guardian, an officer or a reviewer judges what a submitted version only states, several results at once. */
@ApiExcludeController()
@Controller('data-flows/:id/judgements/:post')
export class WeighingPages {
  constructor(
    private readonly toJudge: FlowsToJudge,
    private readonly weighing: WeighingService,
  ) {}

  @Get()
  @Requires('judge', StatedJudgement)
  async ask(@Acting() actor: Actor, @Param() at: JudgingPlace): Promise<Page> {
    const { found, post } = await this.opened(actor, at);
    return judgingPage(found, post);
  }

  @Post()
  @Requires('judge', StatedJudgement)
  async judge(
    @Acting() actor: Actor,
    @Param() at: JudgingPlace,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const { found, post } = await this.opened(actor, at);
    const { flow, report, results } = found;
    return submit(judgingForm(results), body, {
      act: async (values) => {
        const judgements = judgedOnPage(results, values);
        const seen = Number(values['version']);
        await this.weighing.judge(actor, report.id, { post, judgements, seen });
        return new Redirect(
          placeOf(flow.id, post).href,
          `You have judged ${plural(judgements.length, 'result')}`,
        );
      },
      again: (asked) => judgingPage(found, post, asked),
      current: async () => ({ version: (await this.toJudge.found(actor, at.id)).flow.judgements.length }),
    });
  }

  private async opened(
    actor: Actor,
    at: JudgingPlace,
  ): Promise<{ readonly found: FlowToJudge; readonly post: JudgingPost }> {
    const post = JUDGING_POSTS.find((one) => slugOf(one) === at.post);
    if (post === undefined) throw new NotFound();
    const found = await this.toJudge.found(actor, at.id);
    if (found.closedBecause !== null) throw new OutOfTurn(found.closedBecause);
    if (!found.posts.includes(post)) throw new NotFound();
    return { found, post };
  }
}

interface JudgingPlace {
  readonly id: string;
  readonly post: string;
}

function judgingPage(found: FlowToJudge, post: JudgingPost, asked?: Asked): Page {
  const { flow } = found;
  const asking = askingToJudge(found, post, asked);
  return new Page('data-sharing/weighing/views/judge.njk', {
    title: 'Judge what is only stated',
    caption: `${flow.title}, version ${String(flow.version)}`,
    back: placeOf(flow.id, post),
    issues: asking.issues,
    form: asking.form,
    asking,
  });
}

/** Where the person came from: the page of those who sign, or of those who review. */
function placeOf(flowId: string, post: JudgingPost): { readonly href: string; readonly text: string } {
  return post === 'REVIEWER'
    ? { href: `/examined-flows/${flowId}`, text: 'The data flow' }
    : { href: `/flows-to-sign/${flowId}`, text: 'The data flow' };
}
