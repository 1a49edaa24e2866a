import { dataFlowSchema, type DataFlow } from './data-flow.js';
import { readLeniently } from './read-leniently.js';

/** Reads any value as a data flow; what is malformed counts as not answered. Never throws. */
export function readFlow(value: unknown): DataFlow {
  return readLeniently(dataFlowSchema, value, {});
}
