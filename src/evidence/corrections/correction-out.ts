import { z } from 'zod';

/** A correction beside what sources say, as the API returns it. */
export const CorrectionOut = z
  .object({
    id: z.uuid(),
    subjectKind: z.string(),
    subjectId: z.uuid(),
    field: z.string().meta({ description: 'The property of the entry that it corrects.' }),
    said: z.string().meta({ description: 'What that should say, in the words of who corrects.' }),
    reason: z.string(),
    by: z.string().meta({ description: 'The organisation that says so.' }),
    post: z.string(),
    correctedOn: z.iso.date(),
  })
  .meta({ id: 'Correction' });
