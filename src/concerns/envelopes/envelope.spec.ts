import fc from 'fast-check';
import { newTimelessId } from '../../kernel/identifiers.js';
import type { Binding } from './binding.js';
import { EnvelopeUnreadable, openEnvelope } from './open-envelope.js';
import { BUCKETS, pad, unpad } from './padding.js';
import { newReaderKeys, readerPrivateKey, readerPublicKey } from './keys/reader-key.js';
import { sealEnvelope, type SealedText } from './seal-envelope.js';

const binding: Binding = {
  table: 'concerns.envelope',
  column: 'narrative',
  caseId: newTimelessId(),
  version: 1,
};
const raw = await newReaderKeys();
const lock = await readerPublicKey(raw.publicKey);
const key = await readerPrivateKey(raw);

describe('An envelope', () => {
  it('gives its readers exactly what was put in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 3000 }), async (text) => {
        expect(await openEnvelope(await sealEnvelope(text, binding, lock), binding, key)).toBe(text);
      }),
      { numRuns: 30 },
    );
  });

  it('never looks the same twice, and never shows the text', async () => {
    const [one, other] = await Promise.all([
      sealEnvelope('nobody asked me', binding, lock),
      sealEnvelope('nobody asked me', binding, lock),
    ]);
    expect(one.sealedText).not.toBe(other.sealedText);
    expect(one.sealedKey).not.toBe(other.sealedKey);
    expect(Buffer.from(one.sealedText, 'base64url').includes('asked')).toBe(false);
  });

  it.each([
    ['another table', { table: 'concerns.message' }],
    ['another column', { column: 'identity' }],
    ['another case', { caseId: newTimelessId() }],
    ['another version', { version: 2 }],
  ])('does not open when it was moved to %s', async (_, moved) => {
    const sealed = await sealEnvelope('words', binding, lock);
    await expect(openEnvelope(sealed, { ...binding, ...moved }, key)).rejects.toThrow(EnvelopeUnreadable);
  });

  it('does not open for other readers', async () => {
    const others = await readerPrivateKey(await newReaderKeys());
    await expect(openEnvelope(await sealEnvelope('words', binding, lock), binding, others)).rejects.toThrow(
      EnvelopeUnreadable,
    );
  });

  it('does not open when one bit of it was changed', async () => {
    const sealed = await sealEnvelope('words', binding, lock);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('sealedKey' as const, 'sealedText' as const),
        fc.nat(),
        async (part, at) => {
          await expect(openEnvelope(changed(sealed, part, at), binding, key)).rejects.toThrow(
            EnvelopeUnreadable,
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('does not open once its data key is destroyed', async () => {
    const sealed = await sealEnvelope('words', binding, lock);
    await expect(openEnvelope({ ...sealed, sealedKey: '' }, binding, key)).rejects.toThrow(
      EnvelopeUnreadable,
    );
  });

  it('of a short text is as long as that of one ten times longer', async () => {
    const lengths = await Promise.all(
      ['no', 'x'.repeat(900)].map(
        async (text) => (await sealEnvelope(text, binding, lock)).sealedText.length,
      ),
    );
    expect(lengths[0]).toBe(lengths[1]);
  });
});

describe('Padding', () => {
  it('fills every text to one of the buckets and gives it back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 6000 }), (text) => {
        const padded = pad(text);
        expect(BUCKETS).toContain(padded.length);
        expect(unpad(padded)).toBe(text);
      }),
    );
  });

  it('uses the next bucket only when the one before is full', () => {
    expect(pad('x'.repeat(1020))).toHaveLength(1024);
    expect(pad('x'.repeat(1021))).toHaveLength(4096);
  });

  it('refuses what fits no bucket rather than cutting it', () => {
    expect(() => pad('x'.repeat(1024 * 1024))).toThrow(RangeError);
  });
});

function changed(sealed: SealedText, part: 'sealedKey' | 'sealedText', at: number): SealedText {
  const bytes = Buffer.from(sealed[part], 'base64url');
  const bit = at % (bytes.length * 8);
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return { ...sealed, [part]: bytes.toString('base64url') };
}
