import { z } from 'zod';
import { calendarDay, oneOf, reference } from '../answers/answers.js';
import { linkedDocument } from '../answers/document-links.js';

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
  approvedOn: calendarDay('The day it was approved'),
  reviewedOn: calendarDay('The day it was last reviewed'),
  evidenceId: linkedDocument('The document'),
});
