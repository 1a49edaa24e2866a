import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/settings/settings.js';
import { deriveKey } from '../../platform/settings/derived-keys.js';
import { KeyDerivationQueue } from './key-derivation-queue.js';
import { ReceiptSecret, SECRET_BYTES } from './receipt-secret.js';

const MEMORY_KIBIBYTES = 19_456;
const PASSES = 2;
const LANES = 1;

/**
 * Keeps receipts' secrets as argon2id (RFC 9106; 19 MiB, 2 passes) with a salt of their own and a pepper that is not
 * in the database, and checks them. An unknown reference costs the same work as a known one.
 */
@Injectable()
export class ReceiptVerifier {
  private readonly pepper: Buffer;
  private decoy: Promise<string> | undefined;

  constructor(
    settings: Settings,
    private readonly queue: KeyDerivationQueue,
  ) {
    this.pepper = deriveKey(settings, 'receipt-pepper');
  }

  /** What is kept of a secret. @throws Unavailable when too many are waiting. */
  verifierOf(secret: ReceiptSecret): Promise<string> {
    const options = {
      memoryCost: MEMORY_KIBIBYTES,
      timeCost: PASSES,
      parallelism: LANES,
      secret: this.pepper,
    };
    return this.queue.run(() => hash(secret.symbols, options));
  }

  /** True when the secret is the one that was kept; with nothing kept, false after the same work. */
  async accepts(kept: string | null, secret: ReceiptSecret): Promise<boolean> {
    this.decoy ??= this.verifierOf(ReceiptSecret.of(Buffer.alloc(SECRET_BYTES)));
    const compared = kept ?? (await this.decoy);
    const same = await this.queue.run(() => verify(compared, secret.symbols, { secret: this.pepper }));
    return same && kept !== null;
  }
}
