import { dataCategories, specialCategories, surelyOffences } from '../../record/transfer/data-category.js';
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

/** Whether a flow carries any special category of personal data (UK GDPR Article 9(1)), health among them. */
export function carriesSpecial(flow: FlowRecord): Truth {
  return holdsAny(flow.dataCategories, (code) => specialCategories.includes(code));
}

/** Whether a flow is about living people too; data-protection law protects nobody else. Presumed until the record says who. */
export function isAboutTheLiving(flow: FlowRecord): boolean {
  const groups = flow.subjectGroups ?? [];
  return groups.length === 0 || groups.some((group) => group !== 'DECEASED');
}

/** Whether a flow carries allegations or convictions, which are data about offences whatever is said of them. */
export function areSurelyOffences(flow: FlowRecord): Truth {
  return holdsAny(flow.dataCategories, (code) => surelyOffences.includes(code));
}
