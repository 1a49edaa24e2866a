import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { personIdOf, type Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound, OutOfTurn, Unprocessable } from '../../kernel/refusal.js';
import { adding, changing } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { columns, select } from '../../platform/database/selection.js';
import { turnAt } from '../../platform/database/taking-turns.js';
import { editionDifference } from '../edition/comparing/edition-difference.js';
import { patchFaults } from '../edition/patching/patch-rules.js';
import { FrameworksQueries } from '../frameworks.queries.js';
import { readEdition, type EditionFile } from '../publishing/edition-file.js';
import { tellingOtherAdministrators } from '../publishing/letters-to-administrators.js';
import { EditionPatch } from './edition-patch.entity.js';

/** Words published editions more clearly, two administrators each. The edition, and every score given by it, stays as it is. */
@Injectable()
export class PatchingService {
  constructor(
    private readonly ledger: Ledger,
    private readonly access: Access,
    private readonly frameworks: FrameworksQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Proposes a patch: the whole edition in a file, worded anew, with a note for everyone. Returns its id.
   * @throws NotFound; Unprocessable that names every fault of the file, or every rule that it breaks as a patch; OutOfTurn
   * while another patch of the edition waits.
   */
  async propose(
    actor: Actor,
    key: string,
    { file, note }: { readonly file: EditionFile; readonly note: string },
  ): Promise<Uuid> {
    const proposedBy = personIdOf(actor);
    this.access.require(actor, 'propose', EditionPatch);
    const published = await this.frameworks.one(actor, key);
    if (!published) throw new NotFound();
    const { content } = readEdition(file);
    const faults = patchFaults(published.edition, content);
    if (faults.length > 0) throw new Unprocessable(faults.map(({ text }) => ({ field: 'file', text })));
    const patch = made(EditionPatch, {
      ...{ id: newId(), editionId: published.id, note, proposedBy, proposedOn: this.clock.today() },
      reworded: editionDifference(published.edition, content).map(({ about, what, was, becomes }) => ({
        ...{ about, what, was: was ?? '', becomes: becomes ?? '' },
      })),
      ...{ outcome: null, decidedBy: null, decidedOn: null, reason: null },
    });
    await this.ledger.decide(actor, async ({ look, perform }) => {
      await look(turnAt('an edition is patched'));
      const [waiting] = await look(
        WAITING.from('frameworks.edition_patch p WHERE p.edition_id = $1 AND p.outcome IS NULL', [
          published.id,
        ]),
      );
      if (waiting)
        throw new OutOfTurn('Another patch of this edition waits. Decline it or take it back first.');
      await perform(adding('propose', EditionPatch, patch), tellingOtherAdministrators(actor));
    });
    return patch.id;
  }

  /** Publishes what another administrator proposed. @throws NotFound; OutOfTurn for whoever proposed it, and once it is decided. */
  async publish(actor: Actor, patchId: Uuid): Promise<void> {
    const change = (patch: EditionPatch): void => {
      patch.publish(personIdOf(actor), this.clock.today());
    };
    await this.ledger.perform(actor, changing('publish', EditionPatch, patchId, { change }));
  }

  /** Declines what another proposed. @throws NotFound; OutOfTurn for whoever proposed it, and once it is decided. */
  async decline(actor: Actor, patchId: Uuid, reason: string): Promise<void> {
    const change = (patch: EditionPatch): void => {
      patch.decline(personIdOf(actor), this.clock.today(), reason);
    };
    await this.ledger.perform(actor, changing('decline', EditionPatch, patchId, { change }));
  }

  /** Takes back one's own patch. @throws NotFound; OutOfTurn for everybody else, and once it is decided. */
  async takeBack(actor: Actor, patchId: Uuid): Promise<void> {
    const change = (patch: EditionPatch): void => {
      patch.takeBack(personIdOf(actor), this.clock.today());
    };
    await this.ledger.perform(actor, changing('take back', EditionPatch, patchId, { change }));
  }
}

const WAITING = select(columns(EditionPatch, 'p', 'id'));
