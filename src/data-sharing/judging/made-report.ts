import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { made } from '../../platform/database/recorded.js';
import { countByGroup, type Disclosed } from '../flow/disclosed.js';
import { FlowDisclosure, type DisclosureSubject } from '../flow/flow-disclosure.entity.js';
import { RuleReport, type ReportOccasion } from '../flow/rule-report.entity.js';
import type { JudgedCase } from './judged-case.js';

/** The flow that a report, sign-off or override is about. */
export interface FlowConcerned {
  readonly id: Uuid;
  readonly deploymentId: Uuid;
  readonly organisationId: Uuid;
  readonly seriesId: Uuid;
  readonly version: number;
}

/** Why and when something is said of a flow. */
export interface ReportTerms {
  readonly occasion: ReportOccasion;
  readonly label: string;
  readonly on: CalendarDay;
}

/** Which flow something belongs to, as the columns of every record about a flow say it. */
export function ofFlow({ id, deploymentId, organisationId }: FlowConcerned) {
  return { flowId: id, deploymentId, organisationId };
}

/** The report of a judgement, to be stored. */
export function madeReport(
  flow: FlowConcerned,
  judged: JudgedCase,
  { occasion, label, on }: ReportTerms,
): RuleReport {
  return made(RuleReport, {
    id: newId(),
    ...ofFlow(flow),
    occasion,
    label,
    ruleSet: judged.ruleSet,
    asAt: judged.asAt,
    madeOn: on,
    inputHash: judged.inputHash,
    results: judged.results,
    readInPart: judged.readInPart,
  });
}

/** What the public is told of a report: counts by group, the rules that are not met, and red lines. */
export function disclosedReport(flow: FlowConcerned, report: RuleReport): FlowDisclosure {
  const { occasion, label, ruleSet, asAt, results, readInPart } = report;
  return disclosure(
    flow,
    { subject: 'rule-results', subjectId: report.id, on: report.madeOn },
    {
      tells: 'rule-results',
      occasion,
      label,
      ruleSet,
      asAt,
      groups: countByGroup(results),
      notShown: results.filter(({ outcome }) => outcome === 'FAIL').map(({ rule }) => rule),
      flags: [...new Set(results.flatMap(({ flags }) => flags))],
      ...(readInPart !== null && { readInPart }),
    },
  );
}

/** Something that the public is told of a flow, to be stored. */
export function disclosure(
  flow: FlowConcerned,
  about: { readonly subject: DisclosureSubject; readonly subjectId: Uuid; readonly on: CalendarDay },
  content: Disclosed,
): FlowDisclosure {
  return made(FlowDisclosure, {
    id: newId(),
    ...ofFlow(flow),
    seriesId: flow.seriesId,
    version: flow.version,
    subject: about.subject,
    subjectId: about.subjectId,
    disclosedOn: about.on,
    content,
  });
}
