import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { OutOfTurn } from '../../kernel/refusal.js';
import { OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';
import type { Edition } from '../edition/edition-schema.js';

/** How a proposal to publish an edition ends. */
export const EDITION_PROPOSAL_OUTCOMES = ['published', 'declined', 'taken-back'] as const;

/** How one of them ended. */
export type EditionProposalOutcome = (typeof EDITION_PROPOSAL_OUTCOMES)[number];

/**
 * An edition that one person proposes, whole, until another publishes it: what is published is what was proposed, to the
 * letter. The operator is nobody by name, so that a proposal of the operator's is by null, and an administrator publishes it.
 */
@Entity('frameworks.edition_proposal')
@Recorded({ kind: 'edition-proposal', log: 'staff', committed: ['proposedBy', 'decidedBy', 'reason'] })
export class EditionProposal extends RecordedEntity {
  @Column('text')
  key: string;

  @Column('jsonb')
  content: Edition;

  /** SHA-256 over the canonical JSON of the content, in hexadecimal. */
  @Column('text')
  contentHash: string;

  /** SHA-256 over the bytes of the file it was read from, in hexadecimal. */
  @Column('text')
  sourceHash: string;

  @Column('uuid', { nullable: true })
  proposedBy: Uuid | null;

  @Column('date')
  proposedOn: CalendarDay;

  @Column('text', { nullable: true })
  @OneOf(EDITION_PROPOSAL_OUTCOMES)
  outcome: EditionProposalOutcome | null;

  /** Null while it waits, and where the operator decided. */
  @Column('uuid', { nullable: true })
  decidedBy: Uuid | null;

  @Column('date', { nullable: true })
  decidedOn: CalendarDay | null;

  /** Why it was declined; null otherwise. */
  @Column('text', { nullable: true })
  reason: string | null;

  /** Another person publishes it. @throws OutOfTurn for whoever proposed it, and once it is decided. */
  publish(by: Uuid | null, day: CalendarDay): void {
    if (by === this.proposedBy)
      throw new OutOfTurn('You proposed this edition. Another person must read it and publish it.');
    this.decide('published', { by, day });
  }

  /** Another person declines it, with a reason. @throws OutOfTurn for whoever proposed it, and once it is decided. */
  decline(by: Uuid | null, day: CalendarDay, reason: string): void {
    if (by === this.proposedBy) throw new OutOfTurn('You proposed this edition. You can take it back.');
    this.decide('declined', { by, day });
    this.reason = reason;
  }

  /** Whoever proposed it thinks better of it. @throws OutOfTurn for everybody else, and once it is decided. */
  takeBack(by: Uuid | null, day: CalendarDay): void {
    if (by !== this.proposedBy)
      throw new OutOfTurn('Somebody else proposed this edition. You can decline it.');
    this.decide('taken-back', { by, day });
  }

  private decide(
    outcome: EditionProposalOutcome,
    { by, day }: { readonly by: Uuid | null; readonly day: CalendarDay },
  ): void {
    if (this.outcome !== null) throw new OutOfTurn('This proposal has been decided already.');
    this.outcome = outcome;
    this.decidedBy = by;
    this.decidedOn = day;
  }
}
