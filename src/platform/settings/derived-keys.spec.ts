import { deriveKey } from './derived-keys.js';

const secret = 'a secret that is made of enough characters';

describe('A derived key', () => {
  it('is the same at every start and another for every purpose and every secret', () => {
    const key = deriveKey({ secret }, 'sessions');
    expect(key).toHaveLength(32);
    expect(deriveKey({ secret }, 'sessions')).toEqual(key);
    expect(deriveKey({ secret }, 'receipts')).not.toEqual(key);
    expect(deriveKey({ secret: `${secret}.` }, 'sessions')).not.toEqual(key);
  });

  it('stays what it was when the program changes, or what it protects would be lost', () => {
    expect(deriveKey({ secret }, 'sessions').toString('hex')).toBe(
      '053c88afed7e5e70609b1d3cb8afd6180896ab5042bfd113aa86bae70f26d02a',
    );
  });
});
