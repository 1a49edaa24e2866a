import { readFileSync } from 'node:fs';
import type { OdsOrganisation } from './ods-organisation.js';
import { otherThanTrusts } from './other-than-trusts.js';
import { parseOdsFile } from './parse-ods-file.js';

const row = (code: string, name: string, line = 1): OdsOrganisation => ({
  ...{ line, code, name, nationalGrouping: null, highLevelHealthGeography: null, addressLines: [] },
  ...{ town: null, county: null, postcode: null, openDate: null, closeDate: null },
});
const trusts = ['RT5', 'RP1', 'G6V2S', 'TAD'].map((code, at) => row(code, `${code} NHS TRUST`, at + 1));

describe('A file that holds something else than NHS trusts', () => {
  it('is not the published file of trusts, not even one line of it', () => {
    const reading = parseOdsFile(readFileSync('register/organisations/ods-etr-2025-07.csv'));
    expect('rows' in reading && reading.rows.length).toBe(210);
    expect('rows' in reading && otherThanTrusts(reading.rows)).toEqual([]);
  });

  it.each([
    ['a GP practice', 'A81001', 'THE DENSHAM SURGERY'],
    ['a GP practice called after a trust', 'A81001', 'OLD NHS TRUST SURGERY'],
    ['an integrated care board', 'QK1', 'NHS LEICESTER, LEICESTERSHIRE AND RUTLAND INTEGRATED CARE BOARD'],
    ['a site of a trust', 'RT5KF', 'BRADGATE MENTAL HEALTH UNIT'],
    ['a provider with a code that tells nothing', 'G7H8J', 'EXAMPLE HEALTHCARE LIMITED'],
    ['something called a trust that is none', 'RX9', 'THE EXAMPLE CHARITABLE TRUST'],
  ])('is told by its line: %s', (_, code, name) => {
    expect(otherThanTrusts([...trusts, row(code, name, 5)])).toEqual([
      { line: 5, reason: `${code}, "${name}", is no NHS trust by its code and name.` },
    ]);
  });

  it('is told as a whole where most of it is', () => {
    const practices = ['A81001', 'B82001', 'C83001'].map((code) => row(code, 'A SURGERY'));
    expect(otherThanTrusts([...practices, row('RT5', 'RT5 NHS TRUST')])).toEqual([
      {
        line: null,
        reason: expect.stringMatching(/file of GP practices: the code of 3 of 4 lines/) as string,
      },
    ]);
    expect(otherThanTrusts([row('QK1', 'AN ICB')])).toEqual([
      { line: null, reason: expect.stringMatching(/no file of NHS trusts: every line/) as string },
    ]);
  });

  it('names twenty lines and counts the rest', () => {
    const many = Array.from({ length: 25 }, (_, at) => row('QK1', 'AN ICB', at + 30));
    const rest = Array.from({ length: 30 }, (_, at) => row('RT5', 'RT5 NHS TRUST', at));
    expect(otherThanTrusts([...rest, ...many])).toHaveLength(21);
  });
});
