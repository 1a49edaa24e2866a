import { Injectable } from '@nestjs/common';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { Settings } from '../../platform/settings/settings.js';
import { column, columns, orNull, select, sql, type RowOf } from '../../platform/database/selection.js';
import { GATE } from '../actor-scope.js';
import { Credential } from '../people/credential.entity.js';
import { Person } from '../people/person.entity.js';
import { admittedIn } from '../sessions/actors.queries.js';

/** A person found by their address, with the hash of their passphrase when they have chosen one. */
export type PassphraseFound = RowOf<typeof PASSPHRASE>;

/** A person's live code generator. */
export type GeneratorFound = RowOf<typeof GENERATOR>;

/** A live joining code, and whose it is. */
export type JoiningCodeFound = RowOf<typeof JOINING_CODE>;

/** What proofs of identity are compared with. Only authentication may read it. */
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
    const from = `identity.person p
      LEFT JOIN identity.credential c ON c.person_id = p.id AND c.method = 'passphrase' AND c.ended_on IS NULL
      WHERE p.email = $1 AND ${this.admitted}`;
    return this.database.row(GATE, PASSPHRASE.from(from, [email]));
  }

  /** The hash of a signed-in person's own passphrase. */
  async passphraseHash(personId: Uuid): Promise<string | null> {
    const from = `identity.credential c
      WHERE c.person_id = $1 AND c.method = 'passphrase' AND c.ended_on IS NULL`;
    return (await this.database.row(GATE, HASH.from(from, [personId])))?.hash ?? null;
  }

  /** The code generator of a person; null when they have none. */
  generator(personId: Uuid): Promise<GeneratorFound | null> {
    const from = `identity.credential c JOIN identity.person p ON p.id = c.person_id
      WHERE c.person_id = $1 AND c.method = 'totp' AND c.ended_on IS NULL`;
    return this.database.row(GATE, GENERATOR.from(from, [personId]));
  }

  /** The recovery code of a person with this fingerprint, used or not; null when there is none. */
  recoveryCode(personId: Uuid, fingerprint: string): Promise<RowOf<typeof CREDENTIAL> | null> {
    const from = `identity.credential c
      WHERE c.person_id = $1 AND c.method = 'recovery-code' AND c.secret = $2 AND c.ended_on IS NULL`;
    return this.database.row(GATE, CREDENTIAL.from(from, [personId, fingerprint]));
  }

  /** The joining code with this fingerprint for this address, if it was made on or after the day; null otherwise. */
  joiningCode(email: string, fingerprint: string, notBefore: string): Promise<JoiningCodeFound | null> {
    const from = `identity.person p JOIN identity.credential c ON c.person_id = p.id
      WHERE p.email = $1 AND ${this.admitted} AND c.method = 'joining-code' AND c.secret = $2
        AND c.ended_on IS NULL AND c.enrolled_on >= $3`;
    return this.database.row(GATE, JOINING_CODE.from(from, [email, fingerprint, notBefore]));
  }

  /** The 30-second steps from this one on whose codes have been used. */
  async spentSteps(credentialId: Uuid, from: number): Promise<ReadonlySet<number>> {
    const spent = STEP.from('identity.spent_code s WHERE s.credential_id = $1 AND s.step >= $2', [
      credentialId,
      from,
    ]);
    const rows = await this.database.rows(GATE, spent);
    return new Set(rows.map(({ step }) => Number(step)));
  }
}

const CREDENTIAL = select({ credentialId: column(Credential, 'c', 'id') });
const HASH = select({ hash: column(Credential, 'c', 'secret') });
const STEP = select({ step: sql<string>('s.step::text') });
const GENERATOR = CREDENTIAL.and({
  sealed: column(Credential, 'c', 'secret'),
  ...columns(Person, 'p', 'fictional'),
});
const JOINING_CODE = CREDENTIAL.and({
  personId: column(Person, 'p', 'id'),
  ...columns(Person, 'p', 'name'),
});
const PASSPHRASE = select({
  personId: column(Person, 'p', 'id'),
  ...orNull({ hash: column(Credential, 'c', 'secret') }),
});
