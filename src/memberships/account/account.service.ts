import { Injectable } from '@nestjs/common';
import { type Actor, personIdOf } from '../../identity/actor.js';
import { Credential, type CredentialMethod } from '../../identity/people/credential.entity.js';
import { passphraseFault } from '../../identity/proofs/passphrase-fault.js';
import { everySessionEndedOf } from '../../identity/sessions/sessions.js';
import { SignIn } from '../../identity/proofs/sign-in.service.js';
import { Clock } from '../../kernel/clock.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Unprocessable } from '../../kernel/refusal.js';
import { adding, changing, running, type Act } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { CredentialsQueries } from '../credentials.queries.js';
import { NOTICES, noticeTo, type Notice } from '../notices.js';
import { NewCredentials } from '../new-credentials.js';

/** A code generator that the person has set up and shown a code of. */
export interface ProvenGenerator {
  readonly credentialId: Uuid;
  readonly timeSecret: string;
}

/** What people do to their own account. Each change ends every session: whoever did it signs in again in this one. */
@Injectable()
export class AccountService {
  constructor(
    private readonly ledger: Ledger,
    private readonly credentials: CredentialsQueries,
    private readonly newCredentials: NewCredentials,
    private readonly signIn: SignIn,
    private readonly clock: Clock,
  ) {}

  /**
   * Replaces the passphrase. @throws Unprocessable when the present one is wrong or the new one will not do.
   */
  async changePassphrase(
    actor: Actor,
    { present, next, known }: { present: string; next: string; known: readonly string[] },
  ): Promise<void> {
    const fault = passphraseFault(next, known);
    if (fault) throw new Unprocessable([{ field: 'next', text: fault }]);
    const me = personIdOf(actor);
    await this.signIn.again(me, present, 'present');
    const chosen = await this.newCredentials.passphrase(me, next);
    await this.replace(actor, ['passphrase'], [chosen], NOTICES.passphraseChosen);
  }

  /** Puts a code generator in place of any before it, and returns ten new recovery codes, to be shown once. */
  async setUpGenerator(actor: Actor, { credentialId, timeSecret }: ProvenGenerator): Promise<string[]> {
    const me = personIdOf(actor);
    const written = this.newCredentials.recoveryCodes(me);
    const generator = this.newCredentials.generator(me, timeSecret, credentialId);
    const enrolled = [generator, ...written.map(({ credential }) => credential)];
    await this.replace(actor, ['totp', 'recovery-code'], enrolled, NOTICES.generatorSetUp);
    return written.map(({ code }) => code);
  }

  /** Replaces the recovery codes, and returns the ten new ones, to be shown once. @throws Unprocessable as above. */
  async renewRecoveryCodes(actor: Actor, passphrase: string): Promise<string[]> {
    const me = personIdOf(actor);
    await this.signIn.again(me, passphrase, 'passphrase');
    const written = this.newCredentials.recoveryCodes(me);
    const enrolled = written.map(({ credential }) => credential);
    await this.replace(actor, ['recovery-code'], enrolled, NOTICES.recoveryCodesRenewed);
    return written.map(({ code }) => code);
  }

  /** Ends what is there of these methods and puts the new credentials in its place; every session ends with it. */
  private async replace(
    actor: Actor,
    methods: readonly CredentialMethod[],
    enrolled: readonly Credential[],
    notice: Notice,
  ): Promise<void> {
    const me = personIdOf(actor);
    await this.ledger.decide(actor, async ({ look, perform }) => {
      const former = await look(this.credentials.live(actor, me, methods));
      await perform(
        ...former.map(({ id }) => this.ending(id)),
        ...enrolled.map((credential) => adding('enrol', Credential, credential)),
        running(everySessionEndedOf(me)),
        running(noticeTo(me, notice)),
      );
    });
  }

  private ending(id: Uuid): Act {
    const day = this.clock.today();
    return changing('end', Credential, id, { change: (credential) => credential.end(day) });
  }
}
