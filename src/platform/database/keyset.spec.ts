import fc from 'fast-check';
import { newId } from '../../kernel/identifiers.js';
import { cursorFrom, pageOf } from './keyset.js';

describe('A list goes on where it stopped', () => {
  it('names the last row shown when there are more', () => {
    const rows = ['a', 'b', 'c'].map((sort) => ({ id: newId(), sort }));
    const page = pageOf(rows, { limit: 2, after: null });
    expect(page.items).toHaveLength(2);
    expect(cursorFrom(page.next ?? '')).toEqual({ sort: 'b', id: rows[1]?.id });
  });

  it('has no next page when all was shown, the last row on the last line of the page included', () => {
    const rows = [{ id: newId(), sort: 'a' }];
    for (const limit of [1, 2]) expect(pageOf(rows, { limit, after: null })).toMatchObject({ next: null });
  });

  it('takes no text that it did not make', () => {
    fc.assert(fc.property(fc.string(), (text) => cursorFrom(text) === null));
  });
});
