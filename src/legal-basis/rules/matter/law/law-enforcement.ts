import type { FlowRecord } from '../../../record/flow-record.js';
import { isCompetentAuthority, PARTY_FIELDS } from '../../reading/parties.js';
import type { ControllerMatter, Matter } from '../matter.js';

/** The fields from which it is read whether a flow, or what one controller does in it, is law enforcement alone. */
export const LAW_ENFORCEMENT_FIELDS = [
  'assertions[].regime',
  'assertions[].controllerOrgId',
  'parties[].competentAuthority',
  ...PARTY_FIELDS,
] as const;

type Asserted = readonly Pick<NonNullable<FlowRecord['assertions']>[number], 'regime'>[];

/**
 * Whether a controller is under Part 3 of the Data Protection Act 2018 alone, so that the UK GDPR does not reach it: it is a
 * competent authority, and asserts nothing else. Another body is not believed.
 */
export function isUnderPart3Alone({
  controller,
  asserted,
}: Pick<ControllerMatter, 'controller'> & { asserted: Asserted }) {
  const part3 = asserted.length > 0 && asserted.every(({ regime }) => regime === 'DPA_PART3');
  return part3 && isCompetentAuthority(controller) === true;
}

/** Whether every controller of a flow is under Part 3 alone. */
export function isLawEnforcementAlone({ eachController }: Matter): boolean {
  return eachController.length > 0 && eachController.every(isUnderPart3Alone);
}
