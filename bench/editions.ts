/**
 * How long two editions of 6,000 criteria, of which every hundredth has a text of 32,000 characters, take to be read, compared,
 * checked as a patch, and written as a table and as an OSCAL catalog, which are read again each time.
 *
 *     node dist/bench/editions.js
 */
import { editionDifference } from '../src/frameworks/edition/comparing/edition-difference.js';
import { parseEdition } from '../src/frameworks/edition/parse-edition.js';
import { patchFaults } from '../src/frameworks/edition/patching/patch-rules.js';
import { EDITION_FORMATS, writtenEdition } from '../src/frameworks/edition/writing/written-edition.js';
import { largePair } from '../test/support/large-editions.js';

const CRITERIA = Number(process.argv[2] ?? 6_000);

const { from, to } = largePair(CRITERIA);
console.log(`Two editions of ${CRITERIA.toLocaleString('en-GB')} criteria each`);
const [earlier, later] = [from, to].map((edition) => {
  const text = JSON.stringify(edition);
  return measured(`reading ${(text.length / 1e6).toFixed(1)} MB of JSON`, () =>
    parseEdition(text, 'edition.json'),
  );
});
if (earlier && later) {
  const differences = measured('what changed', () => editionDifference(earlier, later));
  console.log(`${String(differences.length)} differences`);
  measured('the rules of a patch', () => patchFaults(earlier, later));
  for (const format of EDITION_FORMATS)
    measured(`written as ${format} and read again`, () => writtenEdition(later, format));
}

function measured<Result>(what: string, act: () => Result): Result {
  const started = process.hrtime.bigint();
  const result = act();
  console.log(`${what}: ${(Number(process.hrtime.bigint() - started) / 1e9).toFixed(2)} s`);
  return result;
}
