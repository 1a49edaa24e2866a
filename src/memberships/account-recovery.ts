import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { Credential, type CredentialMethod } from '../identity/people/credential.entity.js';
import { everySessionEndedOf } from '../identity/sessions/sessions.js';
import { Clock } from '../kernel/clock.js';
import type { Uuid } from '../kernel/identifiers.js';
import { adding, changing, running, type Act, type Look } from '../ledger/act.js';
import { CredentialsQueries } from './credentials.queries.js';
import { NewCredentials } from './new-credentials.js';

/** Whose account is opened, by whom, and why where a reason is asked for. */
export interface Recovery {
  readonly actor: Actor;
  readonly personId: Uuid;
  readonly reason?: string;
}

/** The acts that open an account again for somebody who lost their passphrase, their phone, or both. */
@Injectable()
export class AccountRecovery {
  constructor(
    private readonly credentials: CredentialsQueries,
    private readonly newCredentials: NewCredentials,
    private readonly clock: Clock,
  ) {}

  /** Ends the code generator, the recovery codes that stand in for it, and all sessions. */
  async removingGenerator(look: Look, recovery: Recovery): Promise<Act[]> {
    const removed = await this.removing(look, recovery, ['totp', 'recovery-code']);
    return [...removed, running(everySessionEndedOf(recovery.personId))];
  }

  /** Makes a joining code, and ends the one before it. The passphrase stays until another is chosen. */
  async inviting(look: Look, recovery: Recovery): Promise<{ acts: Act[]; joiningCode: string }> {
    const { code, credential } = this.newCredentials.joiningCode(recovery.personId);
    const former = await this.removing(look, recovery, ['joining-code']);
    const invited = adding('invite', Credential, credential, recovery.reason);
    return { acts: [...former, invited], joiningCode: code };
  }

  private async removing(
    look: Look,
    { actor, personId, reason }: Recovery,
    methods: readonly CredentialMethod[],
  ): Promise<Act[]> {
    const day = this.clock.today();
    const change = (credential: Credential): void => credential.end(day);
    const live = await look(this.credentials.live(actor, personId, methods));
    return live.map(({ id }) => changing('remove', Credential, id, { change, reason: reason ?? null }));
  }
}
