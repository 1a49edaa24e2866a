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
import { NOTICES, noticeTo } from '../notices.js';
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
    private readonly ways: NewCredentials,
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
    const chosen = await this.ways.passphrase(me, next);
    await this.ledger.perform(
      actor,
      ...(await this.ending(actor, ['passphrase'])),
      adding('enrol', Credential, chosen),
      running(everySessionEndedOf(me)),
      running(noticeTo(me, NOTICES.passphraseChosen)),
    );
  }

  /** Puts a code generator in place of any before it, and returns ten new recovery codes, to be shown once. */
  async setUpGenerator(actor: Actor, { credentialId, timeSecret }: ProvenGenerator): Promise<string[]> {
    const me = personIdOf(actor);
    const written = this.ways.recoveryCodes(me);
    await this.ledger.perform(
      actor,
      ...(await this.ending(actor, ['totp', 'recovery-code'])),
      adding('enrol', Credential, this.ways.generator(me, timeSecret, credentialId)),
      ...written.map(({ credential }) => adding('enrol', Credential, credential)),
      running(everySessionEndedOf(me)),
      running(noticeTo(me, NOTICES.generatorSetUp)),
    );
    return written.map(({ code }) => code);
  }

  /** Replaces the recovery codes, and returns the ten new ones, to be shown once. @throws Unprocessable as above. */
  async renewRecoveryCodes(actor: Actor, passphrase: string): Promise<string[]> {
    const me = personIdOf(actor);
    await this.signIn.again(me, passphrase, 'passphrase');
    const written = this.ways.recoveryCodes(me);
    await this.ledger.perform(
      actor,
      ...(await this.ending(actor, ['recovery-code'])),
      ...written.map(({ credential }) => adding('enrol', Credential, credential)),
      running(everySessionEndedOf(me)),
      running(noticeTo(me, NOTICES.recoveryCodesRenewed)),
    );
    return written.map(({ code }) => code);
  }

  private async ending(actor: Actor, methods: readonly CredentialMethod[]): Promise<Act[]> {
    const live = await this.credentials.live(actor, personIdOf(actor), methods);
    const day = this.clock.today();
    return live.map((id) => changing('end', Credential, id, { change: (way) => way.end(day) }));
  }
}
