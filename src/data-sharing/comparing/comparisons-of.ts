import type { Uuid } from '../../kernel/identifiers.js';
import { day } from '../../web/words.js';
import type { FlowDetail } from '../flow/flow-rows.js';

/** A way from a flow to two of its reports side by side. */
export interface ComparisonLink {
  readonly href: string;
  readonly text: string;
}

/** The later reports of a flow, each against the one made when it was submitted; none while there is only one. */
export function comparisonsOf({ id, reports }: Pick<FlowDetail, 'id' | 'reports'>): ComparisonLink[] {
  const original = reports.find(({ occasion }) => occasion === 'submission');
  if (!original) return [];
  return reports
    .filter((report) => report.id !== original.id)
    .map(({ id: later, label, madeOn }) => ({
      href: comparisonHref(id, original.id, later),
      text: `${label}, ${day(madeOn)}`,
    }));
}

/** The page that compares two stored reports of one flow, or of two of its versions. */
export function comparisonHref(flowId: Uuid, first: Uuid, second: Uuid): string {
  return `/data-flows/${flowId}/reports/${first}/against/${second}`;
}
