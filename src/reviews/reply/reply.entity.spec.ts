import { wordsIn } from './reply.entity.js';

describe('The words of a point of reply', () => {
  it.each([
    ['', 0],
    ['   \n\t ', 0],
    ['One', 1],
    ['One two\nthree', 3],
    ['It’s co-produced – truly.', 4],
    ['مرحبا بكم', 2],
    ['👍🏽 agreed', 2],
    ['nbsp\u00a0between', 2],
  ])('of %j are %i', (text, count) => {
    expect(wordsIn(text)).toBe(count);
  });
});
