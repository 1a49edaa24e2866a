import fc from 'fast-check';
import { isId, newId, newTimelessId } from './identifiers.js';

describe('Identifiers', () => {
  it('sort by the time they were made', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 41), fc.nat(2 ** 41), (a, b) => {
        if (a !== b) expect(newId(a) < newId(b)).toBe(a < b);
      }),
    );
  });

  it('are recognised, and nothing else is', () => {
    expect(isId(newId())).toBe(true);
    expect(isId(newTimelessId())).toBe(true);
    fc.assert(fc.property(fc.string(), (text) => !isId(text)));
    const id = newId();
    for (const other of [`${id}0`, `0${id}`, id.toUpperCase(), [id], null, undefined])
      expect(isId(other)).toBe(false);
  });
});
