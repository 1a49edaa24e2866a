import { Column, Entity } from 'typeorm';
import type { Uuid } from '../../kernel/identifiers.js';
import { OutOfTurn } from '../../kernel/refusal.js';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** How a person proves who they are. */
export type CredentialMethod = 'passphrase' | 'totp' | 'recovery-code' | 'joining-code';

/**
 * One proof of identity. The secret is an argon2id hash (passphrase), a sealed shared secret (TOTP), or the keyed hash
 * of 80 random bits (recovery code, joining code); events carry only a commitment to it.
 */
@Entity('identity.credential')
@Recorded({ kind: 'credential', log: 'staff', committed: ['personId', 'secret'] })
export class Credential extends RecordedEntity {
  @Column('uuid')
  personId: Uuid;

  @Column('text')
  method: CredentialMethod;

  @Column('text')
  secret: string;

  @Column('date')
  enrolledOn: string;

  @Column('date', { nullable: true })
  endedOn: string | null;

  /** Makes this proof useless from this day. */
  end(day: string): void {
    if (this.endedOn !== null) throw new OutOfTurn('This way of signing in has already been removed.');
    this.endedOn = day;
  }
}
