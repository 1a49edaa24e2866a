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

  /** Marks all that the person was told until a moment as read; one alone where it is named. Marking again changes nothing. */
  async markRead(actor: Actor, id: Uuid | null): Promise<void> {
    const text = `UPDATE notices.notice SET read_at = $2
      WHERE person_id = $1 AND read_at IS NULL AND ($3::uuid IS NULL OR id = $3)`;
    await this.ledger.perform(actor, running({ text, values: [actor.personId, this.clock.now(), id] }));
  }
}
