import { Column, Entity } from 'typeorm';
import type { Uuid } from '../../kernel/identifiers.js';
import { ENVELOPE_PARTS, envelopeBinding, type EnvelopePart } from './binding.js';
import type { SealedPlace, SealedRecord, WrappedKey } from './rewrap.js';
import { OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/**
 * One sealed part of a concern. The application that takes it in cannot open it again: it holds public keys only.
 * Every concern has both parts, so that an empty one is not noticed.
 */
@Entity('concerns.envelope')
@Recorded({ kind: 'envelope', log: 'intake', committed: ['concernId', 'sealedKey', 'sealedText'] })
export class Envelope extends RecordedEntity implements SealedRecord {
  @Column('uuid')
  concernId: Uuid;

  @Column('text')
  @OneOf(ENVELOPE_PARTS)
  part: EnvelopePart;

  @Column('integer')
  version: number;

  @Column('text')
  keyId: string;

  @Column('text', { nullable: true })
  sealedKey: string | null;

  @Column('text', { nullable: true })
  sealedText: string | null;

  @Column('date', { nullable: true })
  erasedOn: string | null;

  /** Who reads it, and where it belongs. */
  place(): SealedPlace {
    return { group: this.part, binding: envelopeBinding(this.concernId, this.part, this.version) };
  }

  /** Takes the same data key, sealed to another key of the same readers. */
  rewrap({ keyId, sealedKey }: WrappedKey): void {
    this.keyId = keyId;
    this.sealedKey = sealedKey;
  }

  /** Destroys the wrapped key and the text. The log keeps its commitments and verifies as before. */
  erase(day: string): void {
    this.sealedKey = null;
    this.sealedText = null;
    this.erasedOn ??= day;
  }
}
