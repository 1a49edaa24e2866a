import { readFileSync } from 'node:fs';
import { criteriaInForce } from './criteria-in-force.js';
import type { Edition } from './edition-schema.js';
import { parseEdition } from './parse-edition.js';
import { NOTHING_VERIFIED } from './verification.js';

const edition = (name: string): Edition => parseEdition(readFileSync(`frameworks/${name}.yaml`, 'utf8'));

const library = edition('candour-2026-12');
/** The aims of 11 May 2021 by the concerns that say them: Long Term Plan, NICE, confidentiality, safety and human rights. */
const AIMS = ['L10', 'L3', 'L4', 'L7', 'L5'];

const letter = edition('letter-2021-05');
const position = edition('position-2023-03');

describe.each([
  ['letter-2021-05', letter, '2021-05-11'],
  ['position-2023-03', position, '2023-03-10'],
])('The edition %s', (_name, one, day) => {
  it('asks criteria of the library, word for word, in its order, with the same sources and elements', () => {
    const { guidelines, elements, letterConcerns, domains } = library;
    expect(one).toMatchObject({ guidelines, elements, letterConcerns, domains, asAt: day });
    const asked = new Set(one.criteria.map(({ id }) => id));
    expect(one.criteria).toEqual(library.criteria.filter(({ id }) => asked.has(id)));
  });

  it('cites nothing that came later than its day, and something for each criterion', () => {
    const inForce = criteriaInForce(one, day, NOTHING_VERIFIED);
    expect(inForce.map(({ criterion }) => criterion)).toEqual(one.criteria);
    for (const { criterion, sources } of inForce) {
      expect([criterion.id, sources.length > 0]).toEqual([criterion.id, true]);
      for (const { source } of sources) expect(source.inForceFrom <= day).toBe(true);
    }
  });
});

describe('The letters of May 2021 and the position of 10 March 2023', () => {
  it('leave out nothing of the library that applied on their day and answers what they ask', () => {
    const applied = (day: string) =>
      library.criteria.filter(
        ({ appliesFrom, appliesTo }) => appliesFrom <= day && (appliesTo === null || appliesTo > day),
      );
    const ofAims = applied('2021-05-11').filter(({ letterConcerns }) =>
      letterConcerns.some((concern) => AIMS.includes(concern)),
    );
    expect(letter.criteria.map(({ id }) => id)).toEqual(ofAims.map(({ id }) => id));
    expect(letter.criteria).toHaveLength(47);
    const ofPosition = applied('2023-03-10').filter(({ sources }) =>
      sources.some(({ guideline }) => guideline === 'NHSE-SIM-23'),
    );
    expect(position.criteria.map(({ id }) => id)).toEqual(ofPosition.map(({ id }) => id));
  });

  it('differ as the days do: guidance of 2022 counts in the second only, and red lines stand in the second only', () => {
    const cited = (one: Edition) =>
      new Set(
        criteriaInForce(one, one.asAt, NOTHING_VERIFIED).flatMap(({ sources }) =>
          sources.map(({ guideline }) => guideline),
        ),
      );
    expect(cited(letter).has('NG225')).toBe(false);
    expect(cited(letter).has('CG16')).toBe(true);
    const redLines = (one: Edition) =>
      criteriaInForce(one, one.asAt, NOTHING_VERIFIED)
        .filter(({ gravity }) => gravity === 'RED_LINE')
        .map(({ criterion }) => criterion.knockOut?.element);
    expect(redLines(letter)).toEqual([]);
    expect([...new Set(redLines(position))].sort()).toEqual([1, 2, 3]);
  });
});
