import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { running } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';

/** What a person does with their notices. That somebody has read one is working state and leaves no event. */
@Injectable()
export class MarkingService {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /** Marks what the person was told as read: one notice, or all that they can have seen by a moment. Marking again changes nothing. */
  async markRead(actor: Actor, which: { readonly id?: Uuid; readonly seen?: Date }): Promise<void> {
    const text = `UPDATE notices.notice SET read_at = $2 WHERE person_id = $1 AND read_at IS NULL
      AND ($3::uuid IS NULL OR id = $3) AND ($4::timestamptz IS NULL OR told_at <= $4)`;
    const values = [actor.personId, this.clock.now(), which.id ?? null, which.seen ?? null];
    await this.ledger.perform(actor, running({ text, values }));
  }
}
