import { Column, Entity } from 'typeorm';
import type { Uuid } from '../../kernel/identifiers.js';
import { OutOfTurn } from '../../kernel/refusal.js';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** A personal access token for the API: shown once, kept only as a SHA-256 hash of its 256 random bits, and it expires. */
@Entity('identity.access_token')
@Recorded({ kind: 'access-token', log: 'staff', committed: ['personId', 'name', 'secretHash'] })
export class AccessToken extends RecordedEntity {
  @Column('uuid')
  personId: Uuid;

  @Column('text')
  name: string;

  @Column('text')
  secretHash: string;

  /** False for a token that may only read. */
  @Column('boolean')
  mayWrite: boolean;

  @Column('date')
  createdOn: string;

  /** The last day on which it works: at most 365 days after it was made. */
  @Column('date')
  expiresOn: string;

  @Column('date', { nullable: true })
  revokedOn: string | null;

  /** Makes the token useless at once. */
  revoke(day: string): void {
    if (this.revokedOn !== null) throw new OutOfTurn('This token has already been revoked.');
    this.revokedOn = day;
  }
}
