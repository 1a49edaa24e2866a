import { z } from 'zod';
import type { EditionFault } from '../reading/edition-fault.js';
import { GRADES_OF_EVIDENCE, methodSchema, RATING_STEPS, SCALE_MARKS, type Method } from './method-schema.js';

/**
 * What a method says that cannot be computed: scores and grades are the same in every edition, each once and in its order;
 * weaker evidence carries no more than stronger; and steps are asked once each, in their order. All else is the edition's.
 */
export function methodFaults(content: unknown): readonly EditionFault[] {
  const read = z.object({ method: methodSchema }).safeParse(content);
  if (!read.success) return [];
  const { method } = read.data;
  return RULES.filter(({ holds }) => !holds(method)).map(({ at, text }) => ({
    path: ['method', ...at],
    rule: 'method-is-computed',
    text: `method: ${text}`,
  }));
}

const RULES: readonly {
  readonly at: readonly string[];
  readonly text: string;
  readonly holds: (method: Method) => boolean;
}[] = [
  {
    at: ['scale'],
    text: `the scores of the scale must be ${SCALE_MARKS.join(', ')}, each once and in this order: Candour computes no others.`,
    holds: ({ scale }) =>
      isSame(
        scale.map(({ score }) => score),
        SCALE_MARKS,
      ),
  },
  {
    at: ['evidenceGrades'],
    text: `the grades of evidence must be ${GRADES_OF_EVIDENCE.join(', ')}, each once and in this order.`,
    holds: ({ evidenceGrades }) =>
      isSame(
        evidenceGrades.map(({ grade }) => grade),
        GRADES_OF_EVIDENCE,
      ),
  },
  {
    at: ['evidenceGrades'],
    text: 'weaker evidence must not carry a higher score than stronger evidence. Lower what it carries.',
    holds: ({ evidenceGrades }) =>
      evidenceGrades.every(
        ({ carries }, at) => at === 0 || height(carries) <= height(evidenceGrades[at - 1]?.carries ?? null),
      ),
  },
  {
    at: ['rating', 'steps'],
    text: `the steps must be among ${RATING_STEPS.join(', ')}, each once and in this order.`,
    holds: ({ rating: { steps } }) =>
      isSame(
        steps,
        RATING_STEPS.filter((step) => steps.includes(step)),
      ),
  },
];

function isSame(said: readonly string[], known: readonly string[]): boolean {
  return said.join() === known.join();
}

function height(carries: string | null): number {
  return carries === null ? -1 : Number(carries);
}
