import { randomUUID } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { OutOfTurn } from '../../../kernel/refusal.js';
import { READER_GROUPS, type ReaderGroup, newReaderKeys, type RawReaderKeys, keyIdOf } from './reader-key.js';

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

/** A key that took the place of another. */
export interface ExchangedKey {
  readonly group: ReaderGroup;
  readonly before: string;
  readonly now: string;
}

/**
 * Puts a new key pair in the place of each that is in use; the old ones stay beside them, by their ids, and go on opening
 * what was sealed to them. Broken off anywhere, everything opens, and doing it again completes it.
 * @throws OutOfTurn when this machine does not hold all of the pairs.
 */
export async function exchangeReaderKeyFiles(folder: string): Promise<readonly ExchangedKey[]> {
  const missing = READER_GROUPS.find((group) => privateKeyFile(folder, group) === undefined);
  if (missing !== undefined)
    throw new OutOfTurn(
      `reader-${missing}.key is not in ${folder}. Exchange keys where all of them are; where there are none yet, use candour keys make.`,
    );
  return Promise.all(READER_GROUPS.map((group) => exchanged(folder, group)));
}

async function exchanged(folder: string, group: ReaderGroup): Promise<ExchangedKey> {
  const before = privateKeyFile(folder, group);
  if (!before) throw new Error(`reader-${group}.key went away.`);
  const now = await newReaderKeys();
  const path = keyPath(folder, group);
  writeOnce(join(folder, `reader-${group}.${keyIdOf(before.publicKey)}.key`), textOf(before), path);
  replace(path, textOf(now));
  replace(publicPath(folder, group), `${now.publicKey.toString('base64url')}\n`);
  return { group, before: keyIdOf(before.publicKey), now: keyIdOf(now.publicKey) };
}

/** The key pair of a group with this id, in use or put aside; undefined when it is not on this machine. */
export function privateKeyWithId(folder: string, group: ReaderGroup, id: string): RawReaderKeys | undefined {
  return privateKeyFiles(folder, group).find(({ publicKey }) => keyIdOf(publicKey) === id);
}

/** Every key pair by which something of a group can be opened: the one in use and those it took the place of. */
function privateKeyFiles(folder: string, group: ReaderGroup): readonly RawReaderKeys[] {
  const names = namesIn(folder).filter(
    (name) => name.startsWith(`reader-${group}.`) && name.endsWith('.key'),
  );
  return names.map((name) => pairIn(textAt(join(folder, name)))).filter((pair) => pair !== undefined);
}

/** The ids of all keys that can open something in this folder. */
export function idsOfKeyFiles(folder: string): readonly string[] {
  const pairs = READER_GROUPS.flatMap((group) => privateKeyFiles(folder, group));
  return [...new Set(pairs.map(({ publicKey }) => keyIdOf(publicKey)))];
}

/** The ids of the keys that texts are sealed to now. */
export function idsSealedTo(folder: string): readonly string[] {
  const locks = READER_GROUPS.map((group) => publicKeyFile(folder, group));
  return locks.filter((lock) => lock !== undefined).map(keyIdOf);
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
function writeOnce(path: string, text: string, like?: string): void {
  const unfinished = written(path, text, like);
  try {
    linkSync(unfinished, path);
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'EEXIST')) throw fault;
  } finally {
    rmSync(unfinished, { force: true });
  }
  flushFolder(path);
}

/** A new file belongs to whom the old one did, so that a service that is not root reads what root exchanged. */
function replace(path: string, text: string): void {
  renameSync(written(path, text, path), path);
  flushFolder(path);
}

/** A text beside its place and safe on the disk. A key that is lost in a power cut is lost with all that was sealed to it. */
function written(path: string, text: string, like?: string): string {
  const unfinished = `${path}.${randomUUID()}`;
  const file = openSync(unfinished, 'wx', OWNER_ONLY);
  writeFileSync(file, text);
  fsyncSync(file);
  closeSync(file);
  if (like !== undefined) {
    const { uid, gid } = statSync(like);
    chownSync(unfinished, uid, gid);
  }
  return unfinished;
}

function flushFolder(path: string): void {
  const folder = openSync(dirname(path), 'r');
  fsyncSync(folder);
  closeSync(folder);
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
