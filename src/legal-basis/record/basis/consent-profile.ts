import { z } from 'zod';
import {
  citation,
  count,
  manyOf,
  oneOf,
  unjudgedText,
  reference,
  references,
  yesOrNo,
} from '../answers/answers.js';

/** Two different consents, which need two records (legal-basis.md §3.8). */
const consentTypes = [
  { code: 'UKGDPR', label: 'Consent under data-protection law' },
  { code: 'CLDC', label: 'Consent under the common-law duty of confidentiality' },
] as const;

/** Where a consent was given; `pressing` marks the settings of rule R-CON-04. */
export const consentSettings = [
  { code: 'S136_DETENTION', label: 'Detained under section 136', pressing: true },
  { code: 'POLICE_CUSTODY', label: 'In police custody', pressing: true },
  { code: 'MHA_INPATIENT', label: 'Detained in hospital under the Mental Health Act', pressing: true },
  { code: 'POLICE_OFFICER_ASKING', label: 'A police officer was present and asking', pressing: true },
  { code: 'INFORMAL_INPATIENT', label: 'In hospital, not detained', pressing: false },
  { code: 'CLINIC', label: 'At a clinic', pressing: false },
  { code: 'HOME', label: 'At home', pressing: false },
  { code: 'BY_POST_OR_ONLINE', label: 'By post or online', pressing: false },
] as const;

/** How consent is asked for and kept (legal-basis.md §3.2). */
export const consentProfileSchema = z.strictObject({
  id: reference('The identifier that assertions refer to'),
  type: oneOf(consentTypes, 'Which of the two consents it is'),
  formVersion: citation('The version of the form'),
  evidenceIds: references('Evidence: the form, samples'),
  granularPerRecipient: yesOrNo('A person can agree to one recipient and not another'),
  expressStatement: yesOrNo('It is an express written or recorded statement'),
  withdrawalRoute: citation('How a person withdraws'),
  continuesAfterWithdrawal: yesOrNo('The record says that sharing continues after withdrawal'),
  noDetriment: yesOrNo('Refusing has no bad effect'),
  careConditional: yesOrNo('Care depends on consent'),
  capacityRecorded: yesOrNo('Capacity is recorded'),
  settings: manyOf(consentSettings, 'Where consent is asked for'),
  reviewInterval: count('Months between reviews'),
});

/** How consent is asked for and kept. */
export type ConsentProfile = z.infer<typeof consentProfileSchema>;

/** How many people consented in a period; rule R-CON-08 looks for implausible agreement. */
export const consentReturnSchema = z.strictObject({
  period: unjudgedText('The period'),
  caseload: count('People on the caseload'),
  consented: count('People who consented'),
});
