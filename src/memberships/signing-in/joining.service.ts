import { Injectable } from '@nestjs/common';
import { Actor } from '../../identity/actor.js';
import { Credential } from '../../identity/people/credential.entity.js';
import { normalAddress } from '../../identity/people/person.entity.js';
import { passphraseFault } from '../../identity/proofs/passphrase-fault.js';
import { everySessionEndedOf } from '../../identity/sessions/sessions.js';
import { SignIn, type JoiningCodeTyped } from '../../identity/proofs/sign-in.service.js';
import { Clock } from '../../kernel/clock.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Unprocessable } from '../../kernel/refusal.js';
import { adding, changing, running, type Act } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { CredentialsQueries } from '../credentials.queries.js';
import { NOTICES, noticeTo } from '../notices.js';
import { NewCredentials } from '../new-credentials.js';

/** What somebody types who has been given a joining code. */
export interface Joining extends JoiningCodeTyped {
  readonly passphrase: string;
}

/** How an invited person gets their passphrase: nobody else ever knows it. */
@Injectable()
export class JoiningService {
  constructor(
    private readonly signIn: SignIn,
    private readonly credentials: CredentialsQueries,
    private readonly newCredentials: NewCredentials,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /**
   * Chooses a passphrase with a joining code, which is then spent. Whoever has a code generator keeps it.
   * @throws Unprocessable when the code is not right or too old, or the passphrase will not do.
   */
  async join({ email, code, passphrase, from }: Joining): Promise<Uuid> {
    const { personId, name, credentialId } = await this.signIn.byJoiningCode({ email, code, from });
    const fault = passphraseFault(passphrase, [name, normalAddress(email)]);
    if (fault) throw new Unprocessable([{ field: 'passphrase', text: fault }]);
    const chosen = await this.newCredentials.passphrase(personId, passphrase);
    const joiner = new Actor({ standing: 'person', personId, name });
    await this.ledger.decide(joiner, async ({ look, perform }) => {
      const former = await look(this.credentials.live(joiner, personId, ['passphrase']));
      const day = this.clock.today();
      const ending = (id: Uuid): Act =>
        changing('end', Credential, id, { change: (credential) => credential.end(day) });
      await perform(
        ending(credentialId),
        ...former.map(({ id }) => ending(id)),
        adding('enrol', Credential, chosen),
        running(everySessionEndedOf(personId)),
        running(noticeTo(personId, NOTICES.passphraseChosen)),
      );
    });
    return personId;
  }
}
