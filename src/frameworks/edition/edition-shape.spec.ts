import { readFileSync } from 'node:fs';
import { faultsAfter, faultsOf, placedFaultsOf } from '../../../test/support/changed-editions.js';

describe('An edition of another shape is refused', () => {
  it.each<[what: string, change: Parameters<typeof faultsAfter>[0], fault: string]>([
    ['a day that does not exist', (edition) => (edition.asAt = '2026-02-30'), 'asAt: must be a day'],
    ['a title of blanks', (edition) => (edition.title = ' '), 'title: '],
    ['a version before the first', (edition) => (edition.version = 0), 'version: '],
    ['an element numbered 0', ({ elements: [one] }) => one && (one.number = 0), 'elements.0.number: '],
    ['a domain in small letters', (_, first) => (first.domain = 'poli'), 'criteria.0.domain: '],
    [
      'a text of more than 32,000 characters',
      (_, first) => (first.requirement = 'a'.repeat(32_001)),
      'criteria.0.requirement: has more than 32,000 characters',
    ],
    ['a criterion without a source', (_, first) => (first.sources = []), 'criteria.0.sources: '],
    ['no criteria', (edition) => (edition.criteria = []), 'criteria: '],
    ['no guidelines', (edition) => (edition.guidelines = []), 'guidelines: '],
    ['no domains', (edition) => (edition.domains = []), 'domains: '],
    [
      'a word it does not know',
      (edition) => Object.assign(edition, { asat: 1 }),
      '“asat” is no part of this',
    ],
    [
      'such a word in a criterion',
      (_, first) => Object.assign(first, { due: 1 }),
      'criteria.0: “due” is no part of this',
    ],
    [
      'an element there never was',
      (_, first) => Object.assign(first, { knockOut: { from: '2023-03-10', element: 4 } }),
      'criteria.0.knockOut.element: ',
    ],
  ])('%s', (_what, change, fault) => {
    expect(faultsAfter(change)).toContainEqual(expect.stringContaining(fault));
  });

  it.each([
    'AC',
    'ac-2',
    'AC-2-',
    `AC-${'1'.repeat(18)}`,
    'SIM-POL-011',
    'SIM-PO-01',
    'SIM-pol-01',
    'SIM-POL-1',
    'SIM-POL-AB',
  ])('a criterion called %s', (id) => {
    expect(faultsAfter((_, first) => (first.id = id))).toEqual(['criteria.0.id: must look like SIM-POL-01']);
  });

  it.each([
    'Xcandour-2026-11',
    'candour-2026-112',
    '2026-2026-11',
    'candour-2-11',
    'candour-2026-1',
    'candour-year-11',
    'candour-2026-no',
  ])('an edition called %s', (id) => {
    expect(faultsAfter((edition) => (edition.id = id))).toEqual(['id: must look like candour-2026-11']);
  });

  it.each([`${'a'.repeat(64)}0`, `0${'f'.repeat(64)}`, 'a'.repeat(63), 'g'.repeat(64)])(
    'a source by the hash %s',
    (sha256) => {
      expect(faultsAfter(({ source }) => (source.sha256 = sha256))).toEqual([
        expect.stringContaining('source.sha256: '),
      ]);
    },
  );

  it('something that is not YAML, in one sentence with what was found', () => {
    expect(faultsOf('\t: [')).toContainEqual(expect.stringMatching(/is not YAML here: \S/));
  });

  it.each([
    '',
    '[]',
    'criteria: 3',
    'criteria: [3, { sources: [x], knockOut: y }]',
    '{ guidelines: { a: b } }',
  ])('whatever it is: %j', (yaml) => {
    expect(faultsOf(yaml).length).toBeGreaterThan(0);
  });

  it('with what is misshapen, what leads nowhere and what stands twice at once, each with its line and what to do', () => {
    const file = readFileSync('frameworks/candour-2026-11.yaml', 'utf8');
    const yaml = file
      .replace('guideline: CG77', 'guideline: CG777')
      .replace('id: SIM-POL-02', 'id: SIM-POL-01')
      .replace('asAt: 2026-11-21', 'asAt: 2026-02-30')
      .replace('derivation: direct', 'derivation: guessed')
      .replace('appliesTo: null', 'appliesTo: 2000-01-01')
      .replace(/inForceTo: \d{4}-\d{2}-\d{2}/, 'inForceTo: 1999-01-01');
    const lineOf = (text: string): number => yaml.slice(0, yaml.indexOf(text)).split('\n').length;
    const second = yaml.lastIndexOf('- id: SIM-POL-01');
    expect(placedFaultsOf(yaml).map(({ line, text }) => [line, text])).toEqual([
      [lineOf('asAt:'), 'asAt: must be a day that exists, written YYYY-MM-DD.'],
      [lineOf('- key: CG16'), 'guideline CG16: ends before it is in force. Mend one of the days.'],
      [lineOf('derivation: guessed'), 'criteria.0.derivation: must be one of: direct, inferred.'],
      [lineOf('appliesTo: 2000'), 'SIM-POL-01: ends before it applies. Mend one of the days.'],
      [
        yaml.slice(0, second).split('\n').length,
        'criterion SIM-POL-01: is used twice. Give one of the two another name.',
      ],
      [
        lineOf('guideline: CG777'),
        expect.stringMatching(
          /^SIM-\w+-\d+: there is no guideline CG777\. Mend the name, or add what it names\.$/,
        ),
      ],
    ]);
  });
});
