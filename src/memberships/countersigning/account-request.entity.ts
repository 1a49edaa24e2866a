import { Column, Entity } from 'typeorm';
import { ROLE_CODES, type Role } from '../../identity/roles.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { OutOfTurn } from '../../kernel/refusal.js';
import { OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** What one administrator cannot do alone: make somebody powerful, or open somebody's account. */
export const ACCOUNT_REQUEST_KINDS = ['grant-role', 'remove-generator', 'new-joining-code'] as const;

/** One of the things that take two. */
export type AccountRequestKind = (typeof ACCOUNT_REQUEST_KINDS)[number];

/** How requests end. */
export const ACCOUNT_REQUEST_OUTCOMES = ['countersigned', 'refused', 'withdrawn'] as const;

/** How one of them ended. */
export type AccountRequestOutcome = (typeof ACCOUNT_REQUEST_OUTCOMES)[number];

/** What one administrator asks to be done to somebody's account, until another countersigns or refuses it. */
@Entity('memberships.account_request')
@Recorded({
  kind: 'account-request',
  log: 'staff',
  committed: ['personId', 'askedBy', 'decidedBy', 'reason'],
})
export class AccountRequest extends RecordedEntity {
  @Column('uuid')
  personId: Uuid;

  @Column('text')
  @OneOf(ACCOUNT_REQUEST_KINDS)
  asks: AccountRequestKind;

  @Column('text', { nullable: true })
  @OneOf(ROLE_CODES)
  role: Role | null;

  @Column('uuid', { nullable: true })
  organisationId: Uuid | null;

  @Column('text')
  reason: string;

  @Column('uuid')
  askedBy: Uuid;

  @Column('date')
  askedOn: string;

  @Column('text', { nullable: true })
  @OneOf(ACCOUNT_REQUEST_OUTCOMES)
  outcome: AccountRequestOutcome | null;

  @Column('uuid', { nullable: true })
  decidedBy: Uuid | null;

  @Column('date', { nullable: true })
  decidedOn: string | null;

  /** Another administrator agrees: neither the one who asked nor the person it is about. */
  countersign(by: Uuid, day: string): void {
    if (by === this.askedBy)
      throw new OutOfTurn('You asked for this. Another administrator must countersign it.');
    this.decide('countersigned', by, day);
  }

  /** Another administrator does not agree. */
  refuse(by: Uuid, day: string): void {
    if (by === this.askedBy) throw new OutOfTurn('You asked for this. You can withdraw it.');
    this.decide('refused', by, day);
  }

  /** The one who asked thinks better of it. */
  withdraw(by: Uuid, day: string): void {
    if (by !== this.askedBy) throw new OutOfTurn('Somebody else asked for this. You can refuse it.');
    this.decide('withdrawn', by, day);
  }

  private decide(outcome: AccountRequestOutcome, by: Uuid, day: string): void {
    if (this.outcome !== null) throw new OutOfTurn(`This request has already been ${this.outcome}.`);
    if (by === this.personId) throw new OutOfTurn('Nobody decides about their own account.');
    this.outcome = outcome;
    this.decidedBy = by;
    this.decidedOn = day;
  }
}
