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
import { adding, addingOnce, changing, checking, type Act } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { columns, select } from '../../platform/database/selection.js';
import { DataFlow, TAKE_UP_FIRST } from '../flow/data-flow.entity.js';
import { draftOf, UNSUBMITTED } from '../flow/draft-of.js';
import { FlowDisclosure } from '../flow/flow-disclosure.entity.js';
import { explanationFaults, explanationsFor, type Explanations } from '../../legal-basis/explanations.js';
import { flowContentFrom, titleOf } from '../../legal-basis/record/flow-content.js';
import { judgedCase, type JudgedCase } from '../judging/judged-case.js';
import { JudgingQueries, type FlowCase } from '../judging/judging.queries.js';
import { disclosedReport, madeReport } from '../judging/made-report.js';
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
   * as incomplete as it is. Asked for twice with the same `once`, it is begun once.
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
    const begun = draftOf(deployment.id, deployment.leadOrganisationId, flowContentFrom(record), once);
    const sent = { about: deployment.id, said: begun.content };
    await this.ledger.perform(actor, addingOnce('draft', DataFlow, begun, sent));
    return { id: begun.id };
  }

  /** Writes a draft anew, whole. @throws ChangedMeanwhile when it has moved on from the expected revision. */
  async change(actor: Actor, id: Uuid, record: unknown, expected: number | null = null): Promise<void> {
    const content = flowContentFrom(record);
    const change = (flow: DataFlow): void => flow.rewrite(titleOf(content), content);
    await this.ledger.perform(actor, changing('change', DataFlow, id, { change, expected }));
  }

  /** Keeps with a draft what was said so far about rules that it does not meet, whole. @throws ChangedMeanwhile as `change`. */
  async explain(
    actor: Actor,
    id: Uuid,
    explanations: Explanations,
    expected: number | null = null,
  ): Promise<void> {
    const change = (flow: DataFlow): void => flow.explain(explanations);
    await this.ledger.perform(actor, changing('explain', DataFlow, id, { change, expected }));
  }

  /** Judges a flow as it stands now and for this actor; nothing is stored. */
  async judge(actor: Actor, id: Uuid): Promise<JudgedCase> {
    return judgedCase(await this.caseOf(actor, id), this.clock.today());
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
    const on = this.clock.today();
    const judged = judgedCase(found, on, actor.personId);
    const faults = explanationFaults(judged.results, input.explanations);
    if (faults.length > 0) throw new Unprocessable(faults);
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
    const next = made(DataFlow, {
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
}

/** Demands that no draft that is put aside holds the place after this version: that one is taken up again instead. */
function nothingPutAsideFollows(flowId: Uuid): Act {
  return checking(async (look) => {
    const [next] = await look(
      FOLLOWER.from('data_sharing.data_flow n WHERE n.replaces_id = $1 AND n.put_aside_on IS NOT NULL', [
        flowId,
      ]),
    );
    if (next)
      throw new OutOfTurn(
        `Version ${String(next.version)} was begun before and is put aside. Take it up again instead.`,
      );
  });
}

const FOLLOWER = select(columns(DataFlow, 'n', 'version'));
