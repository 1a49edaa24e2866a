import { allOf, anyOf, known, knownCodes, not, statementState } from './not-known.js';

describe('An answer that says “we do not know”', () => {
  it.each([
    'NOT_KNOWN',
    'not known',
    'Not yet known.',
    ' unknown ',
    '(unknown)',
    'n/k',
    'do not know',
    'Don’t know!',
    "don't know",
  ])('is understood as “%s”', (text) => {
    expect(statementState(text)).toBe('NOT_KNOWN');
  });

  it.each(['The sender is unknown', 'unknown to us', 'It is not known who decides', 'known', 'nk'])(
    'is not “%s”, which states something',
    (text) => {
      expect(statementState(text)).toBe('STATED');
    },
  );

  it.each([undefined, null, '', ' \n '])('is not a blank (%p)', (text) => {
    expect(statementState(text)).toBe('BLANK');
  });

  it('leaves a field without a value', () => {
    expect([known('NOT_KNOWN'), known(null), known(undefined)]).toEqual([null, null, null]);
    expect([known('A'), known(false), known(0)]).toEqual(['A', false, 0]);
  });

  it('leaves a list without its codes only where there are no others', () => {
    expect(knownCodes(undefined)).toBeNull();
    expect(knownCodes(null)).toBeNull();
    expect(knownCodes(['NOT_KNOWN'])).toBeNull();
    expect(knownCodes([])).toEqual([]);
    expect(knownCodes(['A', 'NOT_KNOWN', 'B'])).toEqual(['A', 'B']);
  });
});

describe('Facts put together', () => {
  it.each([
    [[], true, false],
    [[true, true], true, true],
    [[true, false], false, true],
    [[false, false], false, false],
    [[true, null], null, true],
    [[false, null], false, null],
    [[null], null, null],
  ])('%j: all of them %s, any of them %s', (truths, all, any) => {
    expect([allOf(...truths), anyOf(...truths)]).toEqual([all, any]);
  });

  it('turn round, unless nothing is known', () => {
    expect([not(true), not(false), not(null), not(undefined)]).toEqual([false, true, null, null]);
  });
});
