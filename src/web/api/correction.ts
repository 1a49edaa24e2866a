import { z } from 'zod';
import type { Fields, Form } from '../form/form.js';

type Corrected<Schema> = Schema extends z.ZodOptional ? z.ZodNullable<Schema> : Schema;

type CorrectedShape<F extends Fields> = { -readonly [Name in keyof F]: Corrected<F[Name]['schema']> };

/** Everything of what was sent that has a value or null. */
export type SentValues<Values> = { readonly [Name in keyof Values]?: Exclude<Values[Name], undefined> };

/**
 * The schema by which a program corrects what a form asks, field by field: an answer that may be left out stays as it is
 * when it is not sent, and null takes it back.
 */
export function correctionSchema<F extends Fields>(
  form: Form<F>,
): z.ZodObject<CorrectedShape<F>, z.core.$strict> {
  const fields: Readonly<Record<string, z.ZodType>> = form.schema.shape;
  const shape = Object.entries(fields).map(([name, schema]) => [
    name,
    schema instanceof z.ZodOptional ? schema.nullable().meta({ ...schema.meta() }) : schema,
  ]);
  return z
    .strictObject(Object.fromEntries(shape) as CorrectedShape<F>, {
      error: 'Send the answers as one JSON object.',
    })
    .meta({ id: form.id });
}

/** What a program sent, without what it did not send. */
export function sent<Values extends object>(values: Values): SentValues<Values> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as SentValues<Values>;
}
