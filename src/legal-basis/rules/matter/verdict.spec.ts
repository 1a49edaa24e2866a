import { NO_ANSWER } from '../../record/answers/not-known.js';
import {
  bestOf,
  caution,
  cautionUnless,
  chosen,
  chosenList,
  fault,
  holds,
  holdsOnRecord,
  notKnown,
  onlySaid,
  shown,
  stated,
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
    ['words', onlySaid('which law'), shown],
    ['', fault('x'), fault('x')],
    [null, fault('x'), fault('x')],
    ['not known', notKnown(), notKnown()],
    [NO_ANSWER, fault('x (what is written there is no answer)'), fault('x')],
  ])(
    'of the words %j is never more than that they are there; of a code it is that it is chosen',
    (text, said, code) => {
      expect(stated(text, 'x', 'which law')).toEqual(said);
      expect(chosen(text, 'x')).toEqual(code);
    },
  );

  it('lies between shown and a caution where something is only said', () => {
    expect(together(shown, onlySaid('a'), onlySaid('b'))).toEqual({ found: 'STATED', because: ['a', 'b'] });
    expect(together(onlySaid('a'), caution('B.'))).toEqual(caution('B.'));
    expect(bestOf(onlySaid('a'), caution('B.'))).toEqual(onlySaid('a'));
    expect(bestOf(onlySaid('a'), shown)).toEqual(shown);
  });

  it('of a list of codes is that of its best', () => {
    expect(chosenList(['', 'not known', 'CODE'], 'x')).toEqual(shown);
    expect(chosenList(['', 'not known'], 'x')).toEqual(notKnown());
    expect(chosenList([], 'x')).toEqual(fault('x'));
    expect(chosenList(undefined, 'x')).toEqual(fault('x'));
  });
});
