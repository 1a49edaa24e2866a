import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parseEdition } from '../../src/frameworks/edition/parse-edition.js';
import type { Edition } from '../../src/frameworks/edition/edition-schema.js';
import { FactFileFault, type FactFault } from '../../src/kernel/fact-files/fact-file-fault.js';

/** The first edition with no criteria but two, of the elements 1 and 3, so that reading it again costs little. */
export const TWO_CRITERIA: Edition = parse(readFileSync('frameworks/candour-2026-11.yaml', 'utf8'));
TWO_CRITERIA.criteria = TWO_CRITERIA.criteria.filter(({ id }) => ['SIM-POL-01', 'SIM-DIS-03'].includes(id));
TWO_CRITERIA.guidelines = TWO_CRITERIA.guidelines.filter(({ key }) => ['CG16', 'NHSE-SIM-23'].includes(key));

/** What is said against it once it was changed; JSON is YAML too. */
export function faultsAfter(
  change: (edition: Edition, first: Edition['criteria'][number]) => void,
): readonly string[] {
  const edition = structuredClone(TWO_CRITERIA);
  const [first] = edition.criteria;
  if (first === undefined) throw new Error('the edition has criteria');
  change(edition, first);
  return faultsOf(JSON.stringify(edition));
}

/** What is wrong, without what to do about it. */
export function faultsOf(yaml: string): readonly string[] {
  return placedFaultsOf(yaml).map(({ text }) => text.replace(/\. [A-Z][^.]*\.$|\.$/, ''));
}

/** Every fault of the text of an edition, with its line and rule; none where it is taken. */
export function placedFaultsOf(yaml: string): readonly FactFault[] {
  try {
    parseEdition(yaml, 'edition.yaml');
    return [];
  } catch (fault) {
    if (fault instanceof FactFileFault) return fault.faults;
    throw fault;
  }
}
