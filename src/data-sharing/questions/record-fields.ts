import type { z } from 'zod';
import { lawPickSchema } from '../../legal-basis/record/answers/law-picks.js';
import { flowRecordSchema } from '../../legal-basis/record/flow-record.js';

/** What sort of answer a field of the record takes. */
export type AnswerSort = 'text' | 'code' | 'codes' | 'yes-no' | 'day' | 'days' | 'count' | 'texts' | 'laws';

/** One field of the record, as its published structure describes it. */
export interface RecordField {
  /** Below the flow or the item of a list: `dpia.exists`, `art6`. */
  readonly path: string;
  readonly meaning: string;
  readonly sort: AnswerSort;
  /** The words for each code, number or paragraph that is offered, in their order; null where the answer is typed. */
  readonly labels: Readonly<Record<string, string>> | null;
}

/** Every field of a flow that is not in a list, by its path. */
export const flowFields: ReadonlyMap<string, RecordField> = fieldsOf(flowRecordSchema);

/**
 * Every field of one item of a list, by its path below the item.
 * @throws Error for a path that is no list: a fault in the code.
 */
export function itemFields(list: string): ReadonlyMap<string, RecordField> {
  const known = fieldsOfLists.get(list) ?? readItemFields(list);
  fieldsOfLists.set(list, known);
  return known;
}

/** Read once from the structure: the report of a flow names hundreds of fields, most of them in lists. */
const fieldsOfLists = new Map<string, ReadonlyMap<string, RecordField>>();

function readItemFields(list: string): ReadonlyMap<string, RecordField> {
  const element = elementOf(schemaAt(flowRecordSchema, list.split('.')));
  if (element?._zod.def.type !== 'object') throw new Error(`${list} is no list of the record.`);
  return fieldsOf(element);
}

type Schema = z.core.$ZodType;

function fieldsOf(schema: Schema): ReadonlyMap<string, RecordField> {
  return new Map(collected(schema, []).map((field) => [field.path, field]));
}

function collected(schema: Schema, at: readonly string[]): RecordField[] {
  const bare = bareOf(schema);
  const { def } = (bare as z.core.$ZodTypes)._zod;
  if (def.type === 'object')
    return Object.entries(def.shape).flatMap(([name, inner]) => collected(inner, [...at, name]));
  const sort = sortOf(bare);
  if (sort === null) return [];
  const { description, labels } = wordsOf(schema);
  return [{ path: at.join('.'), meaning: description, sort, labels }];
}

function sortOf(schema: Schema): AnswerSort | null {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'boolean') return 'yes-no';
  if (def.type === 'enum') return 'code';
  if (def.type === 'number') return 'count';
  if (def.type === 'string') return isDay(schema) ? 'day' : 'text';
  const element = elementOf(schema);
  if (element === lawPickSchema) return 'laws';
  const inner = element && sortOf(element);
  if (inner === 'code') return 'codes';
  if (inner === 'day') return 'days';
  return inner === 'text' ? 'texts' : null;
}

function elementOf(schema: Schema | undefined): Schema | undefined {
  const { def } = (bareOf(schema ?? flowRecordSchema) as z.core.$ZodTypes)._zod;
  return def.type === 'array' ? bareOf(def.element) : undefined;
}

function schemaAt(schema: Schema, keys: readonly string[]): Schema | undefined {
  const [key, ...rest] = keys;
  if (key === undefined) return schema;
  const { def } = (bareOf(schema) as z.core.$ZodTypes)._zod;
  const inner = def.type === 'object' ? def.shape[key] : undefined;
  return inner && schemaAt(inner, rest);
}

function bareOf(schema: Schema): Schema {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return def.type === 'optional' || def.type === 'nullable' ? bareOf(def.innerType) : schema;
}

function isDay(schema: Schema): boolean {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return 'format' in def && def.format === 'date';
}

function wordsOf(schema: Schema): Pick<RecordField, 'labels'> & { readonly description: string } {
  const meta = (schema as z.ZodType).meta() ?? {};
  const labels = meta['x-labels'];
  return {
    description: meta.description ?? '',
    labels: typeof labels === 'object' && labels !== null ? (labels as Record<string, string>) : null,
  };
}
