import { z } from 'zod';

/** A change of what everyone could read, as the API returns it. */
export const ChangeOut = z
  .object({
    kind: z.string().meta({ description: 'The kind of the record that was changed: it, or a part of it.' }),
    field: z.string(),
    before: z.json(),
    after: z.json(),
    post: z.string().nullable().meta({ description: 'The post in which it was changed.' }),
    reason: z.string().nullable(),
    changedOn: z.iso.date(),
  })
  .meta({ id: 'RecordChange' });
