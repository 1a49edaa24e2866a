import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { OutOfTurn } from '../../kernel/refusal.js';
import { OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** What members of a group ask each other for. */
export const GROUP_REQUEST_KINDS = ['add-member', 'end-member', 'end-group'] as const;

/** One of the things that take two members, where there are two. */
export type GroupRequestKind = (typeof GROUP_REQUEST_KINDS)[number];

/** How requests in a group end. */
export const GROUP_REQUEST_OUTCOMES = ['agreed', 'refused', 'withdrawn'] as const;

/** How one of them ended. */
export type GroupRequestOutcome = (typeof GROUP_REQUEST_OUTCOMES)[number];

/** What one member of a user-led group proposes, until another agrees; the only member of a group agrees alone. */
@Entity('memberships.group_request')
@Recorded({
  kind: 'group-request',
  log: 'staff',
  committed: ['personId', 'askedBy', 'decidedBy', 'reason'],
})
export class GroupRequest extends RecordedEntity {
  @Column('uuid')
  organisationId: Uuid;

  @Column('text')
  @OneOf(GROUP_REQUEST_KINDS)
  asks: GroupRequestKind;

  /** Who is to speak for the group, or no longer; null when the group itself is to end. */
  @Column('uuid', { nullable: true })
  personId: Uuid | null;

  @Column('text')
  reason: string;

  @Column('uuid')
  askedBy: Uuid;

  @Column('date')
  askedOn: CalendarDay;

  @Column('text', { nullable: true })
  @OneOf(GROUP_REQUEST_OUTCOMES)
  outcome: GroupRequestOutcome | null;

  @Column('uuid', { nullable: true })
  decidedBy: Uuid | null;

  @Column('date', { nullable: true })
  decidedOn: CalendarDay | null;

  /** Another member agrees; of a group of one, its only member. */
  agree(by: Uuid, day: CalendarDay, members: number): void {
    if (by === this.askedBy && members > 1)
      throw new OutOfTurn('You proposed this. Another member of your group must agree.');
    this.decide('agreed', by, day);
  }

  /** Another member does not agree. */
  refuse(by: Uuid, day: CalendarDay): void {
    if (by === this.askedBy) throw new OutOfTurn('You proposed this. You can withdraw it.');
    this.decide('refused', by, day);
  }

  /** Who proposed it thinks better of it. */
  withdraw(by: Uuid, day: CalendarDay): void {
    if (by !== this.askedBy) throw new OutOfTurn('Somebody else proposed this. You can refuse it.');
    this.decide('withdrawn', by, day);
  }

  private decide(outcome: GroupRequestOutcome, by: Uuid, day: CalendarDay): void {
    if (this.outcome !== null) throw new OutOfTurn(`This proposal has already been ${this.outcome}.`);
    this.outcome = outcome;
    this.decidedBy = by;
    this.decidedOn = day;
  }
}
