import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { OutOfTurn } from '../../kernel/refusal.js';
import { OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** How a proposed patch ends. */
export const PATCH_OUTCOMES = ['published', 'declined', 'taken-back'] as const;

/** How one of them ended. */
export type PatchOutcome = (typeof PATCH_OUTCOMES)[number];

/** One thing that a patch words anew: a criterion by its code, or another part, with the words of both. */
export interface RewordedPart {
  readonly about: string;
  readonly what: string;
  readonly was: string;
  readonly becomes: string;
}

/**
 * An editorial patch: clearer words beside a published edition, which stays as it is. It holds everything that is worded anew,
 * so that the newest counts. One person proposes it and another publishes it, with a note that everyone reads.
 */
@Entity('frameworks.edition_patch')
@Recorded({ kind: 'edition-patch', log: 'staff', committed: ['proposedBy', 'decidedBy', 'reason'] })
export class EditionPatch extends RecordedEntity {
  @Column('uuid')
  editionId: Uuid;

  @Column('jsonb')
  reworded: readonly RewordedPart[];

  /** Why it is worded anew, in public. */
  @Column('text')
  note: string;

  @Column('uuid')
  proposedBy: Uuid;

  @Column('date')
  proposedOn: CalendarDay;

  @Column('text', { nullable: true })
  @OneOf(PATCH_OUTCOMES)
  outcome: PatchOutcome | null;

  @Column('uuid', { nullable: true })
  decidedBy: Uuid | null;

  @Column('date', { nullable: true })
  decidedOn: CalendarDay | null;

  /** Why it was declined; null otherwise. */
  @Column('text', { nullable: true })
  reason: string | null;

  /** Another administrator publishes it. @throws OutOfTurn for whoever proposed it, and once it is decided. */
  publish(by: Uuid, day: CalendarDay): void {
    if (by === this.proposedBy)
      throw new OutOfTurn('You proposed this patch. Another administrator must read it and publish it.');
    this.decide('published', { by, day });
  }

  /** Another administrator declines it, with a reason. @throws OutOfTurn for whoever proposed it, and once it is decided. */
  decline(by: Uuid, day: CalendarDay, reason: string): void {
    if (by === this.proposedBy) throw new OutOfTurn('You proposed this patch. You can take it back.');
    this.decide('declined', { by, day });
    this.reason = reason;
  }

  /** Whoever proposed it thinks better of it. @throws OutOfTurn for everybody else, and once it is decided. */
  takeBack(by: Uuid, day: CalendarDay): void {
    if (by !== this.proposedBy) throw new OutOfTurn('Somebody else proposed this patch. You can decline it.');
    this.decide('taken-back', { by, day });
  }

  private decide(outcome: PatchOutcome, { by, day }: { readonly by: Uuid; readonly day: CalendarDay }): void {
    if (this.outcome !== null) throw new OutOfTurn('This patch has been decided already.');
    this.outcome = outcome;
    this.decidedBy = by;
    this.decidedOn = day;
  }
}
