import type { z } from 'zod';
import type { Wording } from '../field.js';

/** Says in the type whether the answer may be left out. */
export interface Optionally<Left extends boolean> {
  readonly optional?: Left;
}

/** The schema, or the same schema that may be left out. */
export type Maybe<Left extends boolean, Schema extends z.ZodType> = Left extends true
  ? z.ZodOptional<Schema>
  : Schema;

/** Lets the schema be left out when the wording says so. */
export function maybe<Left extends boolean, Schema extends z.ZodType>(
  wording: Wording & Optionally<Left>,
  schema: Schema,
): Maybe<Left, Schema> {
  return (wording.optional === true ? schema.optional() : schema) as Maybe<Left, Schema>;
}
