import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound, OutOfTurn, SignInNeeded } from '../../kernel/refusal.js';
import { adding } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { FlowDisclosure } from '../flow/flow-disclosure.entity.js';
import { FlowsQueries } from '../flow/flows.queries.js';
import { RuleOverride } from '../flow/rule-override.entity.js';
import { RuleReport } from '../flow/rule-report.entity.js';
import { judgedCase, submittedCase } from '../judging/judged-case.js';
import { JudgingQueries } from '../judging/judging.queries.js';
import { disclosure, madeReport, ofFlow } from '../judging/made-report.js';

/** What a lead reviewer says when they override one result. */
export interface RuleOverrideInput {
  readonly reportId: Uuid;
  readonly rule: string;
  readonly reason: string;
  readonly evidence: string;
}

/** What only the lead reviewer does with a submitted flow, one method per act. */
@Injectable()
export class LeadingService {
  constructor(
    private readonly ledger: Ledger,
    private readonly flows: FlowsQueries,
    private readonly judging: JudgingQueries,
    private readonly clock: Clock,
  ) {}

  /** Says that one result of a stored report should weigh otherwise. The result stays, and all of this is public at once. */
  async override(actor: Actor, input: RuleOverrideInput): Promise<{ readonly id: Uuid }> {
    if (actor.personId === null) throw new SignInNeeded();
    const report = await this.flows.report(actor, input.reportId);
    if (!report) throw new NotFound();
    const { flow } = await submittedCase(this.judging, actor, report.flowId);
    const result = report.results.find(({ rule }) => rule === input.rule);
    if (!result) throw new NotFound('The report holds no result of this rule.');
    const { rule, version: ruleVersion, outcome } = result;
    if (outcome !== 'FAIL' && outcome !== 'WARN')
      throw new OutOfTurn('Only a result that is not met, or that asks for care, can be overridden.');
    const { reason, evidence } = input;
    const on = this.clock.today();
    const override = made(RuleOverride, {
      id: newId(),
      ...ofFlow(flow),
      reportId: report.id,
      ...{ rule, ruleVersion, outcome, reason, evidence },
      madeBy: actor.personId,
      madeOn: on,
    });
    const about = { subject: 'override', subjectId: override.id, on } as const;
    const disclosed = { tells: 'override', rule, ruleVersion, outcome, reason, evidence } as const;
    await this.ledger.perform(
      actor,
      adding('override', RuleOverride, override, reason),
      adding('disclose', FlowDisclosure, disclosure(flow, about, disclosed)),
    );
    return { id: override.id };
  }

  /** Judges a submitted flow by the present rule set and stores the result, labelled, beside the earlier ones. */
  async reevaluate(actor: Actor, flowId: Uuid, label: string): Promise<{ readonly reportId: Uuid }> {
    const found = await submittedCase(this.judging, actor, flowId);
    const on = this.clock.today();
    const terms = { occasion: 're-evaluation', label, on } as const;
    const report = madeReport(found.flow, judgedCase(found, on), terms);
    await this.ledger.perform(actor, adding('report', RuleReport, report));
    return { reportId: report.id };
  }
}
