import type { z } from 'zod';
import { flowRecordSchema } from '../../../src/legal-basis/record/flow-record.js';
import { registerViewSchema } from '../../../src/legal-basis/record/register-view.js';

/** Whether a path such as `assertions[].art6` or `register.flows[].id` names a field of the structure. */
export function fieldExists(path: string): boolean {
  const inRegister = path.startsWith('register.');
  const keys = path.replace('register.', '').replaceAll('[]', '').split('.');
  return exists(inRegister ? registerViewSchema : flowRecordSchema, keys);
}

function exists(schema: z.core.$ZodType, keys: readonly string[]): boolean {
  const def = (schema as z.core.$ZodTypes)._zod.def;
  if (def.type === 'optional' || def.type === 'nullable') return exists(def.innerType, keys);
  if (def.type === 'array') return exists(def.element, keys);
  const [key, ...rest] = keys;
  if (key === undefined) return true;
  if (def.type !== 'object') return false;
  const field = def.shape[key];
  return field !== undefined && exists(field, rest);
}
