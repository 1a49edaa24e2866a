import { newTimelessId } from '../../kernel/identifiers.js';
import { envelopeBinding } from '../envelopes/binding.js';
import { privateKeyFile, privateKeyWithId, publicKeyFile } from '../envelopes/keys/key-files.js';
import { openEnvelope } from '../envelopes/open-envelope.js';
import {
  keyIdOf,
  READER_GROUPS,
  type ReaderGroup,
  readerPrivateKey,
  readerPublicKey,
} from '../envelopes/keys/reader-key.js';
import { sealEnvelope } from '../envelopes/seal-envelope.js';

/** What is wrong with the key files of a folder, as sentences: for each group something is sealed and opened again. */
export async function keyFileFaults(folder: string): Promise<readonly string[]> {
  const found = await Promise.all(READER_GROUPS.map((group) => faultOf(folder, group)));
  return found.filter((sentence) => sentence !== null);
}

async function faultOf(folder: string, group: ReaderGroup): Promise<string | null> {
  try {
    const lock = publicKeyFile(folder, group);
    if (!lock) return `reader-${group}.pub is missing: nothing can be sealed`;
    const pair = privateKeyWithId(folder, group, keyIdOf(lock));
    if (!pair) return noneOpens(folder, group);
    const binding = envelopeBinding(newTimelessId(), 'narrative', 1);
    const sealed = await sealEnvelope(group, binding, await readerPublicKey(lock));
    await openEnvelope(sealed, binding, await readerPrivateKey(pair));
    return null;
  } catch {
    return `reader-${group}.key does not open what is sealed to reader-${group}.pub`;
  }
}

function noneOpens(folder: string, group: ReaderGroup): string {
  return privateKeyFile(folder, group) === undefined
    ? `reader-${group}.key is missing: nothing can be opened on this machine`
    : `reader-${group}.key does not open what is sealed to reader-${group}.pub`;
}
