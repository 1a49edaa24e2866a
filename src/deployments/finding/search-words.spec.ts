import { searchWords } from './search-words.js';

describe('The words of a search', () => {
  it('are looked for one by one, whatever their case and spacing', () => {
    expect(searchWords('  PAVE   Leicestershire ')).toEqual(['%pave%', '%leicestershire%']);
  });

  it('mean only themselves, so that nobody lists everything by a percent sign', () => {
    expect(searchWords('100%_\\')).toEqual(['%100\\%\\_\\\\%']);
  });

  it.each([undefined, '', '   ', '\0'])('are none when nothing is typed: %j', (typed) => {
    expect(searchWords(typed)).toBeNull();
  });

  it('are eight at most, so that a pasted page does not become a slow search', () => {
    expect(searchWords('a '.repeat(50))).toHaveLength(8);
  });
});
