import { join } from 'node:path';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Settings } from '../../platform/settings/settings.js';
import { StartFault } from '../../platform/start-fault.js';
import type { Binding } from './binding.js';
import { makeReaderKeyFiles, publicKeyFile } from './key-files.js';
import { READER_GROUPS, type ReaderGroup, readerPublicKey, type ReaderPublicKey } from './reader-key.js';
import { sealEnvelope, type SealedText } from './seal-envelope.js';

/** Seals for the groups of readers. It holds their public keys and cannot open what it sealed. */
@Injectable()
export class SealingKeys implements OnModuleInit {
  private readonly keys = new Map<ReaderGroup, ReaderPublicKey>();

  constructor(private readonly settings: Settings) {}

  /** Reads the public keys; the demo makes its own at the first start. @throws StartFault when one is missing. */
  async onModuleInit(): Promise<void> {
    const folder = join(this.settings.folder, 'keys');
    if (this.settings.mode === 'demo') await makeReaderKeyFiles(folder);
    for (const group of READER_GROUPS) {
      const raw = publicKeyFile(folder, group);
      if (!raw) throw new StartFault(missing(folder));
      this.keys.set(group, await readerPublicKey(raw));
    }
  }

  /** Seals a text to a group and to one place in the database. */
  async seal(group: ReaderGroup, text: string, binding: Binding): Promise<SealedText> {
    const key = this.keys.get(group);
    if (!key) throw new Error(`The public key of ${group} has not been read.`);
    return sealEnvelope(text, binding, key);
  }
}

function missing(folder: string): string {
  return (
    `The keys that concerns are sealed to are not in ${folder}. Put the files reader-….pub there, or make new keys ` +
    'with npm run candour -- keys make and keep the files reader-….key safe: without them nobody can read a concern.'
  );
}
