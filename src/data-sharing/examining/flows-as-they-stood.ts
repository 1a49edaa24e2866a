import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { standIn } from '../../access/stand-in.js';
import type { Actor } from '../../identity/actor.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { isId } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import type { FlowDetail, JudgementRow, StoredReport } from '../flow/flow-rows.js';
import { FlowsQueries } from '../flow/flows.queries.js';
import { RuleOverride } from '../flow/rule-override.entity.js';
import { RuleReport } from '../flow/rule-report.entity.js';
import { StatedJudgement } from '../flow/stated-judgement.entity.js';
import { ExaminingQueries } from './examining.queries.js';

/** A flow as it stood at the end of a day, with the report that is looked at. */
export interface FlowAsItStood {
  readonly flow: FlowDetail;
  /** The report asked for, or the newest of the day; null when that report came later. */
  readonly report: StoredReport | null;
  readonly mayOverride: boolean;
  readonly mayJudgeAnew: boolean;
  /** As a reviewer: to judge what the version only states. */
  readonly mayJudgeStated: boolean;
}

/** Finds flows for those who examine them, as they stand or as they stood on any day. */
@Injectable()
export class FlowsAsTheyStood {
  constructor(
    private readonly queries: ExaminingQueries,
    private readonly flows: FlowsQueries,
    private readonly access: Access,
  ) {}

  /** The flow by then, null before any version of it was submitted. @throws NotFound when the actor examines none of it. */
  async on(
    actor: Actor,
    id: string,
    { asAt, reportId }: { readonly asAt: CalendarDay; readonly reportId: string },
  ): Promise<FlowAsItStood | null> {
    const flow = isId(id) ? await this.queries.submittedBy(actor, id, asAt) : null;
    if (!flow) return null;
    const stood = asOf(flow, asAt);
    const asked = stood.reports.find((report) => report.id === reportId) ?? stood.reports.at(-1);
    const report = asked ? await this.flows.report(actor, asked.id) : null;
    const { deploymentId, organisationId } = flow;
    const occasion = 're-evaluation';
    return {
      flow: stood,
      report,
      mayOverride: this.access.can(actor, 'override', standIn(RuleOverride, { deploymentId })),
      mayJudgeStated: this.access.can(
        actor,
        'judge',
        standIn(StatedJudgement, { deploymentId, post: 'REVIEWER' }),
      ),
      mayJudgeAnew: this.access.can(
        actor,
        'report',
        standIn(RuleReport, { deploymentId, organisationId, occasion }),
      ),
    };
  }

  /** When the flow was first submitted, and what it is. @throws NotFound when the actor examines none of it. */
  async firstSubmitted(actor: Actor, id: string) {
    const first = isId(id) ? await this.queries.firstSubmitted(actor, id) : null;
    if (!first) throw new NotFound();
    return first;
  }
}

/** What was there at the end of a day: everything is only ever added, so later things are left out. */
function asOf(flow: FlowDetail, day: CalendarDay): FlowDetail {
  return {
    ...flow,
    versions: flow.versions.filter(({ submittedOn }) => submittedOn !== null && submittedOn <= day),
    signOffs: flow.signOffs.filter(({ signedOn }) => signedOn <= day),
    reports: flow.reports.filter(({ madeOn }) => madeOn <= day),
    overrides: flow.overrides.filter(({ madeOn }) => madeOn <= day),
    judgements: flow.judgements
      .filter(({ judgedOn }) => judgedOn <= day)
      .map((one) => ({ ...one, followedOn: followedBy(one, day) })),
  };
}

/** The day on which a judgement was followed by another, where that had come by then. */
function followedBy({ followedOn }: JudgementRow, day: CalendarDay): string | null {
  return followedOn !== null && followedOn <= day ? followedOn : null;
}
