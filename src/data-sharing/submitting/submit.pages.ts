import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { DataFlow } from '../flow/data-flow.entity.js';
import type { FlowDetail } from '../flow/flow-rows.js';
import { FlowsService } from '../recording/flows.service.js';
import type { Explanations } from '../../legal-basis/explanations.js';
import { askedTogether, filledIn, keptAfter, spreadOut } from './asked-together.js';
import { OwnFlow } from '../recording/own-flow.js';
import { explanationsForm, explanationsSoFarForm } from './submit.form.js';
import { stepAfterKeeping, submitPage, type ToSubmit } from './submit-page.js';

/** A trust explains what its record does not show, keeps that with the draft as far as it came, and submits it. */
@ApiExcludeController()
@Controller('data-flows/:id/submit')
export class SubmitPages {
  constructor(
    private readonly own: OwnFlow,
    private readonly service: FlowsService,
  ) {}

  @Get()
  @Requires('submit', DataFlow)
  async ask(@Acting() actor: Actor, @Param('id') id: string): Promise<Page | Redirect> {
    const flow = await this.own.toChange(actor, id);
    if (!this.own.isMendable(actor, flow)) return new Redirect(`/data-flows/${flow.id}`);
    const [draft, said] = await Promise.all([this.judged(actor, flow), this.saidSoFar(actor, flow)]);
    const words = filledIn(flow, draft.results, said);
    return submitPage(draft, draft.form.asked({ ...words, version: flow.revision }));
  }

  @Post()
  @Requires('submit', DataFlow)
  async submit(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const flow = await this.own.toChange(actor, id);
    const done = new Redirect(`/data-flows/${flow.id}`, 'The flow was submitted');
    if (flow.submitted) return done;
    const draft = await this.judged(actor, flow);
    const step = stepAfterKeeping(flow.id, body);
    const { form } = draft;
    if (step !== null) return this.kept(actor, draft, body, () => Promise.resolve(step));
    const reading = form.read(body);
    if (!reading.ok) return this.kept(actor, draft, body, (revision) => askedAgain(draft, reading, revision));
    return submit(form, body, {
      act: async (values) => {
        const explanations = spreadOut(values, draft.together);
        await this.service.submit(actor, flow.id, { explanations, expected: Number(values['version']) });
        return done;
      },
      again: (asked) => submitPage(draft, asked),
      current: async () => ({ version: (await this.own.toChange(actor, flow.id)).revision }),
    });
  }

  /** Keeps with the draft what was typed, where it differs from what is kept, and goes on as the button or the faults say. */
  private kept(
    actor: Actor,
    draft: ToSubmit,
    body: unknown,
    goOn: (revision: number) => Promise<Page | Redirect> | Page,
  ): Promise<Page | Redirect> {
    const { flow } = draft;
    return submit(explanationsSoFarForm(draft.form), body, {
      act: async ({ version, ...values }) => {
        const explanations = keptAfter(flow.explanations, values);
        if (isSame(explanations, flow.explanations)) return goOn(Number(version));
        await this.service.explain(actor, flow.id, explanations, Number(version));
        return goOn((await this.own.toChange(actor, flow.id)).revision);
      },
      again: (asked) => submitPage(draft, { ...asked, form: draft.form }),
      current: async () => {
        const { explanations, revision } = await this.own.toChange(actor, flow.id);
        return { ...explanations, version: revision };
      },
    });
  }

  private async judged(actor: Actor, flow: FlowDetail): Promise<ToSubmit> {
    const { results } = await this.service.judge(actor, flow.id);
    const together = askedTogether(flow, results);
    return { flow, results, together, form: explanationsForm(results, together) };
  }

  /**
   * What is kept with the draft; before anything is, what the trust said of the same rules in the version before, so that
   * it can check it and need not type it again.
   */
  private async saidSoFar(actor: Actor, flow: FlowDetail): Promise<Explanations> {
    if (flow.replacesId === null || Object.keys(flow.explanations).length > 0) return flow.explanations;
    const { explanations } = await this.own.found(actor, flow.replacesId);
    return explanations;
  }
}

function askedAgain(draft: ToSubmit, asked: Asked, revision: number): Page {
  return submitPage(draft, { ...asked, answers: { ...asked.answers, version: String(revision) } });
}

function isSame(one: Explanations, other: Explanations): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}
