import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { TWO_CRITERIA } from '../../../../test/support/changed-editions.js';
import { anyPair } from '../../../../test/support/edition-pairs.js';
import { anyMethod } from '../../../../test/support/methods-at-random.js';
import { editionDifference } from '../comparing/edition-difference.js';
import { editionHash } from '../edition-hash.js';
import type { Edition } from '../edition-schema.js';
import { parseEdition } from '../parse-edition.js';
import { EDITION_FORMATS, writtenEdition } from './written-edition.js';

const PUBLISHED = readdirSync('frameworks').filter((name) => name.endsWith('.yaml'));

/** Texts as people write them, and as nobody should: formulas, apostrophes, quotes, line ends, other scripts. */
const text = fc
  .array(
    fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      "'",
      '"',
      ',',
      ';',
      '\n',
      ' ',
      'ŵ',
      '字',
      '😀',
      '＝',
      '#',
      ':',
      'a',
      '7',
      '{{',
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((letters) => `${letters.join('').trim()}x`);

const [ONE, OTHER] = TWO_CRITERIA.criteria;
const [SOURCE] = TWO_CRITERIA.guidelines;

/** Editions with domains in a tree of any order, sources cited twice, and texts of every sort. */
const anyEdition: fc.Arbitrary<Edition> = fc
  .record({
    texts: fc.array(text, { minLength: 12, maxLength: 12 }),
    method: fc.option(anyMethod),
    order: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
    swap: fc.boolean(),
    element: fc.constantFrom(null, 1, 3),
    confidences: fc.array(fc.constantFrom('A' as const, 'B' as const), { minLength: 3, maxLength: 3 }),
  })
  .map(
    ({
      texts: [a = 'a', b = 'b', c = 'c', d = 'd', e = 'e', f = 'f', g = 'g', h = 'h'],
      ...drawn
    }): Edition => {
      if (!ONE || !OTHER || !SOURCE) throw new Error('There is nothing to begin with.');
      const domains = [
        { code: 'POL', name: a },
        { code: 'DIS', name: b, within: 'POL' },
        { code: 'POL-2', name: c, within: 'DIS' },
        { code: 'ZED', name: d },
      ];
      const criteria = [
        {
          ...{ ...ONE, requirement: e, evidenceExpected: `${f}\n${g}`, letterConcerns: [] },
          ...{ knockOut: { from: '2023-03-10', element: drawn.element }, within: 'SIM-DIS-03' },
          sources: drawn.confidences.map((confidence, at) => ({
            ...{ guideline: SOURCE.key, ref: at === 0 ? null : h, confidence },
          })),
        },
        {
          ...OTHER,
          appliesTo: '2031-01-01',
          formerly: ['SIM-OLD-01', 'SIM-OLD-02'],
          requirement: `${g}\n\n  ${a}`,
        },
        { ...OTHER, id: 'AB-1.2', domain: 'ZED', requirement: 'word '.repeat(400).trim() },
      ];
      return parseEdition(
        JSON.stringify({
          ...{ ...TWO_CRITERIA, title: h, domains: drawn.order.map((at) => domains[at]) },
          guidelines: TWO_CRITERIA.guidelines.map((guideline) => ({ ...guideline, note: a, owner: b })),
          criteria: drawn.swap ? criteria.toReversed() : criteria,
          ...(drawn.method && { method: drawn.method }),
        }),
      );
    },
  );

function readAgain(edition: Edition, format: (typeof EDITION_FORMATS)[number]): Edition {
  const { text: written, fileName } = writtenEdition(edition, format);
  return parseEdition(Buffer.from(written), fileName);
}

describe.each(EDITION_FORMATS)('An edition that is taken away as %s', (format) => {
  it.each(PUBLISHED)('is the same edition when it is read again: %s', (name) => {
    const edition = parseEdition(readFileSync(`frameworks/${name}`), name);
    const again = readAgain(edition, format);
    expect(again).toEqual(edition);
    expect(editionHash(again)).toBe(editionHash(edition));
  });

  it('is the same edition whatever it says, and differs in nothing', () => {
    fc.assert(
      fc.property(anyEdition, (edition) => {
        const again = readAgain(edition, format);
        expect(again).toEqual(edition);
        expect(editionDifference(edition, again)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('still differs from another edition in what they differ in', () => {
    fc.assert(
      fc.property(anyPair, ({ from, to }) => {
        const [one, other] = [from, to].map((edition) => parseEdition(JSON.stringify(edition)));
        if (!one || !other) return;
        expect(editionDifference(readAgain(one, format), readAgain(other, format))).toEqual(
          editionDifference(one, other),
        );
      }),
      { numRuns: 25 },
    );
  });
});

describe('What a format cannot hold', () => {
  it('is refused, and not written as another edition', () => {
    const edition = structuredClone(TWO_CRITERIA);
    const blank = { ...edition, letterConcerns: [{ code: 'L 1', text: 'A concern' }] };
    blank.criteria = blank.criteria.map((criterion) => ({ ...criterion, letterConcerns: ['L 1'] }));
    const held = parseEdition(JSON.stringify(blank));
    expect(() => writtenEdition(held, 'csv')).toThrow('This format cannot hold all');
    expect(readAgain(held, 'oscal.json')).toEqual(held);
  });

  it('and a table runs no formula in a spreadsheet', () => {
    const edition = parseEdition(JSON.stringify({ ...TWO_CRITERIA, title: '=HYPERLINK("x")' }));
    expect(writtenEdition(edition, 'csv').text).toContain(`"'=HYPERLINK(""x"")"`);
  });

  it('and a catalog has an id for everything, each once, and names the version of OSCAL', () => {
    const edition = parseEdition(readFileSync('frameworks/candour-2026-12.yaml'), 'edition.yaml');
    const { text: written } = writtenEdition(edition, 'oscal.json');
    const ids = [...written.matchAll(/"(?:id|uuid)": "([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(
      ids.filter(
        (id) =>
          !/^[a-z][a-z0-9._-]*$|^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/.test(
            id ?? '',
          ),
      ),
    ).toEqual([]);
    expect(written).toContain('"oscal-version": "1.2.2"');
  });
});
