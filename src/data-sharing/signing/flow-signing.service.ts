import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { SignInNeeded } from '../../kernel/refusal.js';
import { adding } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { FlowDisclosure } from '../flow/flow-disclosure.entity.js';
import { FlowSignOff } from '../flow/flow-sign-off.entity.js';
import { judgedCase, submittedCase } from '../judging/judged-case.js';
import { JudgingQueries, type FlowCase } from '../judging/judging.queries.js';
import { disclosedReport, disclosure, madeReport, ofFlow } from '../judging/made-report.js';
import { RuleReport } from '../flow/rule-report.entity.js';
import { nobodySignedMeanwhile } from './nobody-signed-meanwhile.js';
import { SIGN_OFF_CAPACITIES } from '../flow/sign-off-choices.js';
import { mustBeSignable, type SignOffInput } from './sign-flow.form.js';

/** What those who sign say about a submitted flow. */
@Injectable()
export class FlowSigningService {
  constructor(
    private readonly ledger: Ledger,
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
    const found = await submittedCase(this.judging, actor, flowId);
    const { flow } = found;
    const signOff = this.madeSignOff(found, actor.personId, input);
    const { capacity, decision, adviceFollowed, dissent, signedOn: on } = signOff;
    const judged = judgedCase({ ...found, signOffs: [...found.signOffs, signOff] }, on);
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

  private madeSignOff({ flow }: FlowCase, signedBy: Uuid, input: SignOffInput): FlowSignOff {
    return made(FlowSignOff, {
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
      schemeParts: input.schemeParts ?? [],
    });
  }
}
