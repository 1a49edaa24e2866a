import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Edition } from './edition-schema.js';
import { FactFileFault, type FactFault } from '../../kernel/fact-files/fact-file-fault.js';
import { FIRST_METHOD } from './method/first-method.js';
import type { Method } from './method/method-schema.js';
import { parseEdition } from './parse-edition.js';

/** The first edition with no criteria but two, of the elements 1 and 3, so that reading it again costs little. */
const two: Edition = parse(readFileSync('frameworks/candour-2026-11.yaml', 'utf8'));
two.criteria = two.criteria.filter(({ id }) => ['SIM-POL-01', 'SIM-DIS-03'].includes(id));
two.guidelines = two.guidelines.filter(({ key }) => ['CG16', 'NHSE-SIM-23'].includes(key));

/** What is said against it once it was changed; JSON is YAML too. */
function faultsAfter(
  change: (edition: Edition, first: Edition['criteria'][number]) => void,
): readonly string[] {
  const edition = structuredClone(two);
  const [first] = edition.criteria;
  if (first === undefined) throw new Error('the edition has criteria');
  change(edition, first);
  return faultsOf(JSON.stringify(edition));
}

/** What is wrong, without what to do about it. */
function faultsOf(yaml: string): readonly string[] {
  return placedFaultsOf(yaml).map(({ text }) => text.replace(/\. [A-Z][^.]*\.$|\.$/, ''));
}

function placedFaultsOf(yaml: string): readonly FactFault[] {
  try {
    parseEdition(yaml, 'edition.yaml');
    return [];
  } catch (fault) {
    if (fault instanceof FactFileFault) return fault.faults;
    throw fault;
  }
}

describe('An edition that leads nowhere is refused, with every fault at once', () => {
  it('says nothing against the edition as it is', () => {
    expect(faultsAfter(() => undefined)).toEqual([]);
  });

  it.each<[what: string, change: Parameters<typeof faultsAfter>[0], faults: string[]]>([
    [
      'a missing domain',
      (_, first) => (first.domain = 'XYZ'),
      ['SIM-POL-01: its id names another domain than XYZ', 'SIM-POL-01: there is no domain XYZ'],
    ],
    [
      'a domain that its id does not name',
      (_, first) => (first.domain = 'PUN'),
      ['SIM-POL-01: its id names another domain than PUN'],
    ],
    [
      'a domain and a criterion within what is not there',
      ({ domains: [domain] }, first) => {
        Object.assign(domain ?? {}, { within: 'XYZ' });
        first.within = 'SIM-POL-99';
      },
      ['POL: there is no domain XYZ', 'SIM-POL-01: there is no criterion SIM-POL-99'],
    ],
    [
      'domains that are within each other',
      ({ domains: [one, other, third] }) => {
        Object.assign(one ?? {}, { within: 'PUN' });
        Object.assign(other ?? {}, { within: 'POL' });
        Object.assign(third ?? {}, { within: 'ASM' });
      },
      ['POL: is a part of itself, by way of PUN', 'PUN: is a part of itself, by way of POL'],
    ],
    [
      'a missing guideline beside one that is there',
      (_, first) => first.sources.push({ guideline: 'CG777', ref: null, confidence: 'B' }),
      ['SIM-POL-01: there is no guideline CG777'],
    ],
    [
      'a missing concern beside those that are there',
      (_, first) => first.letterConcerns.push('L11'),
      ['SIM-POL-01: there is no concern L11'],
    ],
    [
      'a knock-out from the day before it applies',
      (_, first) => (first.knockOut = { from: '2023-03-09', element: 1 }),
      ['SIM-POL-01: knocks out before it applies'],
    ],
    ['a missing element', (edition) => edition.elements.pop(), ['SIM-DIS-03: there is no element 3']],
    [
      'a criterion named twice',
      (edition, first) => edition.criteria.push(first),
      ['criterion SIM-POL-01: is used twice'],
    ],
    [
      'a guideline named twice',
      ({ guidelines }) => guidelines.push(...guidelines.slice(0, 1)),
      ['guideline CG16: is used twice'],
    ],
    [
      'a domain named twice',
      ({ domains }) => domains.push(...domains.slice(0, 1)),
      ['domain POL: is used twice'],
    ],
    [
      'a concern named twice',
      ({ letterConcerns }) => letterConcerns.push(...letterConcerns.slice(0, 1)),
      ['letter concern L1: is used twice'],
    ],
    [
      'a criterion that ends the day it begins',
      (_, first) => (first.appliesTo = first.appliesFrom),
      ['SIM-POL-01: ends before it applies'],
    ],
    [
      'a guideline that ends the day before it begins',
      ({ guidelines: [one] }) => one && (one.inForceTo = '2004-07-27'),
      ['guideline CG16: ends before it is in force'],
    ],
    [
      'two faults of different places',
      (edition, first) => {
        edition.domains.push(...edition.domains.slice(0, 1));
        first.letterConcerns.push('L11');
      },
      ['domain POL: is used twice', 'SIM-POL-01: there is no concern L11'],
    ],
  ])('%s', (_what, change, faults) => {
    expect(faultsAfter(change)).toEqual(faults);
  });

  it('names the rule that each breaks, and takes the words of a scale but no other limits', () => {
    const withMethod = (change: (method: Method) => void): string => {
      const method = structuredClone(FIRST_METHOD);
      change(method);
      return JSON.stringify({ ...two, method });
    };
    const rules = (text: string) => placedFaultsOf(text).map(({ rule }) => rule);
    expect(rules(withMethod(({ scale: [best] }) => best && (best.label = 'Shown in full')))).toEqual([]);
    expect(rules(withMethod(({ rating }) => (rating.mostOpenInHundred = 50)))).toEqual([
      'method-is-computed',
    ]);
    expect(rules(withMethod(({ scale }) => scale.pop()))).toEqual(['method-is-computed']);
    expect(rules(withMethod(({ evidenceGrades: [, , c] }) => c && (c.carries = '3')))).toEqual([
      'method-is-computed',
    ]);
    expect(rules(JSON.stringify({ ...two, title: '', elements: [] }))).toEqual([
      'shape',
      ...['names-lead-somewhere', 'names-lead-somewhere'],
    ]);
    expect(rules('[')).toEqual(expect.arrayContaining(['readable']));
  });

  it('takes a knock-out from the very day it applies, and one of no element', () => {
    expect(faultsAfter((_, first) => (first.knockOut = { from: '2023-03-10', element: null }))).toEqual([]);
  });

  it('takes a criterion that applies for one day, and a guideline that was in force for one', () => {
    expect(faultsAfter((_, first) => (first.appliesTo = '2023-03-11'))).toEqual([]);
    expect(faultsAfter(({ guidelines: [one] }) => one && (one.inForceTo = one.inForceFrom))).toEqual([]);
  });

  it.each<[place: string, change: (edition: Edition, first: Edition['criteria'][number]) => unknown]>([
    ['"domain": "XYZ"', (_, first) => (first.domain = 'XYZ')],
    ['    {', (_, first) => first.sources.push({ guideline: 'CG777', ref: null, confidence: 'B' })],
    ['"L11"', (_, first) => first.letterConcerns.push('L11')],
    ['"appliesTo": "2023-03-10"', (_, first) => (first.appliesTo = '2023-03-10')],
    ['"knockOut": {', (_, first) => (first.knockOut = { from: '2023-03-09', element: 1 })],
    ['"element": 3', (edition) => edition.elements.pop()],
  ])('names the line of %s', (place, change) => {
    const edition = structuredClone(two);
    const [first] = edition.criteria;
    if (first === undefined) throw new Error('the edition has criteria');
    change(edition, first);
    const text = JSON.stringify(edition, null, 1);
    const lines = placedFaultsOf(text).map(({ line }) => text.split('\n')[(line ?? 0) - 1] ?? '');
    expect(lines).toEqual(expect.arrayContaining([expect.stringContaining(place)]));
  });
});

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
