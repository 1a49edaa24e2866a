import fc from 'fast-check';
import { pickInWords, pickLines, picksIn, picksOf } from './law-lines.js';

const picked = [
  { provisionId: 'care-s42', why: 'The council asked: for one person' },
  { provisionId: 'cda-s115' },
];

describe('Picked provisions as lines', () => {
  it('stand one a line, and are read as they were written', () => {
    expect(pickLines(picked)).toBe('care-s42: The council asked: for one person\ncda-s115');
    expect(picksIn(' care-s42 :  The council asked: for one person\n\n cda-s115: \n')).toEqual({
      picks: picked,
    });
    expect(picksIn('care-s42: The council asked: for one person\rcda-s115\r\n')).toEqual({ picks: picked });
    expect(picksIn('')).toEqual({ picks: [] });
  });

  it('are told by their short names to a reader', () => {
    expect(picked.map(pickInWords)).toEqual([
      'Care Act 2014 s42: The council asked: for one person',
      'CDA 1998 s115',
    ]);
    expect(pickInWords({ why: 'Somebody asked' })).toBe('No provision is picked: Somebody asked');
  });

  it.each(['Care Act 2014 s42', 'care-s99: x', ': why', '[', '["care-s42"]', '[{"provisionId":"care-s99"}]'])(
    'are not read from “%s”, and it is said what to write',
    (text) =>
      expect(picksIn(text)).toEqual({
        wrong: `“${text}” does not begin with a provision of the list.`,
        instead: expect.stringContaining('such as care-s42'),
      }),
  );

  it('say the same after they were written and read, whatever the reasons say', () => {
    const pick = fc.record(
      {
        provisionId: fc.constantFrom('care-s42', 'cda-s115', null),
        why: fc.oneof(
          fc.string({ unit: fc.constantFrom('a', ' ', ':', '\n', '[', '\r') }),
          fc.constant(null),
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(pick, { maxLength: 3 }), (picks) => {
        const read = picksIn(pickLines(picks));
        expect('picks' in read && read.picks.map(said)).toEqual(picks.map(said));
      }),
    );
  });

  it('are shown as they stand where one of them could not be picked today, and are not read so', () => {
    const held = [{ provisionId: 'duaa-s70', why: 'Because' }, ...picked];
    expect(picksOf(held)).toEqual(held);
    expect(picksIn('care-s42: Because\nduaa-s70: Because')).toEqual({
      wrong: expect.stringContaining('cannot be picked as a basis'),
      instead: expect.stringContaining('the law itself'),
    });
  });

  it('are none where the record holds something else', () => {
    for (const value of [undefined, null, 'care-s42', {}, ['care-s42'], [{ provisionId: 7 }]])
      expect(picksOf(value)).toEqual([]);
  });
});

function said(pick: { provisionId?: string | null | undefined; why?: string | null | undefined }): unknown[] {
  return [pick.provisionId ?? null, pick.why === '' ? null : (pick.why ?? null)];
}
