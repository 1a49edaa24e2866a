import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Unprocessable } from '../../kernel/refusal.js';
import { deriveKey } from '../../platform/settings/derived-keys.js';
import { Settings } from '../../platform/settings/settings.js';
import { FilingSeed } from './filing-seed.js';

const ACCEPTABLE = /^[\x21-\x7e]{22,200}$/;

/**
 * Seeds for programs that may have to send a filing again without knowing whether it arrived. The same key with the
 * same answers is the same filing and gets the same receipt; with other answers it is refused. Neither is stored.
 */
@Injectable()
export class RepeatableSeeds {
  private readonly key: Buffer;

  constructor(settings: Settings) {
    this.key = deriveKey(settings, 'filings sent again');
  }

  /**
   * The seed for this key; a new one when no key was sent.
   * @throws Unprocessable for a key that somebody else could also have chosen.
   */
  seedFor(idempotencyKey: string | undefined): FilingSeed {
    if (idempotencyKey === undefined) return FilingSeed.fresh();
    if (!ACCEPTABLE.test(idempotencyKey))
      throw new Unprocessable([{ field: 'Idempotency-Key', text: TOO_SHORT }]);
    return FilingSeed.of(createHmac('sha256', this.key).update(idempotencyKey).digest());
  }
}

const TOO_SHORT =
  'Send at least 22 random characters, such as a random UUID, so that nobody else has the same key.';
