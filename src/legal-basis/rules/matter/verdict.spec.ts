import {
  bestOf,
  caution,
  cautionUnless,
  fault,
  holds,
  holdsOnRecord,
  notKnown,
  shown,
  stated,
  statedList,
  together,
} from './verdict.js';

describe('What a rule finds', () => {
  it('together is the worst, with every reason of that kind once', () => {
    expect(together()).toEqual(shown);
    expect(together(shown, shown)).toEqual({ found: 'SHOWN' });
    expect(together(caution('A.'), shown, caution('B.'))).toEqual({
      found: 'CAUTION',
      because: ['A.', 'B.'],
    });
    expect(together(caution('A.'), notKnown('b'), notKnown())).toEqual({
      found: 'NOT_KNOWN',
      because: ['b'],
    });
    expect(together(fault('a'), notKnown('b'), fault('c'), fault('a'))).toEqual({
      found: 'FAULT',
      because: ['a', 'c'],
    });
  });

  it('at best is the first of the best', () => {
    expect(bestOf(fault('a'), notKnown('b'), fault('c'))).toEqual(notKnown('b'));
    expect(bestOf(notKnown('a'), notKnown('b'))).toEqual(notKnown('a'));
    expect(bestOf(caution('A.'), notKnown('b'))).toEqual(caution('A.'));
    expect(bestOf(fault('a'), shown)).toEqual(shown);
  });

  it('names its reason, or none', () => {
    expect([fault(), notKnown()]).toEqual([
      { found: 'FAULT', because: [] },
      { found: 'NOT_KNOWN', because: [] },
    ]);
    expect(
      [fault('a'), notKnown('a'), caution('A.')].map((verdict) => 'because' in verdict && verdict.because),
    ).toEqual([['a'], ['a'], ['A.']]);
  });

  it.each([
    [true, shown, shown, shown],
    [false, fault('x'), fault('x'), caution('x')],
    [null, notKnown(), fault('x'), notKnown()],
    [undefined, notKnown(), fault('x'), notKnown()],
  ])('of the fact %s depends on what its absence means', (truth, plain, onRecord, careful) => {
    expect([holds(truth, 'x'), holdsOnRecord(truth, 'x'), cautionUnless(truth, 'x')]).toEqual([
      plain,
      onRecord,
      careful,
    ]);
  });

  it.each([
    ['words', shown],
    ['', fault('x')],
    [null, fault('x')],
    ['not known', notKnown()],
  ])('of the statement %j', (text, verdict) => {
    expect(stated(text, 'x')).toEqual(verdict);
    expect(statedList(text === null ? null : [text], 'x')).toEqual(verdict);
  });

  it('of a list of statements is that of its best', () => {
    expect(statedList(['', 'not known', 'words'], 'x')).toEqual(shown);
    expect(statedList(['', 'not known'], 'x')).toEqual(notKnown());
    expect(statedList([], 'x')).toEqual(fault('x'));
    expect(statedList(undefined, 'x')).toEqual(fault('x'));
  });
});
