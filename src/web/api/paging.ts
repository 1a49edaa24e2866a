import { z } from 'zod';
import { cursorFrom, type PageRequest } from '../../platform/database/keyset.js';

const MOST_ROWS = 100;
const USUAL_ROWS = 25;

/** The query parameters by which every list of the API is paged. */
export const paging = {
  after: z
    .string()
    .refine((text) => cursorFrom(text) !== null, { error: 'Use the value of "next" from the page before.' })
    .optional()
    .meta({ description: 'The value of `next` from the page before; leave out for the first page.' }),
  limit: z.coerce
    .number({ error: 'Give a number from 1 to 100.' })
    .int({ error: 'Give a whole number.' })
    .min(1, { error: 'Give a number from 1 to 100.' })
    .max(MOST_ROWS, { error: 'Give a number from 1 to 100.' })
    .default(USUAL_ROWS)
    .meta({ description: 'How many rows to return at most, 1 to 100.' }),
};

/** The page a query asks for. */
export function pageRequest(query: {
  readonly after?: string | undefined;
  readonly limit: number;
}): PageRequest {
  return { limit: query.limit, after: query.after === undefined ? null : cursorFrom(query.after) };
}

/** The shape in which the API returns one page of rows. */
export function pageSchema<Row extends z.ZodType>(id: string, row: Row) {
  return z
    .object({
      items: z.array(row),
      next: z
        .string()
        .nullable()
        .meta({ description: 'Send as `after` for the next page; null on the last.' }),
    })
    .meta({ id });
}
