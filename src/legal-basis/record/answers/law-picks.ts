import { z } from 'zod';
import { refusalOfPick } from '../../provisions/provisions.js';
import { statement } from './answers.js';

/**
 * Provisions picked from the list, each with why it applies here. An id that is not on the list, or names what cannot be
 * picked, is refused where a record is checked and dropped where one is read leniently, which leaves a reason that names
 * no law.
 */
export function lawPicks(meaning: string) {
  return z.array(lawPickSchema).nullish().describe(meaning);
}

/** One pick as a record holds it, whatever its id names. */
export const heldPickSchema = z.strictObject({
  provisionId: z.string().nullish(),
  why: statement('Why it applies here'),
});

/** One pick that may be made; a list of it is a field that takes law. */
export const lawPickSchema = heldPickSchema.extend({
  provisionId: z
    .string()
    .refine((id) => refusalOfPick(id) === undefined, { error: ({ input }) => refusedInWords(String(input)) })
    .nullish()
    .describe('A provision, by its id on the list of provisions'),
});

/** One provision picked from the list, with why it applies here. */
export type LawPick = z.infer<typeof lawPickSchema>;

function refusedInWords(id: string): string | undefined {
  const refusal = refusalOfPick(id);
  return refusal && `${refusal.wrong}. ${refusal.instead}`;
}
