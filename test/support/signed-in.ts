import type { INestApplicationContext } from '@nestjs/common';
import type { Client } from 'pg';
import { ROLES, type Role } from '../../src/identity/roles.js';
import { newSecret, secretHash } from '../../src/identity/sessions/secret-token.js';
import { SessionMarks } from '../../src/identity/sessions/session-marks.js';
import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { PageReader } from './page-reader.js';

/** Somebody with an account, already signed in with both factors, and a token of theirs for the API. */
export interface SignedIn {
  readonly personId: Uuid;
  readonly page: PageReader;
  readonly token: string;
}

interface WhereToBe {
  readonly app: Pick<INestApplicationContext, 'get'>;
  readonly address: string;
  readonly superuser: Client;
}

/**
 * Arranges a person who holds a role, behind the scenes: their account, a session and an access token that may write.
 * A role of an organisation is held for one that does not matter, unless one is named.
 */
export async function signedIn(
  { app, address, superuser }: WhereToBe,
  role: Role,
  organisationId: Uuid | null = ROLES[role].ofOrganisation ? newId() : null,
  startedAt = new Date(),
): Promise<SignedIn> {
  const [personId, secret, token] = [newId(), newSecret(), newSecret()];
  await superuser.query("SET session_replication_role = 'replica'");
  await superuser.query(
    "INSERT INTO identity.person (id, revision, name, email) VALUES ($1, 1, 'Somebody', $2)",
    [personId, `${personId}@example.org`],
  );
  await superuser.query(
    `INSERT INTO identity.membership (id, revision, person_id, role, organisation_id, granted_on)
     VALUES ($1, 1, $2, $3, $4, '2026-01-01')`,
    [newId(), personId, role, organisationId],
  );
  await superuser.query(
    `INSERT INTO identity.session (id_hash, person_id, proven, started_at, seen_at)
     VALUES ($1, $2, 'two-factor', $3, $3)`,
    [secretHash(secret), personId, startedAt],
  );
  await superuser.query(
    `INSERT INTO identity.access_token (id, revision, person_id, name, secret_hash, expires_on, may_write, created_on)
     VALUES ($1, 1, $2, 'a test', $3, current_date + 30, true, current_date)`,
    [newId(), personId, secretHash(token)],
  );
  await superuser.query(
    `INSERT INTO identity.credential (id, revision, person_id, method, secret, enrolled_on)
     VALUES ($1, 1, $2, 'totp', 'arranged', '2026-01-01')`,
    [newId(), personId],
  );
  await superuser.query('RESET session_replication_role');
  const page = new PageReader(address);
  const session = { secret, personId, proven: 'two-factor', startedAt } as const;
  page.cookies.set('candour', app.get(SessionMarks).cookieOf(session));
  return { personId, page, token };
}

/** Arranges a token of somebody who is there, which may read what they may read. */
export async function tokenOf(superuser: Client, email: string): Promise<string> {
  const token = newSecret();
  await superuser.query("SET session_replication_role = 'replica'");
  await superuser.query(
    `INSERT INTO identity.access_token (id, revision, person_id, name, secret_hash, expires_on, may_write, created_on)
     SELECT $1, 1, id, 'a test', $2, current_date + 30, false, current_date FROM identity.person WHERE email = $3`,
    [newId(), secretHash(token), email],
  );
  await superuser.query('RESET session_replication_role');
  return token;
}
