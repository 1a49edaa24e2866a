import { anyOf, type Truth } from '../../record/answers/not-known.js';
import type { FlowRecord } from '../../record/flow-record.js';
import { includesAny, isCode } from './codes.js';

/** Whether a marker or an alert goes into the systems of emergency services. */
export function marksEmergencySystems(flow: FlowRecord): Truth {
  return anyOf(
    isCode(flow.mechanism, 'CAD_MARKER', 'ED_AMBULANCE_ALERT'),
    includesAny(flow.dataCategories, 'MARKER_FLAG'),
  );
}
