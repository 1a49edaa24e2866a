import type { Uuid } from '../../kernel/identifiers.js';

/** The page that compares two stored reports of one flow, or of two of its versions. */
export function comparisonHref(flowId: Uuid, first: Uuid, second: Uuid): string {
  return `/data-flows/${flowId}/reports/${first}/against/${second}`;
}
