import { z } from 'zod';
import { flowRecordSchema } from './flow-record.js';
import { registerViewSchema } from './register-view.js';

/** A file of flows with the part of the register they are judged beside. */
export const recordFileSchema = z
  .strictObject({
    flows: z.array(flowRecordSchema).describe('The flows'),
    register: registerViewSchema.nullish().describe('What the cross-record rules may look at'),
  })
  .meta({
    title: 'Candour data flows and their legal basis',
    description:
      'Flows in the structure of the legal-basis model §3.2; every answer may be absent or NOT_KNOWN.',
  });

/** A file of flows with the part of the register they are judged beside. */
export type RecordFile = z.infer<typeof recordFileSchema>;

/** The JSON Schema (2020-12) of a record file, as published. */
export function recordFileJsonSchema() {
  return z.toJSONSchema(recordFileSchema, { target: 'draft-2020-12' });
}
