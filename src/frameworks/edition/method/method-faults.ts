import { canonicalJson } from '../../../kernel/canonical-json.js';
import type { EditionFault } from '../reading/edition-fault.js';
import { z } from 'zod';
import { FIRST_METHOD } from './first-method.js';
import { methodSchema, type Method } from './method-schema.js';

/**
 * What an edition's own method asks that Candour does not compute. The words of its scale and of its grades are its own; the
 * scores, the grades, what each carries and the rating are held by PostgreSQL too, and are those of the first method.
 */
export function methodFaults(content: unknown): readonly EditionFault[] {
  const read = z.object({ method: methodSchema }).safeParse(content);
  if (!read.success) return [];
  const { method } = read.data;
  return COMPUTED.filter(({ of }) => canonicalJson(of(method)) !== canonicalJson(of(FIRST_METHOD))).map(
    ({ at, of, what }) => ({
      path: ['method', ...at],
      rule: 'method-is-computed',
      text: `method: ${what} must be ${canonicalJson(of(FIRST_METHOD))}: Candour computes no other. Write it so, or leave the method out.`,
    }),
  );
}

const COMPUTED = [
  {
    at: ['scale'],
    what: 'the scores of the scale',
    of: ({ scale }: Method) => scale.map(({ score }) => score),
  },
  {
    at: ['evidenceGrades'],
    what: 'the grades of evidence and the score that each carries',
    of: ({ evidenceGrades }: Method) => evidenceGrades.map(({ grade, carries }) => [grade, carries]),
  },
  { at: ['rating'], what: 'the rating', of: ({ rating }: Method) => rating },
] as const;
