import { dataCategories } from '../../record/transfer/data-category.js';
import type { FlowRecord } from '../../record/flow-record.js';
import type { Truth } from '../../record/answers/not-known.js';
import { holdsAny } from './codes.js';

const HEALTH: readonly string[] = dataCategories
  .filter((category) => category.health)
  .map((category) => category.code);
const OFFENCE: readonly string[] = dataCategories
  .filter((category) => category.offence)
  .map((category) => category.code);

/** Whether a flow carries data concerning health, or data that imply it, such as a section 136 detention. */
export function carriesHealth(flow: FlowRecord): Truth {
  return holdsAny(flow.dataCategories, (code) => HEALTH.includes(code));
}

/** Whether a flow carries data that may concern offences, such as a police incident. */
export function mayCarryOffences(flow: FlowRecord): Truth {
  return holdsAny(flow.dataCategories, (code) => OFFENCE.includes(code));
}
