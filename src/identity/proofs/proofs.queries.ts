import { Injectable } from '@nestjs/common';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { Settings } from '../../platform/settings/settings.js';
import { GATE } from '../actor-scope.js';
import { admittedIn } from '../sessions/actors.queries.js';

/** A person found by their address, with the hash of their passphrase when they have chosen one. */
export interface PassphraseFound {
  readonly personId: Uuid;
  readonly hash: string | null;
}

/** A person's live code generator. */
export interface GeneratorFound {
  readonly credentialId: Uuid;
  readonly sealed: string;
  readonly fictional: boolean;
}

/** A live joining code, and whose it is. */
export interface JoiningCodeFound {
  readonly credentialId: Uuid;
  readonly personId: Uuid;
  readonly name: string;
}

/** What the door compares proofs with. Only the gate may read it. */
@Injectable()
export class ProofsQueries {
  private readonly admitted: string;

  constructor(
    private readonly database: Database,
    settings: Settings,
  ) {
    this.admitted = admittedIn(settings);
  }

  /** The person of an address (in lower case) who may come in; null when there is none. */
  passphrase(email: string): Promise<PassphraseFound | null> {
    return this.database.row<PassphraseFound>(GATE, {
      text: `SELECT p.id AS "personId", c.secret AS hash FROM identity.person p
        LEFT JOIN identity.credential c ON c.person_id = p.id AND c.method = 'passphrase' AND c.ended_on IS NULL
        WHERE p.email = $1 AND ${this.admitted}`,
      values: [email],
    });
  }

  /** The hash of a signed-in person's own passphrase. */
  async passphraseHash(personId: Uuid): Promise<string | null> {
    const found = await this.database.row<{ hash: string }>(GATE, {
      text: `SELECT secret AS hash FROM identity.credential
        WHERE person_id = $1 AND method = 'passphrase' AND ended_on IS NULL`,
      values: [personId],
    });
    return found?.hash ?? null;
  }

  /** The code generator of a person; null when they have none. */
  generator(personId: Uuid): Promise<GeneratorFound | null> {
    return this.database.row<GeneratorFound>(GATE, {
      text: `SELECT c.id AS "credentialId", c.secret AS sealed, p.fictional
        FROM identity.credential c JOIN identity.person p ON p.id = c.person_id
        WHERE c.person_id = $1 AND c.method = 'totp' AND c.ended_on IS NULL`,
      values: [personId],
    });
  }

  /** The recovery code of a person with this fingerprint, used or not; null when there is none. */
  recoveryCode(personId: Uuid, fingerprint: string): Promise<{ credentialId: Uuid } | null> {
    return this.database.row<{ credentialId: Uuid }>(GATE, {
      text: `SELECT id AS "credentialId" FROM identity.credential
        WHERE person_id = $1 AND method = 'recovery-code' AND secret = $2 AND ended_on IS NULL`,
      values: [personId, fingerprint],
    });
  }

  /** The joining code with this fingerprint for this address, if it was made on or after the day; null otherwise. */
  joiningCode(email: string, fingerprint: string, notBefore: string): Promise<JoiningCodeFound | null> {
    return this.database.row<JoiningCodeFound>(GATE, {
      text: `SELECT c.id AS "credentialId", p.id AS "personId", p.name
        FROM identity.person p JOIN identity.credential c ON c.person_id = p.id
        WHERE p.email = $1 AND ${this.admitted} AND c.method = 'joining-code' AND c.secret = $2
          AND c.ended_on IS NULL AND c.enrolled_on >= $3`,
      values: [email, fingerprint, notBefore],
    });
  }

  /** The 30-second steps from this one on whose codes have been used. */
  async spentSteps(credentialId: Uuid, from: number): Promise<ReadonlySet<number>> {
    const rows = await this.database.rows<{ step: string }>(GATE, {
      text: 'SELECT step::text FROM identity.spent_code WHERE credential_id = $1 AND step >= $2',
      values: [credentialId, from],
    });
    return new Set(rows.map(({ step }) => Number(step)));
  }
}
