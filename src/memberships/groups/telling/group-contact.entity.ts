import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../../kernel/days/calendar-day.js';
import type { Uuid } from '../../../kernel/identifiers.js';
import { OutOfTurn } from '../../../kernel/refusal.js';
import { Recorded, RecordedEntity } from '../../../platform/database/recorded.js';

/**
 * Whom a user-led group named to be told of what is done to its voice here. Administrators may add a contact and end none:
 * those whom the group named before are told of each one that comes after.
 */
@Entity('memberships.group_contact')
@Recorded({ kind: 'group-contact', log: 'staff', committed: ['address', 'recordedBy'] })
export class GroupContact extends RecordedEntity {
  @Column('uuid')
  organisationId: Uuid;

  @Column('text')
  address: string;

  /** How the group gave the address, so that others can check it: the letter, the call, its page on the web. */
  @Column('text')
  givenHow: string;

  /** Null when the operator recorded it at the console. */
  @Column('uuid', { nullable: true })
  recordedBy: Uuid | null;

  @Column('date')
  recordedOn: CalendarDay;

  @Column('date', { nullable: true })
  endedOn: CalendarDay | null;

  /** The group no longer wants this address to be told. */
  end(day: CalendarDay): void {
    if (this.endedOn !== null) throw new OutOfTurn('This contact has ended already.');
    this.endedOn = day;
  }
}
