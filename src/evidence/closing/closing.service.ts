import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import { changing } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { columns, select } from '../../platform/database/selection.js';
import { EvidenceItem } from '../documents/evidence-item.entity.js';
import type { EvidenceRow } from '../documents/evidence.queries.js';

const SAME = select(columns(EvidenceItem, 'e', 'id'));

/** Closes documents to everyone at once, for good: content and title are given to nobody any more, and their fingerprint stays. */
@Injectable()
export class ClosingService {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /** An organisation closes its document, and every other of its own that has the same content. */
  async close(
    actor: Actor,
    { id, sha256, organisationId }: Pick<EvidenceRow, 'id' | 'sha256' | 'organisationId'>,
    { reason, version }: { readonly reason: string; readonly version: number },
  ): Promise<void> {
    const today = this.clock.today();
    const change = (item: EvidenceItem): void => item.close(today, reason);
    await this.ledger.decide(actor, async ({ look, perform }) => {
      const same = await look(
        SAME.from(
          'evidence.item e WHERE e.sha256 = $1 AND e.organisation_id = $2 AND (e.closed_on IS NULL OR e.id = $3)',
          [sha256, organisationId, id],
        ),
      );
      if (same.length === 0) throw new NotFound();
      const closing = (one: Uuid) =>
        changing('close', EvidenceItem, one, { change, reason, expected: one === id ? version : null });
      await perform(...same.map((one) => closing(one.id)));
    });
  }
}
