import { z } from 'zod';
import { provisionById } from '../../provisions/provisions.js';
import { statement } from './answers.js';

/**
 * Provisions picked from the list, each with why it applies here. An id that is not on the list is refused where a record
 * is checked and dropped where one is read leniently, which leaves a reason that names no law.
 */
export function lawPicks(meaning: string) {
  return z.array(lawPickSchema).nullish().describe(meaning);
}

/** One pick; a list of it is a field that takes law. */
export const lawPickSchema = z.strictObject({
  provisionId: z
    .string()
    .refine((id) => provisionById(id) !== undefined, {
      error: ({ input }) =>
        `“${String(input).slice(0, 80)}” is not on the list of provisions. Write the id that the list gives the provision, such as care-s42`,
    })
    .nullish()
    .describe('A provision, by its id on the list of provisions'),
  why: statement('Why it applies here'),
});

/** One provision picked from the list, with why it applies here. */
export type LawPick = z.infer<typeof lawPickSchema>;
