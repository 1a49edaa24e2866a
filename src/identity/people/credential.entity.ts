import { Column, Entity } from 'typeorm';
import type { Uuid } from '../../kernel/identifiers.js';
import { OutOfTurn } from '../../kernel/refusal.js';
import { OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** How people prove who they are. */
export const CREDENTIAL_METHODS = ['passphrase', 'totp', 'recovery-code', 'joining-code'] as const;

/** One way of proving it. */
export type CredentialMethod = (typeof CREDENTIAL_METHODS)[number];

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
  @OneOf(CREDENTIAL_METHODS)
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
