import { z } from 'zod';
import { day, oneOf, reference } from './answers.js';

/** Kinds of appropriate policy document. */
const policyDocumentTypes = [
  { code: 'APD', label: 'Appropriate policy document (Schedule 1 Part 4)' },
  { code: 'S42_APD', label: 'Appropriate policy document (s42, law enforcement)' },
] as const;

/** One appropriate policy document. */
export const policyDocumentSchema = z.strictObject({
  id: reference('The identifier that assertions refer to'),
  type: oneOf(policyDocumentTypes, 'What kind of policy document it is'),
  orgId: reference('Whose document it is'),
  approvedOn: day('The day it was approved'),
  reviewedOn: day('The day it was last reviewed'),
  evidenceId: reference('The document'),
});
