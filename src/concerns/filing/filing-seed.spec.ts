import { isId } from '../../kernel/identifiers.js';
import { FilingSeed } from './filing-seed.js';
import { openDraft, sealDraft } from './sealed-draft.js';

describe('The seed that a browser keeps while somebody answers', () => {
  it('always gives the same draft, concern and receipt', () => {
    const seed = FilingSeed.fresh();
    const again = FilingSeed.from(seed.text);
    expect(again?.draftId).toBe(seed.draftId);
    expect(again?.concernId).toBe(seed.concernId);
    expect(again?.receiptSecret.asLetters).toBe(seed.receiptSecret.asLetters);
    expect(again?.reference(0)).toBe(seed.reference(0));
  });

  it('gives a draft and a concern that nobody without it can connect', () => {
    const seed = FilingSeed.fresh();
    expect(isId(seed.draftId) && isId(seed.concernId)).toBe(true);
    expect(seed.draftId).not.toBe(seed.concernId);
    expect(seed.reference(0)).not.toBe(seed.reference(1));
  });

  it.each([undefined, '', 'x', 'a'.repeat(42), 'a'.repeat(44), '\0'.repeat(43)])(
    'is not made from %j',
    (text) => {
      expect(FilingSeed.from(text)).toBeNull();
    },
  );
});

describe('A draft between two pages', () => {
  it('opens for the browser that wrote it and for no other', () => {
    const seed = FilingSeed.fresh();
    const sealed = sealDraft('{"words":"they came to my door"}', seed);
    expect(openDraft(sealed, seed)).toBe('{"words":"they came to my door"}');
    expect(openDraft(sealed, FilingSeed.fresh())).toBeNull();
    expect(Buffer.from(sealed, 'base64url').includes('door')).toBe(false);
  });

  it('does not open once it was changed', () => {
    const seed = FilingSeed.fresh();
    const bytes = Buffer.from(sealDraft('x', seed), 'base64url');
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    expect(openDraft(bytes.toString('base64url'), seed)).toBeNull();
  });
});
