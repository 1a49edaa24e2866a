import { join } from 'node:path';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Readiness } from '../../../platform/readiness/readiness.js';
import { Settings } from '../../../platform/settings/settings.js';
import { StartFault } from '../../../platform/start-fault.js';
import type { Binding } from '../binding.js';
import { makeReaderKeyFiles, publicKeyFile } from './key-files.js';
import { READER_GROUPS, type ReaderGroup, readerPublicKey, type ReaderPublicKey } from './reader-key.js';
import { sealEnvelope, type SealedText } from '../seal-envelope.js';

/**
 * Seals for the groups of readers. It holds their public keys and cannot open what it sealed. The files are looked at
 * each time, so that keys that were exchanged are used at once and without a new start.
 */
@Injectable()
export class SealingKeys implements OnModuleInit {
  private readonly known = new Map<string, Promise<ReaderPublicKey>>();
  private readonly folder: string;

  constructor(
    private readonly settings: Settings,
    private readonly readiness: Readiness,
  ) {
    this.folder = join(settings.folder, 'keys');
  }

  /** Reads the public keys; the demo makes its own at the first start. @throws StartFault when one is missing. */
  async onModuleInit(): Promise<void> {
    if (this.settings.mode === 'demo') await makeReaderKeyFiles(this.folder);
    for (const group of READER_GROUPS)
      if ((await this.keyOf(group).catch(() => undefined)) === undefined)
        throw new StartFault(missing(this.folder));
    this.readiness.needs(UNREADABLE, () => this.look());
  }

  /** Seals a text to a group and to one place in the database. */
  async seal(group: ReaderGroup, text: string, binding: Binding): Promise<SealedText> {
    return sealEnvelope(text, binding, await this.inUse(group));
  }

  /** The key that texts are sealed to for a group now. @throws Error when its file cannot be read. */
  async inUse(group: ReaderGroup): Promise<ReaderPublicKey> {
    const key = await this.keyOf(group);
    if (!key) throw new Error(`The public key of ${group} cannot be read.`);
    return key;
  }

  /** The ids of the keys that texts are sealed to now. */
  async keyIds(): Promise<readonly string[]> {
    const keys = await Promise.all(READER_GROUPS.map((group) => this.inUse(group)));
    return keys.map(({ id }) => id);
  }

  private async keyOf(group: ReaderGroup): Promise<ReaderPublicKey | undefined> {
    const raw = publicKeyFile(this.folder, group);
    if (!raw) return undefined;
    const content = raw.toString('base64url');
    const key = this.known.get(content) ?? readerPublicKey(raw);
    this.known.set(content, key);
    return key;
  }

  private async look(): Promise<string | null> {
    const keys = await Promise.all(READER_GROUPS.map((group) => this.keyOf(group)));
    return keys.includes(undefined) ? UNREADABLE : null;
  }
}

const UNREADABLE = 'The keys that concerns are sealed to cannot be read.';

function missing(folder: string): string {
  return (
    `The keys that concerns are sealed to are not in ${folder}. Put the files reader-….pub there, or make new keys ` +
    'with npm run candour -- keys make and keep the files reader-….key safe: without them nobody can read a concern.'
  );
}
