import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { standIn } from '../../access/stand-in.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import type { Uuid } from '../../kernel/identifiers.js';
import type { RecordRef } from '../../kernel/record-ref.js';
import { NotFound, OutOfTurn, Unprocessable } from '../../kernel/refusal.js';
import { addingOnce } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import type { ValuesIn } from '../../web/form/form.js';
import { Register } from '../register.js';
import type { CorrectEntry } from './correction.form.js';
import { Correction } from './correction.entity.js';
import { CORRECTABLE, ONE_CORRECTABLE, type Correctable } from './corrections.queries.js';

/** Lets organisations correct what sources say of what they answer for, without changing it. */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly access: Access,
    private readonly register: Register,
    private readonly clock: Clock,
  ) {}

  /**
   * An organisation says what a field of an entry should say; it stands beside what sources say, which stays.
   * @throws OutOfTurn for what is the organisation's own: that it changes itself.
   */
  async correct(actor: Actor, { kind, id }: RecordRef, given: ValuesIn<typeof CorrectEntry>): Promise<Uuid> {
    const { field, said, reason, once } = given;
    return this.ledger.decide(actor, async ({ look, perform }) => {
      const [entry] = await look(CORRECTABLE.from(ONE_CORRECTABLE, [kind, id]));
      if (!entry) throw new NotFound();
      const { organisationId, aboutKind, aboutId } = entry;
      this.access.require(actor, 'correct', standIn(Correction, { organisationId }));
      if (organisationId === null) throw new NotFound();
      mustBeSourced(entry);
      if (!Object.hasOwn(this.register.kind(kind)?.fields ?? {}, field))
        throw new Unprocessable([{ field: 'field', text: 'Select what is wrong' }]);
      const correction = made(Correction, {
        ...{ id: once, organisationId, subjectKind: kind, subjectId: id, aboutKind, aboutId },
        ...{ field, said, reason, post: actor.postAmong('TRUST_SUBMITTER'), correctedOn: this.clock.today() },
      });
      await perform(
        addingOnce('correct', Correction, correction, { about: id, said: { kind, field, said, reason } }),
      );
      return correction.id;
    });
  }
}

function mustBeSourced({ published, sourced }: Correctable): void {
  if (!published) throw new OutOfTurn('This is a draft, and your own. Change it itself.');
  if (!sourced) throw new OutOfTurn('You recorded this yourself. Change it itself, with your reason.');
}
