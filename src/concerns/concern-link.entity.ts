import { Column, Entity } from 'typeorm';
import type { Uuid } from '../kernel/identifiers.js';
import { OutOfTurn } from '../kernel/refusal.js';
import { Recorded, RecordedEntity } from '../platform/database/recorded.js';

/** That a handler connects a concern with an organisation, a scheme, and criteria of the review. It is ended, never deleted. */
@Entity('concerns.link')
@Recorded({
  kind: 'concern-link',
  log: 'intake',
  committed: ['concernId', 'organisationId', 'deploymentId', 'criteria'],
})
export class ConcernLink extends RecordedEntity {
  @Column('uuid')
  concernId: Uuid;

  @Column('uuid', { nullable: true })
  organisationId: Uuid | null;

  @Column('uuid', { nullable: true })
  deploymentId: Uuid | null;

  /** Codes of criteria of a framework edition, such as `SIM-POL-01`. */
  @Column('text', { array: true })
  criteria: readonly string[];

  @Column('date')
  linkedOn: string;

  @Column('date', { nullable: true })
  endedOn: string | null;

  /** Takes the connection back. */
  end(day: string): void {
    if (this.endedOn !== null) throw new OutOfTurn('This link has already been ended.');
    this.endedOn = day;
  }
}
