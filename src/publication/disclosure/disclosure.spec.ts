import { readFileSync } from 'node:fs';
import { readContent } from '../content/content-text.js';
import type { PublishedContent } from '../content/published-content.js';
import { contactDetails } from './contact-details.js';
import { disclosureCheck } from './disclosure-check.js';
import { namesToLookFor, possibleNames, wholeNames } from './known-names.js';
import { nhsNumbers } from './nhs-numbers.js';
import { smallNumbers } from './small-numbers.js';
import { titledNames } from './titled-names.js';

const PEOPLE = ['Aster Invented', 'Bo Green', 'Sam', 'Cy (Cyril) Made-Up'];

describe('What may identify a person is found', () => {
  it.each([
    ['a whole name', wholeNames(PEOPLE), 'Told by Aster  Invented, twice.', ['Aster  Invented']],
    [
      'a name with a hyphen and brackets',
      wholeNames(PEOPLE),
      'By Cy (Cyril) Made-Up.',
      ['Cy (Cyril) Made-Up'],
    ],
    ['no part of a longer name', wholeNames(PEOPLE), 'Aster Inventedson wrote it.', []],
    ['a surname, to be looked at', possibleNames(PEOPLE), 'Ask Green about it.', ['Green']],
    ['a whole name in other letters', possibleNames(PEOPLE), 'ask bo green', ['bo green']],
    ['no surname as a common word', possibleNames(PEOPLE), 'It was green.', []],
    [
      'an NHS number, spaced or not',
      nhsNumbers,
      'NHS 943 476 5919 and 9434765919.',
      ['943 476 5919', '9434765919'],
    ],
    ['no ten digits that are none', nhsNumbers, 'Reference 943 476 5918.', []],
    ['no part of a longer number', nhsNumbers, '19434765919', []],
    ['an address of mail', contactDetails, 'Write to a.person@example.org.', ['a.person@example.org']],
    [
      'a telephone number',
      contactDetails,
      'Ring 020 7946 0000 or +44 20 7946 0001.',
      ['020 7946 0000', '+44 20 7946 0001'],
    ],
    ['a postcode', contactDetails, 'They live at SW1A 1AA.', ['SW1A 1AA']],
    ['no short helpline', contactDetails, 'Call 111, 999 or 116 123.', []],
    [
      'an officer by title',
      titledNames,
      'PC 1234 Jones and Sergeant Smith came.',
      ['PC 1234 Jones', 'Sergeant Smith'],
    ],
    ['a clinician by title', titledNames, 'Dr O’Neill and Nurse Ray agreed.', ['Dr O’Neill', 'Nurse Ray']],
    ['no title without a name', titledNames, 'A nurse and a PC came.', []],
    ['few people', smallNumbers, 'Only 3 patients and two of the women.', ['3 patients', 'two of the women']],
    ['no larger number', smallNumbers, 'There were 23 patients, 8 women and 1.5 officers.', []],
    ['no number of other things', smallNumbers, 'Two meetings and 3 rotas.', []],
  ])('%s', (_what, detect, text, found) => expect(detect(text)).toEqual(found));
});

describe('Nobody known', () => {
  it('is found nowhere', () => {
    expect(wholeNames([])('Anybody at all')).toEqual([]);
    expect(possibleNames([''])('Anybody at all')).toEqual([]);
  });
});

describe('Names are looked for where their last word is written', () => {
  it.each([
    ['as it is written', 'Bo Green', 'It was said by Bo Green.', true],
    ['in other letters', 'Bo Green', 'IT WAS GREEN.', true],
    ['with a hyphen and brackets', 'Cy (Cyril) Made-Up', 'cyril made-up', true],
    ['with letters that fold', 'Bo Strauß', 'BO STRAUSS', true],
    ['and not where a longer word holds it', 'Bo Green', 'The greenhouse of Bo.', false],
  ])('%s', (_how, name, text, sought) =>
    expect(namesToLookFor([name], ['Nothing.', text])).toEqual(sought ? [name] : []),
  );
});

describe('A result is looked through', () => {
  /** What nobody types into a text of the result: codes, days, the wording of the framework, names of bodies, the working. */
  const NOT_WRITTEN_FOR_IT =
    /^(format|review|framework|rating|domains|open|agreement\.notes|parts\.\d+\.(key|title|lines\.\d+\.label))\b|\.(code|criterion|domain|requirement|gravity|sources\.\d+|organisation|kind|reviewer|became|score|moderated|grade|confidence|settledBy|post|stance|words|signedOn|repliedOn|decidedOn|statedOn|on)$|^follows\.contentHash$/;
  const published: PublishedContent = {
    ...readContent(readFileSync('test/support/example-release.json', 'utf8')),
    follows: { release: 1, contentHash: 'a' },
    withheld: { places: 1, because: 'They name a person' },
  };
  const [first, ...others] = published.panel.scored;
  const decided = { because: 'It was found.', post: 'Director', decidedOn: '2026-10-01' };
  const scored = [
    ...others,
    ...(first
      ? [
          {
            ...first,
            left: { on: '2026-10-01', because: 'They moved away.' },
            exclusion: { ...decided, conflict: 'They wrote the policy.', second: decided },
          },
        ]
      : []),
  ];
  const content = {
    ...published,
    panel: { ...published.panel, scored },
    agreement: published.agreement && { ...published.agreement, publishedAnywayBecause: 'They will meet.' },
  };

  it('and is free of anything that stops it, as it stands', () => {
    expect(disclosureCheck(content, PEOPLE).filter(({ stops }) => stops)).toEqual([]);
  });

  it('in every text that a person wrote: an NHS number or a name in any of them stops its release', () => {
    const texts = leavesOf(content).filter((path) => !NOT_WRITTEN_FOR_IT.test(path));
    expect(texts).toContain('withheld.because');
    expect(texts).toContain('panel.scored.2.exclusion.second.because');
    expect(texts).toContain('agreement.publishedAnywayBecause');
    expect(texts.length).toBeGreaterThan(400);
    for (const words of ['943 476 5919', 'Aster Invented'])
      for (const path of texts) {
        const stopping = disclosureCheck(withText(content, path, `It is ${words}.`), PEOPLE);
        expect([path, stopping.find(({ stops }) => stops)?.words]).toEqual([path, words]);
      }
  });
});

function leavesOf(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    leavesOf(inner, path === '' ? name : `${path}.${name}`),
  );
}

function withText(content: PublishedContent, path: string, text: string): PublishedContent {
  const changed = structuredClone(content);
  const parts = path.split('.');
  const last = parts.pop() ?? '';
  const holder = parts.reduce<unknown>((at, name) => Reflect.get(Object(at), name), changed);
  Reflect.set(Object(holder), last, text);
  return changed;
}
