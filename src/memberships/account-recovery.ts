import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { Credential, type CredentialMethod } from '../identity/people/credential.entity.js';
import { everySessionEndedOf } from '../identity/sessions/sessions.js';
import { Clock } from '../kernel/clock.js';
import type { Uuid } from '../kernel/identifiers.js';
import { adding, changing, running, type Act } from '../ledger/act.js';
import { CredentialsQueries } from './credentials.queries.js';
import { NewCredentials } from './new-credentials.js';

/** The acts that open an account again for somebody who lost their passphrase, their phone, or both. */
@Injectable()
export class AccountRecovery {
  constructor(
    private readonly credentials: CredentialsQueries,
    private readonly ways: NewCredentials,
    private readonly clock: Clock,
  ) {}

  /** Ends the code generator, the recovery codes that stand in for it, and all sessions. */
  async removingGenerator(actor: Actor, personId: Uuid): Promise<Act[]> {
    const removed = await this.removing(actor, personId, ['totp', 'recovery-code']);
    return [...removed, running(everySessionEndedOf(personId))];
  }

  /** Makes a joining code, and ends the one before it. The passphrase stays until another is chosen. */
  async inviting(actor: Actor, personId: Uuid): Promise<{ acts: Act[]; joiningCode: string }> {
    const { code, credential } = this.ways.joiningCode(personId);
    const former = await this.removing(actor, personId, ['joining-code']);
    return { acts: [...former, adding('invite', Credential, credential)], joiningCode: code };
  }

  private async removing(actor: Actor, personId: Uuid, methods: readonly CredentialMethod[]): Promise<Act[]> {
    const live = await this.credentials.live(actor, personId, methods);
    const day = this.clock.today();
    return live.map((id) => changing('remove', Credential, id, { change: (way) => way.end(day) }));
  }
}
