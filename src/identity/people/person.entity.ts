import { Column, Entity } from 'typeorm';
import { OutOfTurn } from '../../kernel/refusal.js';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** Somebody with an account. The name and address are personal: events carry only commitments to them. */
@Entity('identity.person')
@Recorded({ kind: 'person', log: 'staff', committed: ['name', 'email'] })
export class Person extends RecordedEntity {
  @Column('text')
  name: string;

  @Column('text')
  email: string;

  /** True for the invented people of the demo world, whose passphrases are published: production lets none of them in. */
  @Column('boolean')
  fictional: boolean;

  @Column('date', { nullable: true })
  suspendedOn: string | null;

  /** Ends all access from this day; what the person did stays recorded. */
  suspend(day: string): void {
    if (this.suspendedOn !== null) throw new OutOfTurn('This account is already suspended.');
    this.suspendedOn = day;
  }

  /** Gives access back. */
  readmit(): void {
    if (this.suspendedOn === null) throw new OutOfTurn('This account is not suspended.');
    this.suspendedOn = null;
  }
}

/** An email address as it is kept and compared: without blanks around it, in lower case. */
export function normalAddress(typed: string): string {
  return typed.trim().toLowerCase();
}
