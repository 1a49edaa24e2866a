import { editionNamedIn } from './edition-named.js';

describe('The date of an edition in the name of its file', () => {
  it.each([
    ['ods-etr-2025-07.csv', '2025-07'],
    ['etr_20260130.csv', '2026-01-30'],
    ['etr 2026.01.30 (1).csv', '2026-01-30'],
    ['register/organisations/ods-etr-2025-07.csv', '2025-07'],
    ['etr.csv', null],
    ['etr-2025.csv', null],
    ['etr-2025-13.csv', null],
    ['etr-2025-02-30.csv', null],
    ['etr-120250713.csv', null],
  ])('of %s is %s', (name, edition) => {
    expect(editionNamedIn(name)?.value ?? null).toBe(edition);
  });
});
