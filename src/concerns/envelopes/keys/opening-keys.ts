import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Unavailable } from '../../../kernel/refusal.js';
import { Settings } from '../../../platform/settings/settings.js';
import type { Binding } from '../binding.js';
import { privateKeyWithId } from './key-files.js';
import { openEnvelope } from '../open-envelope.js';
import { type ReaderGroup, readerPrivateKey, type ReaderPrivateKey } from './reader-key.js';
import type { SealedText } from '../seal-envelope.js';

/** Opens what was sealed, with private keys that are files of this machine and never in the database. */
@Injectable()
export class OpeningKeys {
  private readonly keys = new Map<string, Promise<ReaderPrivateKey>>();
  private readonly folder: string;

  constructor(settings: Settings) {
    this.folder = join(settings.folder, 'keys');
  }

  /** @throws Unavailable when this machine does not hold the key; EnvelopeUnreadable when it does not fit. */
  async open(group: ReaderGroup, sealed: SealedText, binding: Binding): Promise<string> {
    return openEnvelope(sealed, binding, await this.keyOf(group, sealed.keyId));
  }

  /** The key of a group with this id, in use or put aside. @throws Unavailable when this machine does not hold it. */
  keyOf(group: ReaderGroup, id: string): Promise<ReaderPrivateKey> {
    const name = `${group} ${id}`;
    const known = this.keys.get(name);
    if (known) return known;
    const raw = privateKeyWithId(this.folder, group, id);
    if (!raw) throw new Unavailable('The key that opens this is not on this machine. Ask the operator.');
    const key = readerPrivateKey(raw);
    this.keys.set(name, key);
    return key;
  }
}
