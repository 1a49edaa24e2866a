import { codeOnTheList, codesTyped, sourceParts } from './source-codes.js';

describe('A text that names where something comes from', () => {
  it.each([
    ['45 X2', ['45', 'X2']],
    ['SEED-B', ['SEED-B']],
    ['L13, S18', ['L13', 'S18']],
  ])('leads to each source that it names: %s', (text, codes) => {
    expect(sourceParts(text).map((part) => part.text)).toEqual(codes);
    expect(sourceParts(text).map(({ href }) => href)).toEqual(codes.map((code) => `/sources/${code}`));
  });

  it.each(['Organisation Data Service, file etr, July 2025', 'NHS England, 18 May', ''])(
    'stays as it is where it is words: %s',
    (text) => {
      expect(sourceParts(text)).toEqual([{ text, href: null }]);
    },
  );

  it.each([
    ['45 X2', ['45', 'X2']],
    [' s18, seed-b ', ['18', 'SEED-B']],
    ['45 teams', []],
    ['', []],
  ])('and what is typed is codes where it is nothing else: %s', (typed, codes) => {
    expect(codesTyped(typed)).toEqual(codes);
  });

  it.each([
    ['S18', '18'],
    ['s18', '18'],
    ['l10B', 'L10b'],
    ['seed-b', 'SEED-B'],
    ['NHSE-SIM-23', 'NHSE-SIM-23'],
  ])('and a code is known however it is written: %s', (typed, code) => {
    expect(codeOnTheList(typed)).toBe(code);
  });
});
