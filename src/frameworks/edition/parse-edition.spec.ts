import { faultsAfter, placedFaultsOf, TWO_CRITERIA } from '../../../test/support/changed-editions.js';
import type { Edition } from './edition-schema.js';
import { FIRST_METHOD } from './method/first-method.js';
import type { Method } from './method/method-schema.js';

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

  it('names the rule that each breaks, and takes its own words, limits and steps of a method', () => {
    const withMethod = (change: (method: Method) => void): string => {
      const method = structuredClone(FIRST_METHOD);
      change(method);
      return JSON.stringify({ ...TWO_CRITERIA, method });
    };
    const rules = (text: string) => placedFaultsOf(text).map(({ rule }) => rule);
    expect(rules(withMethod(({ scale: [best] }) => best && (best.label = 'Shown in full')))).toEqual([]);
    expect(rules(withMethod(({ rating }) => (rating.mostOpenInHundred = 50)))).toEqual([]);
    expect(rules(withMethod(({ rating }) => rating.steps.splice(3, 2)))).toEqual([]);
    expect(rules(withMethod(({ rating }) => rating.steps.reverse()))).toEqual(['method-is-computed']);
    expect(rules(withMethod(({ rating }) => (rating.mostOpenInHundred = 101)))).toEqual(['shape']);
    expect(rules(withMethod(({ evidenceGrades: [, , c] }) => c && (c.carries = null)))).toEqual([]);
    expect(rules(withMethod(({ scale }) => scale.pop()))).toEqual(['method-is-computed']);
    expect(rules(withMethod(({ evidenceGrades: [, , , d] }) => d && (d.carries = '3')))).toEqual([
      'method-is-computed',
    ]);
    expect(rules(JSON.stringify({ ...TWO_CRITERIA, title: '', elements: [] }))).toEqual([
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
    const edition = structuredClone(TWO_CRITERIA);
    const [first] = edition.criteria;
    if (first === undefined) throw new Error('the edition has criteria');
    change(edition, first);
    const text = JSON.stringify(edition, null, 1);
    const lines = placedFaultsOf(text).map(({ line }) => text.split('\n')[(line ?? 0) - 1] ?? '');
    expect(lines).toEqual(expect.arrayContaining([expect.stringContaining(place)]));
  });
});
