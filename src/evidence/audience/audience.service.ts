import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { changing } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import type { ValuesIn } from '../../web/form/form.js';
import { EvidenceItem } from '../documents/evidence-item.entity.js';
import type { ChangeAudience } from './audience.form.js';

/** Lets an organisation say anew who may read a document of its own. Whoever has read it has read it: the log keeps both. */
@Injectable()
export class AudienceService {
  constructor(private readonly ledger: Ledger) {}

  /** Opens or closes the document to others, for a reason that the log keeps. */
  async change(actor: Actor, id: Uuid, values: ValuesIn<typeof ChangeAudience>): Promise<void> {
    const { audience, whyNotEveryone, reason, version } = values;
    await this.ledger.perform(
      actor,
      changing('say-who-may-read', EvidenceItem, id, {
        reason,
        expected: version,
        change: (item) => item.openTo(audience, whyNotEveryone ?? null),
      }),
    );
  }
}
