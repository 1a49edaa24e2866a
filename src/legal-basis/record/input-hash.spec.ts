import { inputHash } from './input-hash.js';

describe('the hash of what was judged', () => {
  it('is the same whatever the order of the keys', () => {
    expect(inputHash({ id: 'f1', dpia: { exists: true, risks: null } })).toBe(
      inputHash({ dpia: { risks: null, exists: true }, id: 'f1' }),
    );
  });

  it('is the same whether an answer is absent or undefined', () => {
    expect(inputHash({ id: 'f1', title: undefined })).toBe(inputHash({ id: 'f1' }));
  });

  it('changes when one answer changes', () => {
    expect(inputHash({ id: 'f1', title: 'a' })).not.toBe(inputHash({ id: 'f1', title: 'b' }));
  });

  it('is the SHA-256 of the RFC 8785 text, so that anyone can compute it again', () => {
    // printf '{"id":"f1"}' | sha256sum
    expect(inputHash({ id: 'f1' })).toBe('397be20f92d8c3e5744d2c56f0adcea9de50ee685469f34f42e36f14d497ad70');
  });

  it('refuses what is not JSON', () => {
    expect(() => inputHash(undefined)).toThrow(TypeError);
  });
});
