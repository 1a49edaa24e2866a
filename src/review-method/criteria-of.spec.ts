import { readFileSync } from 'node:fs';
import { parseEdition } from '../frameworks/edition/parse-edition.js';
import { criteriaOf } from './criteria-of.js';

const EDITION = parseEdition(readFileSync('frameworks/candour-2026-11.yaml', 'utf8'));

function codesOf(asAt: string, ...criteria: string[]): string[] {
  return criteriaOf({ asAt, criteria }, EDITION).map(
    ({ criterion, gravity }) => `${criterion.id} ${gravity}`,
  );
}

describe('The criteria of a review', () => {
  it('are those of its round that were in force, in the round’s order, each with its weight on that day', () => {
    const round = ['SIM-PUN-01', 'SIM-POL-01', 'SIM-NOT-99', 'SIM-DIS-01'];
    expect(codesOf('2023-03-10', ...round)).toEqual([
      'SIM-PUN-01 RED_LINE',
      'SIM-POL-01 RED_LINE',
      'SIM-DIS-01 KNOCK_OUT',
    ]);
    expect(codesOf('2023-03-09', ...round)).toEqual(['SIM-PUN-01 ORDINARY', 'SIM-DIS-01 KNOCK_OUT']);
    expect(codesOf('2023-03-10')).toEqual([]);
  });
});
