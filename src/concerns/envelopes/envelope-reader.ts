import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newTimelessId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import { adding } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { ConcernReading } from './concern-reading.entity.js';
import { ReadingsQueries, sameReading, turnOfReader } from './readings.queries.js';
import type { Binding } from './binding.js';
import { OpeningKeys } from './keys/opening-keys.js';
import type { ReaderGroup } from './keys/reader-key.js';

/** A sealed text with where it belongs, as a scoped query returned it. After erasure there is nothing in it. */
export interface Sealed {
  readonly group: ReaderGroup;
  readonly binding: Binding;
  readonly keyId: string;
  readonly sealedKey: string | null;
  readonly sealedText: string | null;
}

/** What staff are about to read: a concern, or what was released of it. */
export interface Occasion {
  readonly concernId: Uuid;
  readonly releaseId: Uuid | null;
}

/**
 * Opens envelopes. For staff it first notes the reading, and opens only once that is committed; it opens what a query
 * in the reader's own scope returned, so that what row-level security hides stays shut.
 */
@Injectable()
export class EnvelopeReader {
  constructor(
    private readonly ledger: Ledger,
    private readonly readings: ReadingsQueries,
    private readonly keys: OpeningKeys,
    private readonly clock: Clock,
  ) {}

  /** The texts in the order given, null for those that were erased, after the reading has been noted for the day. */
  async openFor(
    actor: Actor,
    occasion: Occasion,
    sealed: readonly Sealed[],
  ): Promise<readonly (string | null)[]> {
    await this.note(actor, occasion);
    return Promise.all(sealed.map((one) => this.open(one)));
  }

  /** The same for the person whose concern it is. Their own coming back is nobody's business and is not noted. */
  async openOwn(actor: Actor, sealed: readonly Sealed[]): Promise<readonly (string | null)[]> {
    if (sealed.some(({ binding }) => binding.caseId !== actor.receiptFor)) throw new NotFound();
    return Promise.all(sealed.map((one) => this.open(one)));
  }

  private async note(actor: Actor, { concernId, releaseId }: Occasion): Promise<void> {
    const { personId } = actor;
    if (personId === null) throw new NotFound();
    const reading = { concernId, releaseId, personId, day: this.clock.today() };
    if (await this.readings.isNoted(actor, reading)) return;
    const record = made(ConcernReading, {
      ...reading,
      id: newTimelessId(),
      part: releaseId === null ? 'concern' : 'release',
      post: actor.postAmong('CONCERN_HANDLER', 'REVIEWER', 'LIVED_EXPERIENCE_REVIEWER', 'TRUST_SUBMITTER'),
    });
    await this.ledger.decide(actor, async ({ look, perform }) => {
      await look(turnOfReader(reading));
      const [noted] = await look(sameReading(reading));
      if (!noted) await perform(adding('open', ConcernReading, record));
    });
  }

  private async open({ group, binding, keyId, sealedKey, sealedText }: Sealed): Promise<string | null> {
    if (sealedKey === null || sealedText === null) return null;
    return this.keys.open(group, { keyId, sealedKey, sealedText }, binding);
  }
}
