import { Column, Entity } from 'typeorm';
import type { Uuid } from '../kernel/identifiers.js';
import { messageBinding } from './envelopes/binding.js';
import type { SealedPlace, SealedRecord, WrappedKey } from './envelopes/rewrap.js';
import { OneOf, Recorded, RecordedEntity } from '../platform/database/recorded.js';

/** Who wrote a message: the person who filed, or a concern handler. */
export const DIRECTIONS = ['from-person', 'from-handler'] as const;

/** One of the two directions in which messages go. */
export type Direction = (typeof DIRECTIONS)[number];

/** One sealed message about a concern, in one of the two directions. */
@Entity('concerns.message')
@Recorded({ kind: 'message', log: 'intake', committed: ['concernId', 'sealedKey', 'sealedText'] })
export class Message extends RecordedEntity implements SealedRecord {
  @Column('uuid')
  concernId: Uuid;

  /** Its place among the messages of the concern, from 1. */
  @Column('integer')
  turn: number;

  @Column('text')
  @OneOf(DIRECTIONS)
  direction: Direction;

  /** True when it is the answer to the concern, and not a message on the way. */
  @Column('boolean')
  answers: boolean;

  @Column('text')
  keyId: string;

  @Column('text', { nullable: true })
  sealedKey: string | null;

  @Column('text', { nullable: true })
  sealedText: string | null;

  @Column('date')
  day: string;

  @Column('date', { nullable: true })
  erasedOn: string | null;

  /** Who reads it, and where it belongs. */
  place(): SealedPlace {
    return { group: 'message', binding: messageBinding(this.concernId, this.turn) };
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
