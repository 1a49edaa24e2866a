import { createDecipheriv } from 'node:crypto';
import { bindingBytes, type Binding } from './binding.js';
import { unpad } from './padding.js';
import type { ReaderPrivateKey } from './keys/reader-key.js';
import type { SealedText } from './seal-envelope.js';
import { PURPOSE, suite } from './suite.js';

const ENCAPSULATED_KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** An envelope that does not open: changed, moved to another place, or sealed to another key. It says nothing of which. */
export class EnvelopeUnreadable extends Error {
  constructor(cause: unknown) {
    super('An envelope could not be opened.', { cause });
    this.name = 'EnvelopeUnreadable';
  }
}

/**
 * Opens a text that was sealed for this group of readers and this place.
 * @throws EnvelopeUnreadable for anything else.
 */
export async function openEnvelope(
  sealed: SealedText,
  binding: Binding,
  reader: ReaderPrivateKey,
): Promise<string> {
  try {
    const bound = bindingBytes(binding);
    const dataKey = await openDataKey(sealed.sealedKey, bound, reader);
    const text = unpad(decrypt(Buffer.from(sealed.sealedText, 'base64url'), dataKey, bound));
    dataKey.fill(0);
    return text;
  } catch (fault) {
    throw new EnvelopeUnreadable(fault);
  }
}

/** The data key of a text, from what was sealed to this reader. @throws Error when it was sealed to another, or elsewhere. */
export async function openDataKey(
  sealedKey: string,
  bound: Buffer,
  reader: ReaderPrivateKey,
): Promise<Buffer> {
  const bytes = Buffer.from(sealedKey, 'base64url');
  const opened = await suite.open(
    {
      recipientKey: reader.key,
      enc: new Uint8Array(bytes.subarray(0, ENCAPSULATED_KEY_BYTES)),
      info: PURPOSE,
    },
    new Uint8Array(bytes.subarray(ENCAPSULATED_KEY_BYTES)),
    bound,
  );
  return Buffer.from(opened);
}

function decrypt(sealed: Buffer, key: Buffer, bound: Buffer): Buffer {
  const tag = sealed.subarray(-TAG_BYTES);
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(bound).setAuthTag(tag);
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
}
