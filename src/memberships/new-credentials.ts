import { Injectable } from '@nestjs/common';
import { generatorBinding } from '../identity/proofs/codes.service.js';
import { Credential, type CredentialMethod } from '../identity/people/credential.entity.js';
import { Seals } from '../identity/proofs/seals.js';
import { slowHash } from '../identity/proofs/slow-hash.js';
import { newWrittenCode, readWrittenCode } from '../identity/proofs/written-code.js';
import { Clock } from '../kernel/clock.js';
import { newId, type Uuid } from '../kernel/identifiers.js';
import { made } from '../platform/database/recorded.js';

const RECOVERY_CODES = 10;

/** A code for a person to write down, and the credential that recognises it. */
export interface WrittenCredential {
  readonly code: string;
  readonly credential: Credential;
}

/** Makes new credentials. None of them holds its secret as it is. */
@Injectable()
export class NewCredentials {
  constructor(
    private readonly seals: Seals,
    private readonly clock: Clock,
  ) {}

  /** A passphrase, kept as argon2id; takes about a tenth of a second. */
  async passphrase(personId: Uuid, text: string): Promise<Credential> {
    return this.credential({ personId, method: 'passphrase', secret: await slowHash(text) });
  }

  /** A code generator with this shared secret; the same id twice is the same generator. */
  generator(personId: Uuid, timeSecret: string, id: Uuid = newId()): Credential {
    const secret = this.seals.seal(timeSecret, generatorBinding(id));
    return this.credential({ personId, method: 'totp', secret, id });
  }

  /** Ten recovery codes, each good once, for the day the code generator is lost. */
  recoveryCodes(personId: Uuid): WrittenCredential[] {
    return Array.from({ length: RECOVERY_CODES }, () => this.written(personId, 'recovery-code'));
  }

  /** A joining code, with which a person chooses their passphrase within seven days. */
  joiningCode(personId: Uuid): WrittenCredential {
    return this.written(personId, 'joining-code');
  }

  private written(personId: Uuid, method: CredentialMethod): WrittenCredential {
    const code = newWrittenCode();
    const secret = this.seals.fingerprint(readWrittenCode(code) ?? code);
    return { code, credential: this.credential({ personId, method, secret }) };
  }

  private credential(given: Pick<Credential, 'personId' | 'method' | 'secret'> & { id?: Uuid }): Credential {
    return made(Credential, { id: newId(), enrolledOn: this.clock.today(), endedOn: null, ...given });
  }
}
