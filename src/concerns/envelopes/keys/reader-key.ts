import { createHash, type webcrypto } from 'node:crypto';
import { suite } from '../suite.js';

const ID_CHARACTERS = 16;

/** The key to which a group of readers' envelopes are sealed; it opens nothing. */
export interface ReaderPublicKey {
  readonly id: string;
  readonly key: webcrypto.CryptoKey;
}

/** The key by which a group of readers' envelopes are opened; it never lies in the database. */
export interface ReaderPrivateKey {
  readonly id: string;
  readonly key: webcrypto.CryptoKey;
}

/** A key pair as its two files hold it: 32 raw bytes each. */
export interface RawReaderKeys {
  readonly publicKey: Buffer;
  readonly privateKey: Buffer;
}

/** A new random key pair for a group of readers. */
export async function newReaderKeys(): Promise<RawReaderKeys> {
  const pair = await suite.kem.generateKeyPair();
  return {
    publicKey: Buffer.from(await suite.kem.serializePublicKey(pair.publicKey)),
    privateKey: Buffer.from(await suite.kem.serializePrivateKey(pair.privateKey)),
  };
}

/** The public key from its raw bytes. @throws Error when they are no X25519 key. */
export async function readerPublicKey(publicKey: Buffer): Promise<ReaderPublicKey> {
  return { id: keyIdOf(publicKey), key: await suite.kem.deserializePublicKey(arrayBuffer(publicKey)) };
}

/** The private key from the raw bytes of the pair. @throws Error when they are no X25519 key. */
export async function readerPrivateKey({ publicKey, privateKey }: RawReaderKeys): Promise<ReaderPrivateKey> {
  return { id: keyIdOf(publicKey), key: await suite.kem.deserializePrivateKey(arrayBuffer(privateKey)) };
}

/** By which a key is told from others: the beginning of the hash of its public half. */
export function keyIdOf(publicKey: Buffer): string {
  return createHash('sha256').update(publicKey).digest('hex').slice(0, ID_CHARACTERS);
}

function arrayBuffer(bytes: Buffer): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

/**
 * Who envelopes are sealed to. Each group has its own key pair, so that a key that gets out opens one part only:
 * who the person is, what they said, the messages, or what was released.
 */
export const READER_GROUPS = ['identity', 'narrative', 'message', 'release'] as const;

/** One group of readers. */
export type ReaderGroup = (typeof READER_GROUPS)[number];
