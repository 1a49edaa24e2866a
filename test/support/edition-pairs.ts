import fc from 'fast-check';
import type { Criterion, Edition } from '../../src/frameworks/edition/edition-schema.js';
import { TWO_CRITERIA } from './changed-editions.js';

/** What the maker of an edition did to a criterion of the one before. */
const DONE = ['keep', 'reword', 'stop', 'rename', 'respell', 'retire', 'split', 'merge', 'add'] as const;
type Done = (typeof DONE)[number];

/** What a preview must say of one criterion: worked out from what was done, not from the editions. */
export interface Expected {
  readonly was: string | null;
  readonly becomes: string | null;
  readonly sorts: readonly string[];
  readonly beside: readonly string[];
  readonly into: readonly string[];
}

/** Two editions, and what was done between them. */
export interface EditionPair {
  readonly from: Edition;
  readonly to: Edition;
  readonly expected: readonly Expected[];
}

/** Any two editions of a few criteria. */
export const anyPair = fc.array(fc.constantFrom(...DONE), { minLength: 4, maxLength: 14 }).map(pairOf);

/** Two editions between which these things were done, one after the other. */
export function pairOf(done: readonly Done[]): EditionPair {
  const steps = done.map((what, place) => STEPS[what](String(place + 1).padStart(2, '0')));
  return {
    from: editionOf(
      'from-2023-01',
      '2023-01-01',
      steps.flatMap(({ before }) => before),
    ),
    to: editionOf(
      'to-2023-03',
      '2023-03-01',
      steps.flatMap(({ after }) => after),
    ),
    expected: [...steps.flatMap(({ comes }) => comes), ...steps.flatMap(({ goes }) => goes ?? [])],
  };
}

interface Step {
  readonly before: readonly Criterion[];
  readonly after: readonly Criterion[];
  readonly comes: readonly Expected[];
  readonly goes?: readonly Expected[];
}

const STEPS: Readonly<Record<Done, (n: string) => Step>> = {
  keep: (n) => one(criterion(`QA-${n}`), criterion(`QA-${n}`), ['KEPT']),
  reword: (n) => one(criterion(`QA-${n}`), criterion(`QA-${n}`, { requirement: `Anew ${n}` }), ['REWORDED']),
  stop: (n) =>
    one(criterion(`QA-${n}`), criterion(`QA-${n}`, { knockOut: { from: '2021-01-01', element: 1 } }), [
      'RED_LINE',
    ]),
  rename: (n) =>
    one(
      criterion(`QA-${n}`),
      criterion(`QB-${n}`, { formerly: [`QA-${n}`], requirement: `It asks QA-${n} of you.` }),
      ['MOVED'],
    ),
  respell: (n) =>
    one(criterion(`QA-${n}`), criterion(`QB-${n}`, { requirement: `It asks QA-${n} of you.` }), ['MOVED']),
  retire: (n) => ({
    before: [criterion(`QA-${n}`)],
    after: [],
    comes: [],
    goes: [line({ was: `QA-${n}`, sorts: ['RETIRED'] })],
  }),
  split: (n) => ({
    before: [criterion(`QA-${n}`)],
    after: ['QB', 'QC'].map((part) => criterion(`${part}-${n}`, { formerly: [`QA-${n}`] })),
    comes: [
      line({ was: `QA-${n}`, becomes: `QB-${n}`, sorts: ['MOVED', 'REWORDED', 'SPLIT'] }),
      line({ becomes: `QC-${n}`, sorts: ['ADDED', 'SPLIT'], beside: [`QA-${n}`] }),
    ],
  }),
  merge: (n) => ({
    before: [criterion(`QA-${n}`), criterion(`QD-${n}`)],
    after: [criterion(`QB-${n}`, { formerly: [`QA-${n}`, `QD-${n}`] })],
    comes: [
      line({
        ...{ was: `QA-${n}`, becomes: `QB-${n}` },
        ...{ sorts: ['MERGED', 'MOVED', 'REWORDED'], beside: [`QD-${n}`] },
      }),
    ],
    goes: [line({ was: `QD-${n}`, sorts: ['MERGED', 'RETIRED'], into: [`QB-${n}`] })],
  }),
  add: (n) => ({
    before: [],
    after: [criterion(`QA-${n}`)],
    comes: [line({ becomes: `QA-${n}`, sorts: ['ADDED'] })],
  }),
};

function one(before: Criterion, after: Criterion, sorts: readonly string[]): Step {
  return { before: [before], after: [after], comes: [line({ was: before.id, becomes: after.id, sorts })] };
}

function line(given: Partial<Expected>): Expected {
  return { was: null, becomes: null, sorts: [], beside: [], into: [], ...given };
}

const [MODEL] = TWO_CRITERIA.criteria;

function criterion(id: string, different: Partial<Criterion> = {}): Criterion {
  if (!MODEL) throw new Error('There is no criterion to begin with.');
  return {
    ...{ ...MODEL, id, requirement: `It asks ${id} of you.` },
    ...{ appliesFrom: '2020-01-01', appliesTo: null, knockOut: null, ...different },
  };
}

function editionOf(id: string, asAt: string, criteria: readonly Criterion[]): Edition {
  // One that is in both, so that neither edition is empty.
  return { ...TWO_CRITERIA, id, asAt, version: 1, criteria: [...criteria, criterion('QZ-1')] };
}
