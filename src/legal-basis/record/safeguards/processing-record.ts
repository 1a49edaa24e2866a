import { z } from 'zod';
import { reference, yesOrNo } from '../answers/answers.js';
import { linkedDocument } from '../answers/document-links.js';

/** One controller's entry in its record of processing activities (UK GDPR Article 30; DPA 2018 s61, Schedule 1 para 41). */
export const processingRecordSchema = z.strictObject({
  orgId: reference('The controller'),
  entryExists: yesOrNo('Its record of processing activities has an entry for this flow'),
  para41Details: yesOrNo(
    'The entry gives the condition, the Article 6 basis and whether the retention policy was followed',
  ),
  evidenceId: linkedDocument('The entry'),
});
