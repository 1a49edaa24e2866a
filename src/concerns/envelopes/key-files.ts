import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  READER_GROUPS,
  type ReaderGroup,
  newReaderKeys,
  type RawReaderKeys,
  readerPrivateKey,
} from './reader-key.js';

const OWNER_ONLY = 0o600;
const OPEN_TO_PASS = 0o711;

/**
 * Makes the key pairs that are not there yet, each in two files: `reader-….pub` seals, `reader-….key` opens and is its
 * owner's alone. Two processes that start together end up with the same keys.
 * @throws Error when the folder cannot be written.
 */
export async function makeReaderKeyFiles(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: OPEN_TO_PASS });
  for (const group of READER_GROUPS) {
    if (publicKeyFile(folder, group) !== undefined) continue;
    writeOnce(keyPath(folder, group), textOf(await newReaderKeys()));
    const made = privateKeyFile(folder, group);
    if (made) writeOnce(publicPath(folder, group), `${made.publicKey.toString('base64url')}\n`);
  }
}

/** The raw public key of a group; undefined when there is no file. */
export function publicKeyFile(folder: string, group: ReaderGroup): Buffer | undefined {
  const text = textAt(publicPath(folder, group));
  return text === undefined ? undefined : Buffer.from(text, 'base64url');
}

/** The raw key pair of a group; undefined when there is no file, as on a machine that only takes concerns in. */
export function privateKeyFile(folder: string, group: ReaderGroup): RawReaderKeys | undefined {
  return pairIn(textAt(keyPath(folder, group)));
}

/** Every key pair by which something of a group can be opened: the one in use and those it took the place of. */
function privateKeyFiles(folder: string, group: ReaderGroup): readonly RawReaderKeys[] {
  const names = namesIn(folder).filter(
    (name) => name.startsWith(`reader-${group}.`) && name.endsWith('.key'),
  );
  return names.map((name) => pairIn(textAt(join(folder, name)))).filter((pair) => pair !== undefined);
}

/** The ids of all keys that can open something in this folder. */
export async function idsOfKeyFiles(folder: string): Promise<readonly string[]> {
  const pairs = READER_GROUPS.flatMap((group) => privateKeyFiles(folder, group));
  return Promise.all(pairs.map(async (pair) => (await readerPrivateKey(pair)).id));
}

function pairIn(text: string | undefined): RawReaderKeys | undefined {
  const [publicKey, privateKey] = text?.split('\n') ?? [];
  if (publicKey === undefined || privateKey === undefined) return undefined;
  return { publicKey: Buffer.from(publicKey, 'base64url'), privateKey: Buffer.from(privateKey, 'base64url') };
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function textOf({ publicKey, privateKey }: RawReaderKeys): string {
  return `${publicKey.toString('base64url')}\n${privateKey.toString('base64url')}\n`;
}

/** Writes the whole file or nothing, and leaves alone one that is there already. */
function writeOnce(path: string, text: string): void {
  const unfinished = `${path}.${randomUUID()}`;
  writeFileSync(unfinished, text, { mode: OWNER_ONLY, flag: 'wx' });
  try {
    linkSync(unfinished, path);
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'EEXIST')) throw fault;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

function textAt(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined;
    throw fault;
  }
}

function keyPath(folder: string, group: ReaderGroup): string {
  return join(folder, `reader-${group}.key`);
}

function publicPath(folder: string, group: ReaderGroup): string {
  return join(folder, `reader-${group}.pub`);
}
