import { assertsAny, holdsAny, includesAny, isAnythingAsserted, isAsserted, isCode } from './codes.js';
import { lengthOf, sameWords } from './words/texts.js';

describe('A list of facts', () => {
  it.each([
    [undefined, null],
    [null, null],
    [[], null],
    [['A'], true],
    [['B', 'A'], true],
    [['B'], false],
    [['NOT_KNOWN'], null],
    [['B', 'NOT_KNOWN'], null],
    [['A', 'NOT_KNOWN'], true],
  ])('%j holds A or C: %s', (list, truth) => {
    expect(includesAny(list, 'A', 'C')).toBe(truth);
  });

  it('never takes “not known” for the code that is asked about', () => {
    expect(holdsAny(['NOT_KNOWN'], () => true)).toBeNull();
  });
});

describe('What is asserted', () => {
  it.each([
    [undefined, false],
    [[], false],
    [['A'], true],
    [['B'], false],
    [['NOT_KNOWN'], null],
  ])('of the list %j is A: %s', (list, truth) => {
    expect(assertsAny(list, 'A')).toBe(truth);
  });

  it.each([
    [undefined, false, false, null],
    [null, false, false, null],
    ['A', true, true, true],
    ['B', false, true, false],
    ['NOT_KNOWN', null, null, null],
  ])('where it is %s: A asserted %s, anything %s, A the fact %s', (code, isA, isAnything, fact) => {
    expect(isAsserted(code, 'A')).toBe(isA);
    expect(isAnythingAsserted(code)).toBe(isAnything);
    expect(isCode(code, 'A')).toBe(fact);
  });
});

describe('A text', () => {
  it('has the same words whatever its case, spacing and punctuation', () => {
    expect(sameWords('  The Plan; is\nSHARED, “once”. ')).toBe('the plan is shared once');
    expect(sameWords('Élan 9')).toBe('élan 9');
    expect([sameWords(null), sameWords(undefined), sameWords('—')]).toEqual(['', '', '']);
  });

  it('is as long as what it says', () => {
    expect(lengthOf('  one \n\n two ')).toBe('one two'.length);
    expect([lengthOf(null), lengthOf(undefined), lengthOf(' ')]).toEqual([0, 0, 0]);
  });
});
