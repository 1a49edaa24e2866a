import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { DataFlow } from '../flow/data-flow.entity.js';
import type { FlowDetail } from '../flow/flow-rows.js';
import { FlowsService } from '../recording/flows.service.js';
import type { Explanations } from '../../legal-basis/explanations.js';
import type { RuleResult } from '../../legal-basis/rules/engine/evaluate.js';
import { type ShownGroup, draftReport } from '../showing/report-shown.js';
import { askedTogether, spreadOut, type AskedTogether } from './asked-together.js';
import { OwnFlow } from '../recording/own-flow.js';
import { explanationsForm } from './submit.form.js';

/** A trust explains what its record does not show, and submits it. */
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
    const [{ results }, said] = await Promise.all([
      this.service.judge(actor, flow.id),
      this.saidBefore(actor, flow),
    ]);
    const together = askedTogether(flow.id, results);
    const form = explanationsForm(results, together);
    return submitPage({ flow, results, together }, form.asked({ ...said, version: flow.revision }));
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
    const { results } = await this.service.judge(actor, flow.id);
    const together = askedTogether(flow.id, results);
    return submit(explanationsForm(results, together), body, {
      act: async (values) => {
        const explanations = spreadOut(values, together);
        await this.service.submit(actor, flow.id, { explanations, expected: Number(values['version']) });
        return done;
      },
      again: (asked) => submitPage({ flow, results, together }, asked),
      current: async () => ({ version: (await this.own.toChange(actor, flow.id)).revision }),
    });
  }

  /** What the trust said of the same rules in the version before, so that it can check it and need not type it again. */
  private async saidBefore(actor: Actor, flow: FlowDetail): Promise<Explanations> {
    if (flow.replacesId === null) return {};
    const { explanations } = await this.own.found(actor, flow.replacesId);
    return explanations;
  }
}

/** A draft with what the rules say of it, and which of them may be explained together. */
interface ToSubmit {
  readonly flow: FlowDetail;
  readonly results: readonly RuleResult[];
  readonly together: readonly AskedTogether[];
}

function submitPage({ flow, results, together }: ToSubmit, asked: Asked): Page {
  return new Page('data-sharing/submitting/views/submit.njk', {
    ...asked,
    title: 'Explain and submit',
    caption: flow.title,
    back: { href: `/data-flows/${flow.id}`, text: 'All pages of this flow' },
    action: `/data-flows/${flow.id}/submit`,
    isFollowing: flow.replacesId !== null,
    isPublic: flow.deployment.published,
    explaining: asked.form.drawn.length - together.length - 1,
    scheme: `/deployments/${flow.deployment.key}`,
    ...explainedIn(draftReport(flow, results), together, asked),
  });
}

/** The rules of the form: one by one under the group of the report that each is in, and page by page those that are asked together. */
function explainedIn(
  groups: readonly ShownGroup[],
  together: readonly AskedTogether[],
  { form, answers }: Asked,
) {
  const shared = new Map(together.flatMap((group) => group.rules.map((rule) => [rule, group.name])));
  const asked = (group: ShownGroup) =>
    group.results.filter(({ rule }) => form.drawn.some(({ name }) => name === rule));
  const all = groups.flatMap(asked);
  return {
    explained: groups
      .map((group) => ({
        title: group.key === 'mend' ? 'Not shown' : 'Not known',
        results: asked(group).filter(({ rule }) => !shared.has(rule)),
      }))
      .filter(({ results }) => results.length > 0),
    together: together.map(({ name, title, rules }) => ({
      name,
      title,
      isSaid: rules.some((rule) => (answers[rule] ?? '') !== ''),
      results: all.filter(({ rule }) => shared.get(rule) === name),
    })),
  };
}
