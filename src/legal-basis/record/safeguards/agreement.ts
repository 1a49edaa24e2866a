import { z } from 'zod';
import { calendarDay, oneOf, reference, references } from '../answers/answers.js';
import { linkedDocument } from '../answers/document-links.js';

/** Kinds of agreement between parties. */
const agreementTypes = [
  { code: 'DSA', label: 'Data-sharing agreement' },
  { code: 'ART26', label: 'Joint-controller arrangement (Article 26, s58)' },
  { code: 'ART28', label: 'Processor contract (Article 28)' },
] as const;

/** One agreement and who signed it. */
export const agreementSchema = z.strictObject({
  id: reference('The identifier of the agreement'),
  type: oneOf(agreementTypes, 'What kind of agreement it is'),
  signedByOrgIds: references('The parties that signed'),
  signedOn: calendarDay('The day of the last signature'),
  expiresOn: calendarDay('Last day in force; left open where it has no end'),
  evidenceId: linkedDocument('The document'),
});

/** One agreement and who signed it. */
export type Agreement = z.infer<typeof agreementSchema>;
