import { Column, Entity } from 'typeorm';
import type { Uuid } from '../kernel/identifiers.js';
import { OutOfTurn } from '../kernel/refusal.js';
import { Recorded, RecordedEntity } from '../platform/database/recorded.js';
import { releaseBinding } from './envelopes/binding.js';
import type { SealedPlace, SealedRecord, WrappedKey } from './envelopes/rewrap.js';
import type { ConsentUse } from './consent-use.js';

/**
 * What others may learn of a concern: themes, the month, and a sealed summary that a handler wrote without what could
 * point to the person. Who may see it follows the person's consents, now and whenever they change.
 */
@Entity('concerns.release')
@Recorded({
  kind: 'concern-release',
  log: 'intake',
  committed: ['concernId', 'organisationId', 'deploymentId', 'themes', 'sealedKey', 'sealedText'],
})
export class ConcernRelease extends RecordedEntity implements SealedRecord {
  @Column('uuid')
  concernId: Uuid;

  @Column('uuid')
  organisationId: Uuid;

  @Column('uuid', { nullable: true })
  deploymentId: Uuid | null;

  @Column('text', { array: true })
  themes: readonly string[];

  /** The month in which it was released, `2026-11`: nothing others see is finer. */
  @Column('text')
  month: string;

  @Column('integer')
  version: number;

  @Column('text')
  keyId: string;

  @Column('text', { nullable: true })
  sealedKey: string | null;

  @Column('text', { nullable: true })
  sealedText: string | null;

  /** The trust may know of it: its themes at least. */
  @Column('boolean')
  trustMayRead: boolean;

  /** The trust may read the summary too. */
  @Column('boolean')
  trustMayReadWords: boolean;

  /** Reviewers of the scheme may read themes and summary. */
  @Column('boolean')
  reviewersMayRead: boolean;

  /** Opens it to those the person agrees to, and closes it to everyone else. What was erased opens to nobody. */
  follow(consents: ReadonlySet<ConsentUse>): void {
    const agreed = this.sealedText === null ? new Set<ConsentUse>() : consents;
    this.trustMayReadWords = agreed.has('trust-words') || agreed.has('trust-name');
    this.trustMayRead = this.trustMayReadWords || agreed.has('trust-themes');
    this.reviewersMayRead = agreed.has('reviewers');
  }

  /** Takes the place of the summary that was released before, with those who may read the new one. */
  rewrite(later: ConcernRelease): void {
    this.themes = later.themes;
    this.month = later.month;
    this.version = later.version;
    this.keyId = later.keyId;
    this.sealedKey = later.sealedKey;
    this.sealedText = later.sealedText;
    this.trustMayRead = later.trustMayRead;
    this.trustMayReadWords = later.trustMayReadWords;
    this.reviewersMayRead = later.reviewersMayRead;
  }

  /** Refuses a release that nobody may see: it is written only once the person has agreed. */
  mustHaveReaders(): void {
    if (!this.trustMayRead && !this.reviewersMayRead)
      throw new OutOfTurn(
        'The person has not agreed that the trust or the reviewers may see anything of this.',
      );
  }

  /** Who reads it, and where it belongs. */
  place(): SealedPlace {
    return { group: 'release', binding: releaseBinding(this.concernId, this.id, this.version) };
  }

  /** Takes the same data key, sealed to another key of the same readers. */
  rewrap({ keyId, sealedKey }: WrappedKey): void {
    this.keyId = keyId;
    this.sealedKey = sealedKey;
  }

  /** Destroys the wrapped key and the text. The log keeps its commitments and verifies as before. */
  erase(): void {
    this.sealedKey = null;
    this.sealedText = null;
    this.follow(new Set());
  }
}
