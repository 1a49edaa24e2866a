import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { canonicalJson, type Json } from '../kernel/canonical-json.js';
import { deriveKey } from '../platform/settings/derived-keys.js';
import { Settings } from '../platform/settings/settings.js';
import type { Sending } from './act.js';

/**
 * What is kept of a sending, so that the same sent again is known: two keyed hashes, of its token and of everything that
 * it said with its token (docs/decisions/0067-sent-again.md). Without the token, which nobody keeps of what people say in confidence, neither lets a
 * guess be tried, whoever has the database and the key.
 */
@Injectable()
export class Sendings {
  private readonly key: Buffer;

  constructor(settings: Settings) {
    this.key = deriveKey(settings, 'what was sent');
  }

  /** Where a sending of this actor is noted, and what of it is compared with another under the same token. */
  noted(
    { token, what, about, said }: Sending,
    actor: Actor,
  ): { readonly place: Buffer; readonly digest: Buffer } {
    const whole: Json = [token, actor.standing, actor.personId, what, about, asJson(said)];
    return { place: this.hash(['token', token]), digest: this.hash(['whole', whole]) };
  }

  private hash(content: Json): Buffer {
    return createHmac('sha256', this.key).update(canonicalJson(content)).digest();
  }
}

/** What was said as JSON carries it: what was left out is not there. */
function asJson(said: object): Json {
  return JSON.parse(JSON.stringify(said)) as Json;
}
