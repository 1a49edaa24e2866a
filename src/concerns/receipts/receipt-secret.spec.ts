import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { ReceiptSecret, SECRET_BYTES } from './receipt-secret.js';
import { referenceFrom, referenceOf } from './reference.js';

const secretBytes = fc
  .uint8Array({ minLength: SECRET_BYTES, maxLength: SECRET_BYTES })
  .map((bytes) => Buffer.from(bytes));

describe('The secret of a receipt', () => {
  it('is read back from letters and from digits', () => {
    fc.assert(
      fc.property(secretBytes, (bytes) => {
        const secret = ReceiptSecret.of(bytes);
        expect(ReceiptSecret.from(secret.asLetters)?.symbols).toBe(secret.symbols);
        expect(ReceiptSecret.from(secret.asDigits)?.symbols).toBe(secret.symbols);
      }),
    );
  });

  it('is shown in groups that can be copied by hand', () => {
    const secret = ReceiptSecret.of(randomBytes(SECRET_BYTES));
    expect(secret.asLetters).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(secret.asDigits).toMatch(/^(\d{3}-){8}\d{3}$/);
  });

  it('forgives spaces, case, and O, I and L for the digits they look like', () => {
    const secret = ReceiptSecret.of(Buffer.alloc(SECRET_BYTES, 0b00001_000));
    const typed = secret.asLetters
      .replaceAll('0', 'o')
      .replaceAll('1', 'l')
      .replaceAll('-', ' – ')
      .toLowerCase();
    expect(ReceiptSecret.from(`  ${typed}\n`)?.symbols).toBe(secret.symbols);
  });

  it('notices every single wrong symbol', () => {
    fc.assert(
      fc.property(
        secretBytes,
        fc.nat(16),
        fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
        (bytes, at, wrong) => {
          const right = ReceiptSecret.of(bytes).asLetters.replaceAll('-', '');
          const typed = right.slice(0, at) + wrong + right.slice(at + 1);
          expect(ReceiptSecret.from(typed) === null).toBe(typed !== right);
        },
      ),
    );
  });

  it('notices when two neighbours were swapped', () => {
    fc.assert(
      fc.property(secretBytes, fc.nat(15), (bytes, at) => {
        const right = ReceiptSecret.of(bytes).asLetters.replaceAll('-', '');
        const typed = right.slice(0, at) + right.charAt(at + 1) + right.charAt(at) + right.slice(at + 2);
        expect(ReceiptSecret.from(typed) === null).toBe(typed !== right);
      }),
    );
  });

  it.each(['', ' ', 'A', 'U'.repeat(17), '9'.repeat(27), '\0'.repeat(17), '\ud800', '0'.repeat(100_000)])(
    'is not found in %j',
    (typed) => {
      expect(ReceiptSecret.from(typed)).toBeNull();
    },
  );
});

describe('A reference', () => {
  it('is read back however it is written', () => {
    const reference = referenceOf(Buffer.from('0102030405', 'hex'));
    expect(reference).toMatch(/^CND-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    for (const typed of [
      reference.toLowerCase(),
      reference.replaceAll('-', ''),
      reference.slice(4),
      ` ${reference} `,
    ])
      expect(referenceFrom(typed)).toBe(reference);
  });

  it.each(['', 'CND', 'CND-1234', 'CND-1234-56789', 'CND-12U4-5678'])('is not found in %j', (typed) => {
    expect(referenceFrom(typed)).toBeNull();
  });
});
