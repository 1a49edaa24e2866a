import { z } from 'zod';
import { calendarDay, oneOf, unjudgedText, reference, yesOrNo } from '../answers/answers.js';
import { nations } from './nation.js';
import { orgTypes } from './org-type.js';

/** The part a party plays under data-protection law for one flow. */
const controllerRoles = [
  { code: 'CONTROLLER', label: 'Controller: decides why and how' },
  { code: 'JOINT_CONTROLLER', label: 'Joint controller: decides together with others' },
  { code: 'PROCESSOR', label: 'Processor: acts only on a controller’s instructions' },
  { code: 'NOT_A_CONTROLLER', label: 'Neither (for example a family member)' },
] as const;

/** One party to a flow: a sender or a recipient. */
export const partySchema = z.strictObject({
  orgId: reference('The identifier used for this party throughout the record'),
  name: unjudgedText('The party’s name'),
  registerKey: reference('Its ODS code, or its key in the register of organisations'),
  orgType: oneOf(orgTypes, 'What kind of body it is'),
  nation: oneOf(nations, 'The nation under whose law it acts here'),
  role: oneOf(
    controllerRoles,
    'Controller, joint controller, processor or neither; a party is presumed to be a controller',
  ),
  publicAuthority: yesOrNo('Whether it is a public authority, where its kind does not settle that'),
  competentAuthority: yesOrNo(
    'Whether it is listed or described as a competent authority (DPA 2018 s30, Schedule 7)',
  ),
  providesCare: yesOrNo('Whether the team that takes part gives direct care'),
  usesForOwnPurposes: yesOrNo('For a processor: whether it also uses the data for purposes of its own'),
  stillActs: yesOrNo('For a supplier: whether it still exists and acts for the controller'),
  ceasedOn: calendarDay('For a supplier: the day on which it ceased to exist or to act'),
  erasureCertificate: yesOrNo('Whether a certificate shows that a supplier returned or erased the data'),
});

/** One party to a flow. */
export type Party = z.infer<typeof partySchema>;
