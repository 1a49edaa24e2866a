import { readFileSync } from 'node:fs';
import type { Criterion, Edition } from '../edition-schema.js';
import { FIRST_METHOD } from '../method/first-method.js';
import { parseEdition } from '../parse-edition.js';
import { patchFaults } from './patch-rules.js';

/** At which scores steps bite where a method does not say so. */
const AS_BEFORE = { redLine: 1, knockOut: 1, duty: 0, anyCriterion: 1 };

const edition = parseEdition(readFileSync('frameworks/candour-2026-11.yaml', 'utf8'));

function brokenBy(change: (patched: Edition, criterion: Criterion) => unknown): readonly string[] {
  const patched = structuredClone(edition);
  const criterion = patched.criteria.find(({ id }) => id === 'SIM-DAT-04');
  if (criterion === undefined) throw new Error('there is no SIM-DAT-04');
  change(patched, criterion);
  return [...new Set(patchFaults(edition, patched).map(({ rule }) => rule))];
}

describe('An editorial patch', () => {
  it('words criteria and names anew', () => {
    expect(
      brokenBy((patched, criterion) => {
        criterion.requirement = criterion.requirement.replace('DPIA', 'Data protection impact assessment');
        patched.title = 'Review framework for SIM and similar schemes';
        Object.assign(patched.domains[0] ?? {}, { name: 'The role of police' });
      }),
    ).toEqual([]);
  });

  it.each<[rule: string, change: Parameters<typeof brokenBy>[0]]>([
    [
      'same-edition',
      (patched, criterion) => {
        patched.version = 9;
        criterion.requirement = criterion.requirement.replace('DPIA', 'An assessment');
      },
    ],
    ['same-criteria', ({ criteria }) => criteria.pop()],
    [
      'same-criteria',
      ({ criteria }, criterion) =>
        criteria.push({ ...criterion, id: 'SIM-DAT-99', requirement: 'Something new' }),
    ],
    ['same-criteria', (_, criterion) => Object.assign(criterion, { id: 'SIM-RGT-99', domain: 'RGT' })],
    ['same-criteria', ({ domains }) => domains.push({ code: 'NEW', name: 'New' })],
    ['same-red-lines', (_, criterion) => (criterion.knockOut = { from: '2023-03-10', element: null })],
    ['same-red-lines', ({ elements }) => Object.assign(elements[0] ?? {}, { text: 'Something milder.' })],
    [
      'same-scale',
      (patched) => {
        patched.method = structuredClone(FIRST_METHOD);
        Object.assign(patched.method.scale[0] ?? {}, { label: 'Good' });
      },
    ],
    [
      'same-scale',
      (patched) => {
        patched.method = structuredClone(FIRST_METHOD);
        Object.assign(patched.method.evidenceGrades[2] ?? {}, { carries: '1' });
      },
    ],
    [
      'same-scale',
      (patched) => {
        const { rating } = FIRST_METHOD;
        patched.method = { ...FIRST_METHOD, rating: { ...rating, failsAt: { ...AS_BEFORE, redLine: 0 } } };
      },
    ],
    [
      'same-scale',
      (patched) => {
        const { rating } = FIRST_METHOD;
        patched.method = { ...FIRST_METHOD, rating: { ...rating, steps: rating.steps.slice(1) } };
      },
    ],
    ['same-scale', (patched) => (patched.method = { ...FIRST_METHOD, agreement: { least: 0.5 } })],
    ['same-evidence', (_, criterion) => (criterion.evidenceExpected = 'Nothing')],
    ['same-sources', (_, criterion) => (criterion.derivation = 'inferred')],
    ['same-days', (_, criterion) => (criterion.appliesTo = '2030-01-01')],
    [
      'same-obligation',
      (_, criterion) =>
        (criterion.requirement = criterion.requirement.replace('before', 'about the time of')),
    ],
    [
      'same-obligation',
      (_, criterion) => (criterion.requirement = `${criterion.requirement}, within 3 months`),
    ],
    ['something-reworded', () => undefined],
  ])('is refused by the rule %s', (rule, change) => {
    expect(brokenBy(change)).toContain(rule);
    expect(brokenBy(change)).toHaveLength(1);
  });

  it('that is refused is told of what, by which rule, and what to do', () => {
    const patched = { ...edition, criteria: edition.criteria.slice(1) };
    expect(patchFaults(edition, patched)[0]?.text).toBe(
      'SIM-POL-01, criterion: breaks the rule “same-criteria”. A patch adds, retires and moves no criterion, and adds or takes out no other part. Publish a new edition instead.',
    );
  });
});
