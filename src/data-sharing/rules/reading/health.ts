import { dataCategories } from '../../record/data-category.js';
import type { DataFlow } from '../../record/data-flow.js';
import type { Truth } from '../../record/not-known.js';
import { holdsAny } from './codes.js';

const HEALTH: readonly string[] = dataCategories
  .filter((category) => category.health)
  .map((category) => category.code);
const OFFENCE: readonly string[] = dataCategories
  .filter((category) => category.offence)
  .map((category) => category.code);

/** Whether a flow carries data concerning health, or data that imply it, such as a section 136 detention. */
export function carriesHealth(flow: DataFlow): Truth {
  return holdsAny(flow.dataCategories, (code) => HEALTH.includes(code));
}

/** Whether a flow carries data that may concern offences, such as a police incident. */
export function mayCarryOffences(flow: DataFlow): Truth {
  return holdsAny(flow.dataCategories, (code) => OFFENCE.includes(code));
}
