import { Column, Entity } from 'typeorm';
import type { Uuid } from '../../kernel/identifiers.js';
import { OutOfTurn } from '../../kernel/refusal.js';
import { OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';
import { ROLE_CODES, type Role } from '../roles.js';

/** One role of one person, from a day and until a day. It is ended, never deleted. */
@Entity('identity.membership')
@Recorded({ kind: 'membership', log: 'staff', committed: ['personId'] })
export class Membership extends RecordedEntity {
  @Column('uuid')
  personId: Uuid;

  @Column('text')
  @OneOf(ROLE_CODES)
  role: Role;

  @Column('uuid', { nullable: true })
  organisationId: Uuid | null;

  @Column('date')
  grantedOn: string;

  @Column('date', { nullable: true })
  endedOn: string | null;

  /** Takes the role away from this day. */
  end(day: string): void {
    if (this.endedOn !== null) throw new OutOfTurn('This role has already ended.');
    this.endedOn = day;
  }
}
