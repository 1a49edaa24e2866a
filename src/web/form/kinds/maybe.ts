import type { z } from 'zod';
import type { Wording } from '../field.js';

/** A required schema, or the same schema that may be left out. */
export type Maybe<Schema extends z.ZodType> = Schema | z.ZodOptional<Schema>;

/** The schema, which may be left out when the wording says so. */
export function maybe<Schema extends z.ZodType>(wording: Wording, schema: Schema): Maybe<Schema> {
  return wording.optional === true ? schema.optional() : schema;
}
