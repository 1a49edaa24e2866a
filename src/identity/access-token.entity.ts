import { Column, Entity } from 'typeorm';
import type { Uuid } from '../kernel/identifiers.js';
import { OutOfTurn } from '../kernel/refusal.js';
import { Recorded, RecordedEntity } from '../platform/database/recorded.js';

/** A personal access token for the API: shown once, kept only as a SHA-256 hash of its 256 random bits, and it expires. */
@Entity('identity.access_token')
@Recorded({ kind: 'access-token', log: 'staff', committed: ['personId', 'secretHash'] })
export class AccessToken extends RecordedEntity {
  @Column('uuid')
  personId: Uuid;

  @Column('text')
  name: string;

  @Column('text')
  secretHash: string;

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
