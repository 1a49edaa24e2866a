import { z } from 'zod';
import { wordsOf } from '../../kernel/words/words-of.js';

/** What a source says that its counts are, with the words that a reader sees. */
export const FIGURE_DEFINITIONS = {
  AVERAGE_PER_PERSON: 'Average per person',
  UNIT_COST: 'Cost of one unit',
  CUMULATIVE: 'Counted from the beginning',
  TOTAL: 'Totals',
  PART_OF_WHOLE: 'A part, and the whole of which it is one',
  UNSTATED: 'The source does not say what they count',
  CONTRADICTORY: 'They cannot be what the source says they are',
} as const;

const figureSchema = z.strictObject({
  metric: z.string().regex(/^[A-Z0-9]+(_[A-Z0-9]+)*$/),
  /** Y-1, Y0, Y1, Y2, or a label that says the source gives none: UNSPECIFIED_1, UNSPECIFIED_2, … */
  period: z.string().min(1),
  value: z.number(),
  unit: z.string().min(1),
  /** Where the source marks the period as one without work, whatever number it repeats there. */
  status: z.literal('PAUSED').optional(),
});

/** The figures that a claim gives, with what its source says they are. */
export const claimFiguresSchema = z
  .strictObject({
    /** CONTRADICTORY where the counts cannot be what the source says. */
    definition: z.enum(wordsOf(FIGURE_DEFINITIONS)),
    /** How many people the figures rest on; null where the source does not say. */
    people: z.int().positive().nullable(),
    values: z.array(figureSchema).min(1).readonly(),
  })
  .refine(({ definition, values }) => definition !== 'PART_OF_WHOLE' || isPartOfWhole(values), {
    error: 'Give the part first and then the whole, in one unit; a part is no more than its whole.',
    path: ['values'],
  });

function isPartOfWhole(values: readonly z.output<typeof figureSchema>[]): boolean {
  const [part, whole, ...more] = values;
  if (!part || !whole || more.length > 0) return false;
  return (
    part.unit === whole.unit && part.metric !== whole.metric && part.value >= 0 && part.value <= whole.value
  );
}

/** Figures of a claim. */
export type ClaimFigures = Readonly<z.output<typeof claimFiguresSchema>>;
