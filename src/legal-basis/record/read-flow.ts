import { flowRecordSchema, type FlowRecord } from './flow-record.js';
import { readLeniently } from './read-leniently.js';

/** Reads any value as a data flow; what is malformed counts as not answered. Never throws. */
export function readFlow(value: unknown): FlowRecord {
  return readLeniently(flowRecordSchema, value, {});
}
