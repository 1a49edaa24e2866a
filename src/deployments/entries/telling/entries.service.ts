import { Injectable } from '@nestjs/common';
import { Access } from '../../../access/access.js';
import { STANDS } from '../../../evidence/mending/standing.js';
import type { Actor } from '../../../identity/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { newId, type Uuid } from '../../../kernel/identifiers.js';
import { NotPermitted, Unprocessable } from '../../../kernel/refusal.js';
import { addingOnce } from '../../../ledger/act.js';
import { Ledger } from '../../../ledger/ledger.js';
import { lockedDeployment } from '../../locked-deployment.js';
import { standingEntries } from '../entries.queries.js';
import type { EntryKind } from '../entry-kind.js';

/** What a trust sends of a new entry: answers of its form, and a token that makes sending again the same act. */
export interface NewEntry {
  readonly answers: object;
  readonly once?: Uuid | undefined;
}

/** How a trust records entries of its scheme, whatever kind they are. */
@Injectable()
export class EntriesService {
  constructor(
    private readonly ledger: Ledger,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  /**
   * A trust records an entry; in a scheme that is public everyone reads it at once.
   * @throws NotPermitted when it is not the trust's own scheme; Unprocessable when it does not fit what stands beside it.
   */
  async tell(actor: Actor, kind: EntryKind, deploymentId: Uuid, { answers, once }: NewEntry): Promise<Uuid> {
    const id = once ?? newId();
    const saidOn = this.clock.today();
    await this.ledger.decide(actor, async ({ look, perform }) => {
      const scheme = await lockedDeployment(look, deploymentId, (seen) =>
        this.access.require(actor, 'correct', seen),
      );
      const { leadOrganisationId, published } = scheme;
      if (leadOrganisationId === null) throw new NotPermitted('No trust answers for this scheme.');
      const entry = kind.makes(answers, {
        id,
        deploymentId,
        leadOrganisationId,
        published,
        saidOn,
        ...STANDS,
      });
      const others = (await standingEntries(look, kind.recorded, deploymentId)).filter(
        (other) => other.id !== id,
      );
      const faults = kind.beside(entry, others, saidOn);
      if (faults.length > 0) throw new Unprocessable(faults);
      await perform(addingOnce('tell', kind.recorded, entry, { about: deploymentId, said: answers }));
    });
    return id;
  }
}
