import { Injectable } from '@nestjs/common';
import { DeploymentsQueries } from '../../deployments/finding/deployments.queries.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import {
  ChangedMeanwhile,
  NotFound,
  NotPermitted,
  OutOfTurn,
  SignInNeeded,
  Unprocessable,
} from '../../kernel/refusal.js';
import { adding, changing } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { DataFlow, TAKE_UP_FIRST } from '../flow/data-flow.entity.js';
import { draftOf, UNSUBMITTED } from '../flow/draft-of.js';
import { FlowDisclosure } from '../flow/flow-disclosure.entity.js';
import { explanationFaults, explanationsFor, type Explanations } from '../../legal-basis/explanations.js';
import { flowContentFrom, titleOf } from '../../legal-basis/record/flow-content.js';
import { judgeFlow, type Judged } from '../../legal-basis/judge-flow.js';
import { JudgingQueries, type FlowCase } from '../judging/judging.queries.js';
import { disclosedReport, madeReport } from '../judging/made-report.js';
import { recordToJudge } from '../judging/record-to-judge.js';
import { nothingPutAsideFollows } from './nothing-put-aside-follows.js';
import { PartnersService } from '../partners/partners.service.js';
import { RuleReport } from '../flow/rule-report.entity.js';

/** What a trust gives when it submits a flow. */
export interface FlowSubmissionInput {
  /** What it says about rules that its record does not meet, by the id of the rule. */
  readonly explanations: Explanations;
  /** The revision that the person saw. */
  readonly expected?: number | undefined;
}

/** What a trust does with its data flows, one method per act. */
@Injectable()
export class FlowsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly deployments: DeploymentsQueries,
    private readonly judging: JudgingQueries,
    private readonly partners: PartnersService,
    private readonly clock: Clock,
  ) {}

  /**
   * Begins a flow of a deployment that the trust leads, from a record in the structure of legal-basis.md §3.2 that may be
   * as incomplete as it is. Asked for twice with the same `once`, it is begun once; another kind of
   * flow, chosen after going back, is another flow.
   */
  async draft(
    actor: Actor,
    deploymentId: Uuid,
    record: unknown,
    once?: Uuid,
  ): Promise<{ readonly id: Uuid }> {
    const deployment = await this.deployments.one(actor, deploymentId);
    if (!deployment) throw new NotFound();
    if (deployment.leadOrganisationId === null)
      throw new OutOfTurn(
        'No trust leads this deployment in the register, so nobody answers for its flows yet.',
      );
    const flow = draftOf(deployment.id, deployment.leadOrganisationId, flowContentFrom(record), once);
    try {
      await this.ledger.perform(actor, adding('draft', DataFlow, flow));
    } catch (refusal) {
      const there = refusal instanceof OutOfTurn ? await this.judging.caseOf(actor, flow.id) : null;
      if (there?.flow.deploymentId !== deployment.id) throw refusal;
      if (there.flow.content.archetype !== flow.content.archetype)
        return this.draft(actor, deploymentId, record);
    }
    return { id: flow.id };
  }

  /** Writes a draft anew, whole. @throws ChangedMeanwhile when it has moved on from the expected revision. */
  async change(actor: Actor, id: Uuid, record: unknown, expected: number | null = null): Promise<void> {
    const content = flowContentFrom(record);
    const change = (flow: DataFlow): void => flow.rewrite(titleOf(content), content);
    await this.ledger.perform(actor, changing('change', DataFlow, id, { change, expected }));
  }

  /** Judges a flow as it stands now and for this actor; nothing is stored. */
  async judge(actor: Actor, id: Uuid): Promise<Judged> {
    return this.judged(await this.caseOf(actor, id));
  }

  /**
   * Submits a draft: it is judged, the report is stored, and the counts become public. Whatever the record does not show,
   * and whatever it does not say enough about in law, must be explained.
   * @throws Unprocessable with one issue for each rule whose explanation is missing.
   */
  async submit(actor: Actor, id: Uuid, input: FlowSubmissionInput): Promise<{ readonly reportId: Uuid }> {
    if (actor.personId === null) throw new SignInNeeded();
    const found = await this.caseOf(actor, id);
    const { flow } = found;
    if (!actor.organisationsAs('TRUST_SUBMITTER').includes(flow.organisationId)) throw new NotPermitted();
    if (input.expected !== undefined && input.expected !== flow.revision) throw new ChangedMeanwhile();
    if (flow.submitted) throw new OutOfTurn('This version is submitted already.');
    if (flow.putAsideOn !== null) throw new OutOfTurn(TAKE_UP_FIRST);
    const judged = this.judged(found, actor.personId);
    const faults = explanationFaults(judged.results, input.explanations);
    if (faults.length > 0) throw new Unprocessable(faults);
    const on = this.clock.today();
    const submission = {
      by: actor.personId,
      on,
      explanations: explanationsFor(judged.results, input.explanations),
    };
    const report = madeReport(flow, judged, {
      occasion: 'submission',
      label: 'When the flow was submitted',
      on,
    });
    await this.ledger.perform(
      actor,
      changing('submit', DataFlow, id, { change: (it) => it.submit(submission), expected: flow.revision }),
      adding('report', RuleReport, report),
      adding('disclose', FlowDisclosure, disclosedReport(flow, report)),
      ...(await this.partners.actsFor(actor, flow, on)),
    );
    return { reportId: report.id };
  }

  /** Begins the version that follows a submitted one, with everything in it as it was, and says why. */
  async revise(actor: Actor, id: Uuid, reason: string): Promise<{ readonly id: Uuid }> {
    const { flow } = await this.caseOf(actor, id);
    if (!flow.submitted) throw new OutOfTurn('This version is still a draft: change it instead.');
    const { deploymentId, organisationId, seriesId, version, title, content } = flow;
    const next = Object.assign(new DataFlow(), {
      id: newId(),
      ...{ deploymentId, organisationId, seriesId, title, content },
      version: version + 1,
      replacesId: flow.id,
      replacesReason: reason,
      ...UNSUBMITTED,
    });
    await this.ledger.perform(
      actor,
      nothingPutAsideFollows(flow.id),
      adding('revise', DataFlow, next, reason),
    );
    return { id: next.id };
  }

  /** Puts a draft aside for a reason: nothing of it is deleted, and it stands nowhere until it is taken up again. */
  async putAside(actor: Actor, id: Uuid, reason: string, expected: number | null = null): Promise<void> {
    const on = this.clock.today();
    const change = (flow: DataFlow): void => flow.putAside(on, reason);
    await this.ledger.perform(actor, changing('put-aside', DataFlow, id, { change, reason, expected }));
  }

  /** Takes up a draft that was put aside, as it was. */
  async takeUp(actor: Actor, id: Uuid, expected: number | null = null): Promise<void> {
    const change = (flow: DataFlow): void => flow.takeUp();
    await this.ledger.perform(actor, changing('take-up', DataFlow, id, { change, expected }));
  }

  private async caseOf(actor: Actor, id: Uuid): Promise<FlowCase> {
    const found = await this.judging.caseOf(actor, id);
    if (!found) throw new NotFound();
    return found;
  }

  private judged({ flow, signOffs, register }: FlowCase, submittedBy = flow.submittedBy): Judged {
    return judgeFlow(recordToJudge({ ...flow, submittedBy }, signOffs), register, this.clock.today());
  }
}
