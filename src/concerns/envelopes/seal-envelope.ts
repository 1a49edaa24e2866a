import { createCipheriv, randomBytes } from 'node:crypto';
import { bindingBytes, type Binding } from './binding.js';
import { pad } from './padding.js';
import type { ReaderPublicKey } from './keys/reader-key.js';
import { PURPOSE, suite } from './suite.js';

const DATA_KEY_BYTES = 32;
const NONCE_BYTES = 12;

/** A sealed text: the text under a data key of its own, and that data key sealed to a group of readers. Base64url. */
export interface SealedText {
  readonly keyId: string;
  readonly sealedKey: string;
  readonly sealedText: string;
}

/**
 * Seals a text for a group of readers and for one place in the database. The text is padded to a bucket and encrypted
 * with AES-256-GCM under a random data key; the data key is sealed to the readers by HPKE. Both know the binding.
 */
export async function sealEnvelope(
  text: string,
  binding: Binding,
  reader: ReaderPublicKey,
): Promise<SealedText> {
  const bound = bindingBytes(binding);
  const dataKey = randomBytes(DATA_KEY_BYTES);
  const wrapped = await sealDataKey(dataKey, bound, reader);
  const sealedText = encrypt(pad(text), dataKey, bound).toString('base64url');
  dataKey.fill(0);
  return { ...wrapped, sealedText };
}

/** Seals the data key of a text to a reader, for the same place as the text. */
export async function sealDataKey(
  dataKey: Buffer,
  bound: Buffer,
  reader: ReaderPublicKey,
): Promise<Omit<SealedText, 'sealedText'>> {
  const { enc, ct } = await suite.seal({ recipientPublicKey: reader.key, info: PURPOSE }, dataKey, bound);
  const sealedKey = Buffer.concat([Buffer.from(enc), Buffer.from(ct)]).toString('base64url');
  return { keyId: reader.id, sealedKey };
}

function encrypt(padded: Buffer, key: Buffer, bound: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound);
  return Buffer.concat([nonce, cipher.update(padded), cipher.final(), cipher.getAuthTag()]);
}
