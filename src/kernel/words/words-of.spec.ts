import { wordsOf } from './words-of.js';

describe('The words of a vocabulary', () => {
  it('are those that have a label of their own, in the order of the labels', () => {
    const labels = Object.assign(Object.create({ inherited: 'no word' }) as object, {
      SECOND: '2',
      FIRST: '1',
    });
    expect(wordsOf(labels)).toEqual(['SECOND', 'FIRST']);
  });
});
