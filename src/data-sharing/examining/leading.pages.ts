import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { RequiresSignIn } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Clock } from '../../kernel/clock.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { CitationsService } from '../citations/citations.service.js';
import type { FlowDetail, StoredReport } from '../flow/flow-rows.js';
import type { RuleResult } from '../../legal-basis/rules/engine/evaluate.js';
import { ruleInWords, type RuleInWords } from '../showing/rule-in-words.js';
import { FlowsAsTheyStood } from './flows-as-they-stood.js';
import { JudgeAnew, OverrideResult } from './leading.forms.js';
import { LeadingService } from './leading.service.js';
import { withFixedAnswers } from '../../web/form/with-fixed-answers.js';

/** What only the lead reviewer does with a submitted flow: override one result, and have the flow judged anew. */
@ApiExcludeController()
@Controller('examined-flows/:id')
export class LeadingPages {
  constructor(
    private readonly flows: FlowsAsTheyStood,
    private readonly leading: LeadingService,
    private readonly citations: CitationsService,
    private readonly clock: Clock,
  ) {}

  @Get('reports/:report/:rule/override')
  @RequiresSignIn()
  async askOverride(@Acting() actor: Actor, @Param() at: ResultPlace): Promise<Page> {
    return overridePage(await this.result(actor, at), OverrideResult.asked({ rule: at.rule }));
  }

  @Post('reports/:report/:rule/override')
  @RequiresSignIn()
  async override(
    @Acting() actor: Actor,
    @Param() at: ResultPlace,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const found = await this.result(actor, at);
    return submit(OverrideResult, withFixedAnswers(body, { rule: at.rule }), {
      act: async (values) => {
        await this.leading.override(actor, { reportId: found.report.id, ...values });
        return new Redirect(
          `/examined-flows/${found.flow.id}?report=${found.report.id}`,
          'The override is published',
        );
      },
      again: (asked) => overridePage(found, asked),
    });
  }

  @Get('judge-anew')
  @RequiresSignIn()
  async askAnew(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    return anewPage(await this.led(actor, id), JudgeAnew.asked());
  }

  @Post('judge-anew')
  @RequiresSignIn()
  async judgeAnew(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const flow = await this.led(actor, id);
    return submit(JudgeAnew, body, {
      act: async ({ label }) => {
        const { reportId } = await this.leading.reevaluate(actor, flow.id, label);
        return new Redirect(`/examined-flows/${flow.id}?report=${reportId}`, 'The flow was judged anew');
      },
      again: (asked) => anewPage(flow, asked),
    });
  }

  /** The newest version, for the lead. @throws NotFound for everybody else. */
  private async led(actor: Actor, id: string): Promise<FlowDetail> {
    const asAt = this.clock.today();
    const stood = await this.flows.on(actor, id, { asAt, reportId: '' });
    if (!stood?.mayJudgeAnew) throw new NotFound();
    return stood.flow;
  }

  private async result(actor: Actor, at: ResultPlace): Promise<FoundResult> {
    const asAt = this.clock.today();
    const [stood, checked] = await Promise.all([
      this.flows.on(actor, at.id, { asAt, reportId: at.report }),
      this.citations.inWords(actor),
    ]);
    const report = stood?.report;
    const result = report?.results.find(({ rule }) => rule === at.rule);
    if (!stood?.mayOverride || !report || !result || report.id !== at.report) throw new NotFound();
    const words = ruleInWords(at.rule, checked);
    return { flow: stood.flow, report, result, words };
  }
}

interface ResultPlace {
  readonly id: string;
  readonly report: string;
  readonly rule: string;
}

interface FoundResult {
  readonly flow: FlowDetail;
  readonly report: StoredReport;
  readonly result: RuleResult;
  readonly words: RuleInWords;
}

function overridePage(
  { flow, report, result, words }: FoundResult,
  asked: Asked<FieldsOf<typeof OverrideResult>>,
): Page {
  return new Page('data-sharing/examining/views/override.njk', {
    ...asked,
    title: `Override ${result.rule}`,
    caption: flow.title,
    back: { href: `/examined-flows/${flow.id}?report=${report.id}`, text: flow.title },
    at: `/examined-flows/${flow.id}/reports/${report.id}/${result.rule}/override`,
    report,
    result,
    words,
    explanation: flow.explanations[result.rule] ?? null,
  });
}

function anewPage(flow: FlowDetail, asked: Asked<FieldsOf<typeof JudgeAnew>>): Page {
  return new Page('data-sharing/examining/views/judge-anew.njk', {
    ...asked,
    title: 'Judge this flow anew',
    caption: flow.title,
    back: { href: `/examined-flows/${flow.id}`, text: flow.title },
    at: `/examined-flows/${flow.id}/judge-anew`,
    newest: flow.reports.at(-1) ?? null,
  });
}
