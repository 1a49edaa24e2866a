import { editionDifference } from '../../src/frameworks/edition/comparing/edition-difference.js';
import { editionHash } from '../../src/frameworks/edition/edition-hash.js';
import type { Edition } from '../../src/frameworks/edition/edition-schema.js';
import { parseEdition } from '../../src/frameworks/edition/parse-edition.js';
import { patchFaults } from '../../src/frameworks/edition/patching/patch-rules.js';
import { EDITION_FORMATS, writtenEdition } from '../../src/frameworks/edition/writing/written-edition.js';
import { largePair } from '../support/large-editions.js';

/** Far above what it takes, and far below what growth with the square of the size would take. */
const SECONDS = 20;

describe('Two editions of 6,000 criteria, with texts of 32,000 characters', () => {
  const drawn = largePair(6_000);
  let [from, to]: readonly [Edition, Edition] = [drawn.from, drawn.to];

  /** Does it, and says so where it took longer than it may. */
  function within<Result>(act: () => Result): Result {
    const started = Date.now();
    const result = act();
    expect(Date.now() - started).toBeLessThan(SECONDS * 1000);
    return result;
  }

  it('are checked', () => {
    [from, to] = within(() => [
      parseEdition(JSON.stringify(drawn.from), 'from.json'),
      parseEdition(JSON.stringify(drawn.to), 'to.json'),
    ]);
    expect([from.criteria.length, to.criteria.length]).toEqual([6_000, 6_000]);
    expect(Math.max(...from.criteria.map(({ requirement }) => requirement.length))).toBeGreaterThan(31_000);
  }, 60_000);

  it('are compared, with every difference told and no other', () => {
    const told = within(() => editionDifference(from, to));
    const count = (sort: string) => told.filter((one) => one.sort === sort && one.isCriterion).length;
    expect([count('ADDED'), count('RETIRED'), count('REWORDED'), count('MOVED')]).toEqual([
      ...[drawn.added, drawn.retired, drawn.reworded, drawn.moved],
    ]);
    expect(within(() => patchFaults(from, to)).length).toBeGreaterThan(drawn.added);
  }, 60_000);

  it.each(EDITION_FORMATS)(
    'are taken away as %s, and are the same when they are read again',
    (format) => {
      const { text, fileName } = within(() => writtenEdition(to, format));
      expect(editionHash(within(() => parseEdition(text, fileName)))).toBe(editionHash(to));
    },
    90_000,
  );
});
