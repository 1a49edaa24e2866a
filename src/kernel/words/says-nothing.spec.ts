import fc from 'fast-check';
import { isNoAnswer } from './no-answer.js';
import { saysNothing } from './says-nothing.js';

/** What people write in a few words, and mean. */
const SHORT_ANSWERS = [
  ...['Weekly', 'None of them agreed', 'Police', 'The DPO', 'DPO', 'ASD', 'By letter', 'Director of nursing'],
  ...['We agreed', 'At the trust', 'Nobody', 'Never', 'Property', 'liberty', 'were', 'POI', 'II', 'NHSE'],
  ...[
    'PCSO',
    'Two nurses',
    '7 nurses',
    'It stopped.',
    'Everyone',
    'μg/ml',
    'Band 7',
    'Ward A11',
    'Section 136',
  ],
  ...['not before 2019', 'Answered in time', 'no form is attached', 'Baden-Württemberg', 'Łódź team', 'Cost'],
  ...['Nothing was found', 'In May we stopped', 'Mae’r heddlu yn dod', 'Полиция', 'Η αστυνομία', '警察'],
];

const KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  o: 'о',
  p: 'р',
  s: 'ѕ',
  i: 'і',
};
const DENIALS = [
  'none',
  'n/a',
  'nope',
  'not applicable',
  'see above',
  'to be confirmed',
  'no idea',
  'see letter',
];

describe('What is typed where something must be said', () => {
  it.each(SHORT_ANSWERS)('is taken where it says something, however short: %j', (text) => {
    expect(saysNothing(text, ['Why must it stop?', 'The reason'])).toBe(false);
  });

  it('is taken in any case, and with whatever stands around it', () => {
    const around = fc.constantFrom('', ' ', '.', '\n', '…', '“');
    fc.assert(
      fc.property(fc.constantFrom(...SHORT_ANSWERS), around, around, (text, before, after) => {
        expect(saysNothing(`${before}${text}${after}`)).toBe(false);
      }),
    );
  });

  it('says nothing where it is keys along a row, one way or the other, as often as they are pressed', () => {
    const run = fc
      .tuple(fc.constantFrom(...KEYS), fc.nat(6), fc.integer({ min: 4, max: 10 }), fc.boolean())
      .map(([row, from, length, back]) => {
        const keys = row.slice(Math.min(from, row.length - 4)).slice(0, length);
        return back ? [...keys].reverse().join('') : keys;
      });
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 5 }), fc.boolean(), (runs, apart) => {
        expect(isNoAnswer(runs.join(apart ? ' ' : ''))).toBe(true);
      }),
    );
  });

  it('says nothing where letters of other scripts only look like words that say nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DENIALS), fc.infiniteStream(fc.boolean()), (text, swapped) => {
        const disguised = [...text].map(
          (letter) => (swapped.next().value === true && LOOK_ALIKES[letter]) || letter,
        );
        expect(isNoAnswer(disguised.join(''))).toBe(true);
      }),
    );
    expect(['ΝΟΝΕ', 'ѕее above', 'N0NE', 'ɴᴏɴᴇ', 'ΤΒС'].filter((text) => !isNoAnswer(text))).toEqual([]);
  });

  it('says nothing where it is denied or put off for somebody, somewhere or some time', () => {
    const what = fc.constantFrom('none', 'nothing', 'not applicable', 'n/a', 'tbc', 'not required');
    const whom = fc.constantFrom(
      'to us',
      'for our trust',
      'at this time',
      'at present',
      'in this case',
      'for now',
    );
    fc.assert(
      fc.property(what, fc.array(whom, { maxLength: 2 }), (denied, around) => {
        expect(isNoAnswer([denied, ...around].join(' '))).toBe(true);
      }),
    );
  });

  it('says nothing where a word, a letter or a few of them come over and over', () => {
    const word = fc.stringMatching(/^[a-z]{2,8}$/);
    fc.assert(
      fc.property(word, fc.integer({ min: 2, max: 40 }), (one, times) => {
        expect(saysNothing(Array.from({ length: times }, () => one).join(' '))).toBe(true);
      }),
    );
    const nothing = ['nooooo', 'yessss', 'hahaha', 'hmmmm', 'asdasdasd', 'abababab', 'aaaa'];
    expect(nothing.filter((text) => !isNoAnswer(text))).toEqual([]);
  });

  it('says nothing where it is figures or a date alone, and is a fact for whoever asks for a figure', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
    const written = day.map((one) => [
      one.toISOString().slice(0, 10),
      one.toLocaleDateString('en-GB'),
      one.toLocaleDateString('en-GB', { dateStyle: 'long' }),
      String(one.getUTCFullYear()),
    ]);
    fc.assert(
      fc.property(written, fc.nat(), (dates, figure) => {
        expect([...dates, String(figure)].filter((text) => !saysNothing(text))).toEqual([]);
      }),
    );
    expect(['2019', '1', '3', 'v2'].filter((text) => isNoAnswer(text))).toEqual([]);
  });

  it('says nothing where it gives the question back, or a part of it', () => {
    const asked = ['What do you want to know about this halt?', 'Your question'];
    const copies = [
      'I want to know about this halt',
      'what do you want to know about this halt',
      'Your question!',
    ];
    expect(copies.filter((text) => !saysNothing(text, asked))).toEqual([]);
    expect(saysNothing('Why', ['Why?'])).toBe(true);
    expect(saysNothing('Police', ['Did police or nurses come?'])).toBe(false);
    expect(saysNothing('Did the halt hold on the third ward?', asked)).toBe(false);
  });

  it('is looked at without failing whatever it is, and quickly where it is long', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string(),
        (text, asked) => !saysNothing(text, [asked]) || true,
      ),
    );
    for (const long of [
      'ab'.repeat(100_000),
      'asdf '.repeat(40_000),
      'ѕ'.repeat(200_000),
      '1 '.repeat(100_000),
    ])
      expect(typeof saysNothing(long, [long])).toBe('boolean');
  });
});
