import fc from 'fast-check';
import { isNoAnswer } from './no-answer.js';
import { saysNothing } from './says-nothing.js';

/** What people write instead of an answer. */
const DENIALS = ['none', 'n/a', 'nope', 'not applicable', 'see above', 'to be confirmed', 'see letter'];

/** Short answers in which a machine could see a disguise, and which say something. */
const NEARLY_DISGUISED = [
  ...['A stroke', 'Stroke', 'I.T.', 'A & E', 'A&E', 'U.K. law', 'M.O.D.', 'N4', 'S33', 's117', '15A', 'P45'],
  ...[
    'Nia resigned',
    'En-suite',
    'Kay and Dee left',
    'Aye, the ward agreed',
    'Oscar',
    'Papa',
    'Mike',
    'India',
  ],
  ...[
    'November',
    'Hotel',
    'Why the police?',
    'You agreed',
    '£20 an hour',
    '£20',
    'Stop!',
    'No police!',
    'nurse@night',
  ],
  ...['Section 2B', 'TB', 'BA', 'DNA', 'NAO', 'BTN', 'Təhlükəsizlik', 'Kadın', 'ʃɒp', 'Ward N0.4 closed'],
  ...[
    'Dim heddlu',
    'Cytunodd y claf',
    'Mae angen nyrs',
    'Gwrthododd y bwrdd',
    'Nid oedd neb yno',
    'Dim arian',
  ],
  ...['Nid yw’n gyfreithlon', 'Heb staff nos', 'I amddiffyn cleifion', 'Yn ôl y meddyg', 'Cost', 'Diogelwch'],
];

/** What says nothing in Welsh. */
const WELSH = [
  ...[
    'Dim',
    'DIM BYD',
    'ddim yn berthnasol',
    'Amherthnasol',
    'Nid yw’n berthnasol',
    "Nid yw'n gymwys.",
    'Dim sylw',
  ],
  ...[
    'Dim sylwadau',
    'dim rheswm',
    'Dim angen',
    'Ddim ar gael',
    'I’w gadarnhau',
    'i’w benderfynu',
    'I ddilyn',
  ],
  ...[
    'Gweler uchod',
    'Gweler y polisi',
    'Fel yr uchod',
    'Yr un peth',
    'Wn i ddim',
    'Dim syniad',
    'Dim i’w ddweud',
  ],
  ...[
    'Maes o law',
    'Heb ei benderfynu eto',
    'Ar y gweill',
    'Anhysbys',
    'Nac oes',
    'Iawn',
    'Ie',
    'Naddo',
    'ddim eto',
  ],
  ...['Dim ar hyn o bryd', 'Ddim yn gwybod', 'Ynghlwm', 'Dim ateb', 'Dim o gwbl', 'Dîm'],
];

/** Letters as they stand on their heads; the others are turned into each other or into themselves. */
const ON_THEIR_HEADS: Readonly<Record<string, string>> = {
  ...{
    a: 'ɐ',
    b: 'q',
    c: 'ɔ',
    d: 'p',
    e: 'ǝ',
    f: 'ɟ',
    g: 'ƃ',
    h: 'ɥ',
    i: 'ᴉ',
    j: 'ɾ',
    k: 'ʞ',
    l: 'ן',
    m: 'ɯ',
  },
  ...{ n: 'u', p: 'd', q: 'b', r: 'ɹ', t: 'ʇ', u: 'n', v: 'ʌ', w: 'ʍ', y: 'ʎ' },
};
/** The names of letters, each as two people write them. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  ...{ a: ['ay', 'aye'], b: ['bee', 'bravo'], c: ['see', 'cee'], d: ['dee', 'delta'], e: ['ee', 'echo'] },
  ...{ i: ['eye', 'india'], l: ['el', 'ell'], n: ['en', 'enn'], o: ['oh', 'oscar'], t: ['tee', 'tango'] },
};

describe('What looks like an answer in disguise', () => {
  it.each(WELSH)('says nothing in Welsh either: %j', (text) => {
    expect([isNoAnswer(text), isNoAnswer(text.toUpperCase())]).toEqual([true, true]);
  });

  it('says nothing where its letters stand on their heads', () => {
    const turned = (text: string): string =>
      [...text.toLowerCase()]
        .map((letter) => ON_THEIR_HEADS[letter] ?? letter)
        .reverse()
        .join('');
    const denied = DENIALS.concat('nil', 'tbc', 'yes', 'dim byd', 'amherthnasol');
    expect(denied.map(turned).filter((text) => !isNoAnswer(text))).toEqual([]);
    expect(
      ['Weekly', 'Police', 'By letter', 'The ward agreed'].map(turned).filter((text) => isNoAnswer(text)),
    ).toEqual([]);
    expect(['nonǝ', 'uouǝ', 'Ɐ/N', 'ɐ/u'].filter((text) => !isNoAnswer(text))).toEqual([]);
  });

  it('says nothing where its letters are given one by one, by whatever name', () => {
    const between = fc.constantFrom(' ', '-', '/', '. ', ' slash ', ' forward slash ', ' stroke ');
    const said = fc.constantFrom('na', 'no', 'nil', 'none', 'tbc', 'tba', 'tbd');
    const nths = fc.array(fc.nat(2), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(said, between, nths, fc.boolean(), (word, apart, nth, upper) => {
        const names = [...word].map((letter, at) => {
          const called = [letter, ...(CALLED[letter] ?? [])];
          return called[nth[at] ?? 0] ?? letter;
        });
        const text = names.join(apart);
        expect([text, isNoAnswer(upper ? text.toUpperCase() : text)]).toEqual([text, true]);
      }),
    );
    expect(
      ['en ay', 'n slash a', 'enn-ay', 'November Alpha', 'ennay'].filter((text) => !isNoAnswer(text)),
    ).toEqual([]);
  });

  it('says nothing where figures and signs stand for its letters', () => {
    const nothing = [
      'n0ne',
      'N1L',
      'n!l',
      'ni|',
      'n0n€',
      '7bc',
      'T8A',
      'n0t',
      'N0pe',
      '$ee 4bove',
      'n0 !dea',
      'n/@',
      'y3s',
      'd1m',
    ];
    expect(nothing.filter((text) => !isNoAnswer(text))).toEqual([]);
  });

  it('is taken where a machine could see a disguise that is none, and where a denial stands before what it says', () => {
    expect(NEARLY_DISGUISED.filter((text) => isNoAnswer(text))).toEqual([]);
    const before = fc.constantFrom(...DENIALS, ...WELSH, 'en ay', 'n slash a', 'ǝuou', 'n0ne');
    const meant = fc.constantFrom('police came', 'Cytunodd y claf', 'the ward closed', 'gwrthododd y bwrdd');
    fc.assert(
      fc.property(before, meant, (denied, told) => {
        expect(saysNothing(`${denied}: ${told}`)).toBe(false);
      }),
    );
  });
});
