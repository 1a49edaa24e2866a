import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import {
  ChangedMeanwhile,
  NotFound,
  OutOfTurn,
  SignInNeeded,
  Unprocessable,
  type Issue,
} from '../../kernel/refusal.js';
import { adding, checking, type Act } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { FlowDisclosure } from '../flow/flow-disclosure.entity.js';
import type { StoredReport } from '../flow/flow-rows.js';
import { FlowsQueries } from '../flow/flows.queries.js';
import { StatedJudgement } from '../flow/stated-judgement.entity.js';
import { disclosure, ofFlow } from '../judging/made-report.js';
import { WROTE_IT } from './flow-to-judge.js';
import type { JudgementsInput } from './judge-stated.form.js';
import { WeighingQueries } from './weighing.queries.js';

/** What people say of what a record only states. */
@Injectable()
export class WeighingService {
  constructor(
    private readonly ledger: Ledger,
    private readonly flows: FlowsQueries,
    private readonly queries: WeighingQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Says in one post what is found of stated results of one report, all at once or not at all. No result is changed; each
   * judgement is public at once with its reason, and a later one stands beside it.
   */
  async judge(
    actor: Actor,
    reportId: Uuid,
    input: JudgementsInput,
  ): Promise<{ readonly ids: readonly Uuid[] }> {
    const judgedBy = actor.personId;
    if (judgedBy === null) throw new SignInNeeded();
    const report = await this.flows.report(actor, reportId);
    const flow = report && (await this.flows.one(actor, report.flowId));
    if (!flow) throw new NotFound();
    mustBeStated(report, input);
    const state = await this.queries.stateOf(actor, flow.id);
    if (state?.writtenByMe) throw new OutOfTurn(WROTE_IT);
    const judgedOn = this.clock.today();
    const said = input.judgements.map(({ rule, finding, reason }) => {
      const result = report.results.find((one) => one.rule === rule);
      return made(StatedJudgement, {
        id: newId(),
        ...ofFlow(flow),
        ...{ reportId: report.id, inputHash: report.inputHash },
        ...{ rule, ruleVersion: result?.version ?? 0, said: result?.message ?? '' },
        ...{ post: input.post, finding, reason, judgedBy, judgedOn },
      });
    });
    const seen = input.seen === undefined ? [] : [nobodyJudgedMeanwhile(flow.id, input.seen + said.length)];
    await this.ledger.perform(
      actor,
      ...said.map((one) => adding('judge', StatedJudgement, one, one.reason)),
      ...seen,
      ...said.map((one) => adding('disclose', FlowDisclosure, told(flow, one))),
    );
    return { ids: said.map(({ id }) => id) };
  }
}

type FlowTold = Parameters<typeof disclosure>[0];

function told(flow: FlowTold, judgement: StatedJudgement): FlowDisclosure {
  const { id, rule, ruleVersion, post, finding, reason, judgedOn: on } = judgement;
  const about = { subject: 'judgement', subjectId: id, on } as const;
  return disclosure(flow, about, { tells: 'judgement', rule, ruleVersion, post, finding, reason });
}

/** @throws Unprocessable for a rule that is named twice, or whose result in the report is not one that is only stated. */
function mustBeStated({ results }: StoredReport, { judgements }: JudgementsInput): void {
  const faults = judgements.flatMap(({ rule }, place): Issue[] => {
    if (judgements.findIndex((one) => one.rule === rule) !== place)
      return [{ field: `judgements.${String(place)}.rule`, text: `${rule} is judged twice here.` }];
    return results.some((one) => one.rule === rule && one.outcome === 'STATED')
      ? []
      : [{ field: `judgements.${String(place)}.rule`, text: `${rule} is no result that is only stated.` }];
  });
  if (faults.length > 0) throw new Unprocessable(faults);
}

/** Demands, after judgements are added, that there are so many. Adding locked the flow, so a form that is sent twice judges once. */
function nobodyJudgedMeanwhile(flowId: Uuid, expected: number): Act {
  return checking(async (look) => {
    const judged = await look({
      text: 'SELECT FROM data_sharing.stated_judgement j WHERE j.flow_id = $1',
      values: [flowId],
    });
    if (judged.length !== expected) throw new ChangedMeanwhile();
  });
}
