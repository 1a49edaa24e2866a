import { z } from 'zod';
import { answersInWords } from '../../../src/legal-basis/record/answers/answers.js';
import { documentLinks } from '../../../src/legal-basis/record/answers/document-links.js';
import { flowRecordSchema, type FlowRecord } from '../../../src/legal-basis/record/flow-record.js';

/** A copy of a flow in which every answer in words that is there, and every link to a document, reads differently. */
export function textsReplaced(flow: FlowRecord, words: string): FlowRecord {
  return replaced(flow, flowRecordSchema, words) as FlowRecord;
}

function replaced(value: unknown, schema: z.core.$ZodType, words: string): unknown {
  if (typeof value === 'string') return isTyped(schema) && value.trim() !== '' ? words : value;
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'optional' || def.type === 'nullable') return replaced(value, def.innerType, words);
  if (Array.isArray(value) && def.type === 'array')
    return value.map((item: unknown) => replaced(item, def.element, words));
  if (typeof value !== 'object' || value === null || def.type !== 'object') return value;
  const shape: Readonly<Record<string, z.core.$ZodType>> = def.shape;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const field = shape[key];
      return [key, field === undefined ? item : replaced(item, field, words)];
    }),
  );
}

function isTyped(schema: z.core.$ZodType): boolean {
  return answersInWords.has(schema) || documentLinks.has(schema);
}
