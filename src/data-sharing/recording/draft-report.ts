import type { FlowDetail } from '../flow-views.js';
import type { RuleResult } from '../rules/engine/evaluate.js';
import { shownReport, type ReportContext, type ShownGroup } from '../showing/report-shown.js';

/** What the rules say of a draft, each result with the way to the page of the form that mends it. */
export function draftReport(
  { id: flowId, explanations, overrides }: Pick<FlowDetail, 'id' | 'explanations' | 'overrides'>,
  results: readonly RuleResult[],
  beside: Pick<ReportContext, 'checked'> = {},
): ShownGroup[] {
  return shownReport(results, { flowId, mendable: true, explanations, overrides, signed: [], ...beside });
}
