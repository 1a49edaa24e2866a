import { hkdfSync, randomBytes } from 'node:crypto';
import type { Uuid } from '../../kernel/identifiers.js';
import { ReceiptSecret, SECRET_BYTES } from '../receipts/receipt-secret.js';
import { REFERENCE_BYTES, referenceOf } from '../receipts/reference.js';

const SEED_BYTES = 32;
const KEY_BYTES = 32;
const UUID_BYTES = 16;
const SALT = 'candour filing';

/**
 * 256 random bits that only the person's browser keeps. All that filing needs comes out of them by HKDF-SHA256
 * (RFC 5869): where the draft lies, the key that opens it, and the receipt. So the database cannot tell which draft
 * became which concern, and a form sent twice is the same filing with the same receipt.
 */
export class FilingSeed {
  private constructor(private readonly bytes: Buffer) {}

  /** A new seed. */
  static fresh(): FilingSeed {
    return new FilingSeed(randomBytes(SEED_BYTES));
  }

  /** The seed with these 32 bytes. */
  static of(bytes: Buffer): FilingSeed {
    if (bytes.length !== SEED_BYTES) throw new RangeError('A filing seed has 256 bits.');
    return new FilingSeed(bytes);
  }

  /** The seed from its text form; null when it is not one. */
  static from(text: string | undefined): FilingSeed | null {
    return text !== undefined && /^[\w-]{43}$/.test(text)
      ? FilingSeed.of(Buffer.from(text, 'base64url'))
      : null;
  }

  /** The text form, for the cookie. */
  get text(): string {
    return this.bytes.toString('base64url');
  }

  /** Where the draft lies. */
  get draftId(): Uuid {
    return this.timelessId('draft');
  }

  /** The key of the draft. */
  get draftKey(): Buffer {
    return this.derive('draft key', KEY_BYTES);
  }

  /** The id of the concern that this filing makes. */
  get concernId(): Uuid {
    return this.timelessId('concern');
  }

  /** By which the answers that are sent with it are known again; nothing that is kept tells it. */
  get sendingToken(): Uuid {
    return this.timelessId('sending');
  }

  /** The secret of the receipt. */
  get receiptSecret(): ReceiptSecret {
    return ReceiptSecret.of(this.derive('receipt secret', SECRET_BYTES));
  }

  /** The reference to try at this attempt; a later one only when another concern has it already. */
  reference(attempt: number): string {
    return referenceOf(this.derive(`reference ${attempt}`, REFERENCE_BYTES));
  }

  private timelessId(purpose: string): Uuid {
    const bytes = this.derive(purpose, UUID_BYTES);
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    const hex = bytes.toString('hex');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  }

  private derive(purpose: string, length: number): Buffer {
    return Buffer.from(hkdfSync('sha256', this.bytes, SALT, purpose, length));
  }
}
