import type { CandourOnDatabase } from '../support/candour.js';
import type { ConcernAnswers } from '../../src/concerns/questions/answers.js';
import { Actor, OPERATOR, type HeldRole } from '../../src/identity/actor.js';
import { Engagements, type Engagement } from '../../src/identity/engagements.js';
import type { Role } from '../../src/identity/roles.js';
import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { adding } from '../../src/ledger/act.js';
import { Ledger } from '../../src/ledger/ledger.js';
import { Organisation } from '../../src/organisations/organisation.entity.js';
import { anOrganisation } from '../support/organisations.js';

/** What somebody says who ticks one theme and leaves everything else alone, with whatever the test needs besides. */
export function someAnswers(different: Partial<ConcernAnswers> = {}): ConcernAnswers {
  return {
    filedFor: 'not-said',
    privacy: 'anonymous',
    danger: 'not-said',
    organisationId: null,
    place: null,
    happened: null,
    stillHappening: 'not-said',
    themes: ['PLAN_WITHHELD_CARE'],
    words: 'They said a plan told them not to see me.',
    officers: null,
    effects: [],
    since: null,
    wishes: [],
    formalComplaint: 'no',
    consents: [],
    reply: 'receipt',
    name: null,
    contact: null,
    safeTimes: null,
    doNotSay: null,
    support: [],
    supportWords: null,
    ...different,
  };
}

/** A plainly fictional trust in the register. */
export async function aTrust({ candour }: CandourOnDatabase, name = 'Example Trust'): Promise<Uuid> {
  const trust = anOrganisation({ name });
  await candour.get(Ledger).perform(OPERATOR, adding('register', Organisation, trust));
  return trust.id;
}

/** A plainly fictional deployment, arranged behind the scenes. */
export async function aDeployment({ superuser }: CandourOnDatabase): Promise<Uuid> {
  const id = newId();
  await behindTheScenes(superuser, async () => {
    const record = { ...DEPLOYMENT, id, key: `example-${id}` };
    const names = Object.keys(record).join(', ');
    await superuser.query(
      `INSERT INTO deployments.deployment (${names}) SELECT ${names} FROM jsonb_populate_record(NULL::deployments.deployment, $1)`,
      [JSON.stringify(record)],
    );
  });
  return id;
}

const DEPLOYMENT = {
  ...{ revision: 1, title: 'Example scheme', area: 'Example', state_code: 'LIVE', state_claims: [] },
  ...{ state_confidence: 'B', state_note: '', overlays: [], registered_by: 'sources', fictional: true },
  ...{ published: true, taken_up: false },
};

/** Somebody who holds a role, with an account, and takes part in the records named. */
export async function somebody(
  { superuser }: CandourOnDatabase,
  role: Role,
  {
    organisationId = null,
    engagements = [],
  }: { organisationId?: Uuid | null; engagements?: Engagement[] } = {},
): Promise<Actor> {
  const personId = newId();
  const heldRoles: HeldRole[] = [{ role, organisationId }];
  await behindTheScenes(superuser, async () => {
    await superuser.query('INSERT INTO identity.person (id, revision, name, email) VALUES ($1, 1, $2, $3)', [
      personId,
      'Somebody',
      `${personId}@example.org`,
    ]);
    for (const { kind, recordId } of engagements)
      await superuser.query(
        'INSERT INTO access.engagement (person_id, kind, record_id, via) VALUES ($1, $2, $3, $3)',
        [personId, kind, recordId],
      );
  });
  return new Actor({
    standing: 'person',
    personId,
    name: 'Somebody',
    heldRoles,
    engagements: Engagements.of(engagements),
  });
}

/** A concern handler who has joined and could sign in: without one, production takes no concern in. */
export async function aReader(superuser: CandourOnDatabase['superuser']): Promise<Uuid> {
  const id = newId();
  await behindTheScenes(superuser, async () => {
    await superuser.query(
      `INSERT INTO identity.person (id, revision, name, email) VALUES ($1, 1, 'A reader', $2)`,
      [id, `${id}@example.org`],
    );
    await superuser.query(
      `INSERT INTO identity.membership (id, revision, person_id, role, granted_on) VALUES (gen_random_uuid(), 1, $1, 'CONCERN_HANDLER', '2026-01-01')`,
      [id],
    );
    await superuser.query(
      `INSERT INTO identity.credential (id, revision, person_id, method, secret, enrolled_on) VALUES (gen_random_uuid(), 1, $1, 'passphrase', 'none', '2026-01-01')`,
      [id],
    );
  });
  return id;
}

async function behindTheScenes(
  superuser: CandourOnDatabase['superuser'],
  arrange: () => Promise<void>,
): Promise<void> {
  await superuser.query("SET session_replication_role = 'replica'");
  await arrange();
  await superuser.query('RESET session_replication_role');
}
