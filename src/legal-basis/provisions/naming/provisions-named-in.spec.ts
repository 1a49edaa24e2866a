import fc from 'fast-check';
import type { Provision } from '../provision.js';
import { provisionById, provisions } from '../provisions.js';
import { aliases } from './aliases.js';
import { lawNamedBy, lawNamedIn, provisionsNamedIn } from './provisions-named-in.js';
import { wordsOfText, type Word } from './words.js';

function named(text: string): string {
  return ids(provisionsNamedIn(text)).join(' ');
}

function ids(some: readonly Provision[]): string[] {
  return some.map(({ id }) => id);
}

describe('Law that was typed is recognised by the list', () => {
  it.each([
    ['s115(1) CDA 1998', 'cda-s115'],
    ['s115 cda', 'cda-s115'],
    ['ÇDA 1998 ｓ115', 'cda-s115'],
    ['section 115 of the Crime and Disorder Act 1998', 'cda-s115'],
    ['SECTION 115(1)(a) OF THE CRIME AND DISORDER ACT 1998', 'cda-s115'],
    ['s.115 of the Crime & Disorder Act', 'cda-s115'],
    ['§115 Crime and Disorder Act', 'cda-s115'],
    ['Care Act 2014 s45', 'care-s45'],
    ['Care Act 2014 - s6(1)', 'care-s6'],
    ['Crime and Disorder Act 1998: section 17', 'cda-s17'],
    ['The Crime and Disorder Act 1998 gives powers, in section 115, to share', 'cda-s115'],
    ['Mental Health Act 1983 s136', 'mha-s136'],
    ['Mental Health Act 1983 s136(1C)', 'mha-s136-1c'],
    ['section 251 of the NHS Act', 'nhs-s251'],
    ['regulation 3 of the Health Service (Control of Patient Information) Regulations 2002', 'copi-3'],
    ['COPI 2002 reg 5', 'copi-5'],
    ['Social Services and Well-being (Wales) Act 2014, section 128', 'sswba-s128'],
    ['ASP 2007 s5(3)', 'asp-s5-3'],
    ['Assault, Criminal Justice Act 1988 s39', 'cja1988-s39'],
    ['Data Protection Act s29(3)', 'dpa1998-s29'],
    ['Caldicott principle 7', 'caldicott-7'],
    ['NHS Act 2006 s14Z61', 'nhs-s14z61'],
    ['SI 2000/417 Sch para 10', 'si2000-417-10'],
    ['NHS Act 2006 ss195 to 197', 'nhs-fraud'],
  ])('“%s”', (text, ids) => expect(named(text)).toBe(ids));

  it.each([
    ['Articles 6(1)(e) and 9(2)(h) UK GDPR', 'ukgdpr-6-1-e ukgdpr-9-2-h'],
    ['6(1)(e) and 9(2)(h)', 'ukgdpr-6-1-e ukgdpr-9-2-h'],
    ['Data Protection Act 2018 Schedule 1 paragraph 18', 'dpa-sch1-18'],
    ['paragraph 18 of Schedule 1 to the DPA 2018', 'dpa-sch1-18'],
    ['Sch 1 Pt 2 para 18', 'dpa-sch1-18'],
    ['DPA 1998 Sch 2 para 5(b) and Sch 3 para 8', 'dpa1998-sch2-5 dpa1998-sch3-8'],
    ['Human Rights Act 1998 Article 8', 'echr-8'],
    ['Article 8(2) ECHR', 'echr-8'],
    ['DPA 2018 sections 35(1) to (5)', 'dpa-s35-2 dpa-s35-4 dpa-s35-5'],
    ['UK GDPR Article 5(1)(c)', 'ukgdpr-5'],
  ])('of data protection and of the Convention, “%s”', (text, ids) => expect(named(text)).toBe(ids));

  it.each([
    ['CDA 1998, sections 17 and 115', 'cda-s17 cda-s115'],
    ['section 17 or 115 of the Crime and Disorder Act', 'cda-s17 cda-s115'],
    ['Section 17 Crime and Disorder Act 1998; Care Act 2014 s6', 'cda-s17 care-s6'],
    ['s115 CDA 1998; s42 Care Act 2014', 'cda-s115 care-s42'],
    ['Care Act 2014 s6, s115 CDA 1998', 'cda-s115 care-s6'],
    ['Care Act 2014 ss6(1), 42', 'care-s6 care-s42'],
    ['Care Act 2014 s42, Mental Health Act 1983', 'care-s42'],
    ['Crime and Disorder Act 1998 s115 and Road Traffic Act 1988 s172(2)(b)', 'cda-s115 rta-s172'],
    ['Under the Care Act 2014, and section 17 of the Crime and Disorder Act 1998', 'cda-s17'],
    ['Care Act 2014, section 6 of the CDA', 'cda-s5-6'],
    ['CDA 1998 section 17 and 5 officers', 'cda-s17'],
    ['PCSCA 2022 s44A(4)', 'pcsca-s44a-4'],
    ['PCSCA 2022 s44B', 'pcsca-s44a'],
    ['Schedule 3 paragraph 8', 'dpa1998-sch3-8'],
    ['Children Act s47', 'ca1989-s47 ca1989-s47-9'],
    ['Children Act 1989 s47(10)', 'ca1989-s47-9'],
  ])('several at once: “%s”', (text, ids) => expect(named(text)).toBe(ids));

  it.each([
    ['Gillick competent child', 'gillick'],
    ['common law policing duty', 'common-law-police'],
    ['UK GDPR and W v Egdell', 'cldc-public-interest'],
    ['shared under MAPPA', 'cja-s325'],
    ['s251 support', 'nhs-s251'],
  ])('by a name that stands beside the list: “%s”', (text, ids) => expect(named(text)).toBe(ids));

  it.each([
    'at their own pace we act on it',
    'the 6(b) form',
    'section 17 and 5 officers',
    's42',
    'Schedule 2 paragraph 5(1)',
    '115 people, 17 calls and 2014 visits',
    'Crime and Disorder Act 1998',
    'GDPR public task',
    'not known',
    '',
    '()()(((',
    'constructor __proto__ toString',
  ])('and nothing is read into “%s”', (text) => expect(named(text)).toBe(''));

  it('in every entry whose short name gives instrument and place', () => {
    const cited = provisions.filter(
      ({ short, instrument }) => /\d/.test(short) && /\b(Act|Regulations)\b/.test(instrument),
    );
    const missed = cited.filter((one) => !provisionsNamedIn(one.short).includes(one)).map(({ id }) => id);
    expect(cited.length).toBeGreaterThan(200);
    expect(missed).toEqual(NOT_BY_PLACE);
  });
});

/** Its short name says what it is about and not where it stands. */
const NOT_BY_PLACE: readonly string[] = ['hsca2008-cqc'];

describe('The usual short names beside the list', () => {
  it('belong to what is on it', () => {
    const instruments = new Set(provisions.map(({ instrument }) => instrument));
    expect(Object.keys(aliases.instruments).filter((name) => !instruments.has(name))).toEqual([]);
    expect(Object.keys(aliases.provisions).filter((id) => !provisionById(id))).toEqual([]);
  });
});

describe('What else a text names as law', () => {
  it('is told apart: instruments without a place, what the list does not hold, and the other words', () => {
    expect(lawNamedIn('GDPR public task')).toMatchObject({
      instruments: ['UK GDPR'],
      unlisted: [],
      rest: 'public task',
    });
    expect(lawNamedIn('Care Act 2014 s67')).toMatchObject({
      provisions: [],
      unlisted: ['Care Act 2014 s67'],
    });
    expect(lawNamedIn('the Vagrancy Act 1824, s4')).toMatchObject({
      instruments: [],
      unlisted: ['Vagrancy Act 1824', 's4'],
    });
    expect(lawNamedIn('in order to act early').unlisted).toEqual([]);
    expect(lawNamedIn('at their own pace')).toMatchObject({ instruments: [], rest: 'at their own pace' });
    expect(lawNamedIn('under PACE').instruments).toEqual(['Police and Criminal Evidence Act 1984']);
  });
});

describe('Whatever is typed', () => {
  const pieces = fc.constantFrom(
    ...['s', 'ss', '115', '(1)', '(a)', ' to ', '-', '–', ', ', ' and ', ' of the ', 'Sch 1', ' para 18'],
    ...[
      'CDA 1998',
      'Care Act',
      'GDPR',
      ' Article 6',
      '(',
      ')',
      '§',
      ' ',
      '999',
      'é',
      '\u0000',
      '\ud83d',
      'İ',
      'ﬁ',
    ],
  );

  it('is read without a fault, and names only what is on the list, in its order', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces).map((some) => some.join('')),
        ),
        (text) => {
          const { provisions: found, rest } = lawNamedIn(text);
          expect(ids(found)).toEqual(ids(provisions.filter((one) => found.includes(one))));
          expect(typeof rest).toBe('string');
        },
      ),
    );
  });

  it.each([
    ...['s1 ', 's1-60, ', '(', 'crime and disorder act ', 's1(a)-(z)', '1(1)', 'sections 1, 1', 'Act '],
    ...['para 1 Sch 1 ', 'of the ', 'data protection (processing of sensitive personal data) order '],
  ])('is read in time that grows with its length and no faster: “%s” again and again', (piece) => {
    const [half, whole] = [16_000, 32_000].map((length) => {
      const counted = counting(wordsOfText(piece.repeat(length / 4)).slice(0, length / 4));
      lawNamedBy(counted.words);
      return counted.looks();
    });
    expect(whole).toBeLessThanOrEqual((half ?? 0) * 2.1 + 100);
    expect(whole).toBeLessThan(8000 * 100);
  });
});

/** Words that count how often one of them is looked at. */
function counting(words: readonly Word[]): { words: readonly Word[]; looks: () => number } {
  let looks = 0;
  const watched = new Proxy(words, {
    get: (target, key, receiver) => {
      if (typeof key === 'string' && /^\d+$/.test(key)) looks += 1;
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
  return { words: watched, looks: () => looks };
}
