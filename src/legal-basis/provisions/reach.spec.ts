import { provisionById } from './provisions.js';
import type { Provision } from './provision.js';
import { appliesIn, isInForce } from './reach.js';

describe('The days on which a provision is in force', () => {
  it.each([
    ['care-s42', '2015-04-01', null, true],
    ['care-s42', '2015-04-01', '2015-04-01', true],
    ['care-s42', '2015-03-31', '2020-01-01', false],
    ['dpa1998-sch2-1', '2018-05-24', '2018-05-24', true],
    ['dpa1998-sch2-1', '2018-05-24', '2018-05-25', false],
    ['dpa1998-sch2-1', '2017-01-01', null, false],
    ['cldc', '1950-01-01', null, true],
    ['public-nuisance-cl', '1950-01-01', '2022-06-27', true],
    ['public-nuisance-cl', '1950-01-01', '2022-06-28', false],
    ['hca-s95', '2026-06-01', null, null],
    ['gmc-required', '2010-01-01', '2017-04-24', null],
    ['gmc-required', '2010-01-01', '2017-04-25', false],
  ])('of %s from %s to %s: %j', (id, from, to, answer) =>
    expect(isInForce(named(id), from, to)).toBe(answer),
  );
});

describe('The nations in which a provision applies', () => {
  it.each([
    ['sswba-s128', 'WALES', true],
    ['sswba-s128', 'ENGLAND', false],
    ['nhs-s251', 'SCOTLAND', false],
    ['nhs-s251', null, null],
    ['ukgdpr-6-1-e', null, true],
    ['ukgdpr-6-1-e', 'NORTHERN_IRELAND', true],
  ] as const)('%s in %s: %j', (id, nation, answer) => expect(appliesIn(named(id), nation)).toBe(answer));
});

function named(id: string): Provision {
  const provision = provisionById(id);
  if (!provision) throw new Error(`${id} is not on the list.`);
  return provision;
}
