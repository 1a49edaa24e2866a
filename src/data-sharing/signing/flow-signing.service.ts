import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound, OutOfTurn, SignInNeeded } from '../../kernel/refusal.js';
import { adding } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { FlowDisclosure } from '../flow/flow-disclosure.entity.js';
import { FlowSignOff } from '../flow/flow-sign-off.entity.js';
import { FlowsQueries } from '../flow/flows.queries.js';
import { judgeFlow, type Judged } from '../../legal-basis/judge-flow.js';
import { JudgingQueries, type FlowCase } from '../judging/judging.queries.js';
import { disclosedReport, disclosure, madeReport, ofFlow } from '../judging/made-report.js';
import { recordToJudge } from '../judging/record-to-judge.js';
import { RuleOverride } from '../flow/rule-override.entity.js';
import { RuleReport } from '../flow/rule-report.entity.js';
import { nobodySignedMeanwhile } from './nobody-signed-meanwhile.js';
import { SIGN_OFF_CAPACITIES } from '../flow/sign-off-choices.js';
import { mustBeSignable, type SignOffInput } from './sign-off-input.js';

/** What a lead reviewer says when they override one result. */
export interface RuleOverrideInput {
  readonly reportId: Uuid;
  readonly rule: string;
  readonly reason: string;
  readonly evidence: string;
}

/** What people other than the submitter say about a submitted flow, one method per act. */
@Injectable()
export class FlowSigningService {
  constructor(
    private readonly ledger: Ledger,
    private readonly flows: FlowsQueries,
    private readonly judging: JudgingQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Signs a submitted flow in one capacity. The flow is judged again with the sign-off in it, because some rules ask who
   * signed; the decision and any dissent become public with the new counts.
   */
  async signOff(
    actor: Actor,
    flowId: Uuid,
    input: SignOffInput,
  ): Promise<{ readonly id: Uuid; readonly reportId: Uuid }> {
    if (actor.personId === null) throw new SignInNeeded();
    mustBeSignable(input);
    const found = await this.submittedCase(actor, flowId);
    const { flow } = found;
    const signOff = this.madeSignOff(found, actor.personId, input);
    const judged = this.judged({ ...found, signOffs: [...found.signOffs, signOff] });
    const { capacity, decision, adviceFollowed, dissent, signedOn: on } = signOff;
    const label = `After the sign-off of the ${SIGN_OFF_CAPACITIES[capacity]}`;
    const report = madeReport(flow, judged, { occasion: 'sign-off', label, on });
    const about = { subject: 'sign-off', subjectId: signOff.id, on } as const;
    await this.ledger.perform(
      actor,
      adding('sign', FlowSignOff, signOff),
      ...(input.seen === undefined ? [] : [nobodySignedMeanwhile(flow.id, input.seen)]),
      adding('report', RuleReport, report),
      adding(
        'disclose',
        FlowDisclosure,
        disclosure(flow, about, { tells: 'sign-off', capacity, decision, adviceFollowed, dissent }),
      ),
      adding('disclose', FlowDisclosure, disclosedReport(flow, report)),
    );
    return { id: signOff.id, reportId: report.id };
  }

  /** Says that one result of a stored report should weigh otherwise. The result stays, and all of this is public at once. */
  async override(actor: Actor, input: RuleOverrideInput): Promise<{ readonly id: Uuid }> {
    if (actor.personId === null) throw new SignInNeeded();
    const report = await this.flows.report(actor, input.reportId);
    if (!report) throw new NotFound();
    const { flow } = await this.submittedCase(actor, report.flowId);
    const result = report.results.find(({ rule }) => rule === input.rule);
    if (!result) throw new NotFound('The report holds no result of this rule.');
    if (result.outcome !== 'FAIL' && result.outcome !== 'WARN')
      throw new OutOfTurn('Only a result that is not met, or that asks for care, can be overridden.');
    const { rule, version: ruleVersion, outcome } = result;
    const { reason, evidence } = input;
    const on = this.clock.today();
    const override = Object.assign(new RuleOverride(), {
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
    const found = await this.submittedCase(actor, flowId);
    const terms = { occasion: 're-evaluation', label, on: this.clock.today() } as const;
    const report = madeReport(found.flow, this.judged(found), terms);
    await this.ledger.perform(actor, adding('report', RuleReport, report));
    return { reportId: report.id };
  }

  private async submittedCase(actor: Actor, flowId: Uuid): Promise<FlowCase> {
    const found = await this.judging.caseOf(actor, flowId);
    if (!found) throw new NotFound();
    if (!found.flow.submitted)
      throw new OutOfTurn('This flow is still a draft. It is signed after it is submitted.');
    return found;
  }

  private madeSignOff({ flow }: FlowCase, signedBy: Uuid, input: SignOffInput): FlowSignOff {
    return Object.assign(new FlowSignOff(), {
      id: newId(),
      ...ofFlow(flow),
      capacity: input.capacity,
      decision: input.decision,
      signedBy,
      signedOn: this.clock.today(),
      reasons: input.reasons,
      conditions: input.conditions ?? null,
      adviceFollowed: input.adviceFollowed ?? null,
      adviceNotFollowedReason: input.adviceNotFollowedReason ?? null,
      dissent: input.dissent ?? null,
      schemeParts: [...(input.schemeParts ?? [])],
    });
  }

  private judged({ flow, signOffs, register }: FlowCase): Judged {
    return judgeFlow(recordToJudge(flow, signOffs), register, this.clock.today());
  }
}
