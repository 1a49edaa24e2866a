import type { Actor } from '../../src/identity/actor.js';
import { scopeOf } from '../../src/identity/actor-scope.js';
import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { Database } from '../../src/platform/database/database.js';
import { actorFor, aPerson } from '../support/people.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';

const ADMIN = { role: 'ADMIN', organisationId: null } as const;

describe('Behind the administrators stands PostgreSQL, which refuses in their own scope', () => {
  let world: RunningCandour;
  let me: Actor;
  let other: Actor;
  let whom: Uuid;

  beforeAll(async () => {
    world = await runningCandour();
    const [mine, another, somebody] = [
      await aPerson(world.app, { roles: [ADMIN] }),
      await aPerson(world.app, { roles: [ADMIN] }),
      await aPerson(world.app),
    ];
    me = await actorFor(world.app, mine.id);
    other = await actorFor(world.app, another.id);
    whom = somebody.id;
    await world.superuser.query(
      'ALTER TABLE identity.membership DROP CONSTRAINT "a membership is for an organisation that exists"',
    );
    for (const table of ['identity.membership', 'identity.access_token', 'memberships.account_request'])
      await world.superuser.query(`ALTER TABLE ${table} DISABLE TRIGGER "no change without its event"`);
  });
  afterAll(() => world.close());

  it('nothing, when an administrator grants an ordinary role: so that the refusals below mean something', async () => {
    expect(await tried(me, grantOf(whom, 'TRUST_SUBMITTER', newId()))).toBe('done');
  });

  it.each(['ADMIN', 'REVIEWER', 'AUDITOR', 'LEAD_REVIEWER', 'CONCERN_HANDLER'])(
    'a privileged role without a countersignature: %s',
    async (role) => {
      expect(await tried(me, grantOf(whom, role, null))).toContain('row-level security');
    },
  );

  it('any role for oneself', async () => {
    expect(await tried(me, grantOf(me.personId, 'TRUST_SUBMITTER', newId()))).toContain('row-level security');
  });

  it('a countersignature by whoever asked, and one for oneself', async () => {
    const asked = requestOf(whom, me.personId);
    const signed = decided(asked.id, me.personId);
    expect(await tried(me, asked, signed, grantOf(whom, 'REVIEWER', null))).toContain(
      'another administrator countersigns',
    );
    expect(await tried(me, requestOf(whom, other.personId))).toContain('row-level security');
    expect(await tried(me, asked, decided(asked.id, other.personId))).toContain('row-level security');
    expect(await tried(me, requestOf(me.personId, me.personId))).toContain(
      'nobody asks about their own account',
    );
  });

  it('a grant on a countersignature that was for somebody else, another role or another time', async () => {
    const request = requestOf(whom, me.personId);
    expect(await tried(me, request)).toBe('done');
    const signed = decided(request.id, other.personId);
    expect(await tried(other, signed, grantOf(whom, 'AUDITOR', null))).toContain('row-level security');
    expect(await tried(other, signed, grantOf(me.personId, 'REVIEWER', null))).toContain(
      'row-level security',
    );
    expect(await tried(other, signed)).toBe('done');
    expect(await tried(other, grantOf(whom, 'REVIEWER', null))).toContain('row-level security');
  });

  it('an access token in the name of somebody else, and sight of one', async () => {
    const forMyself = tokenOf(me.personId);
    expect(await tried(me, forMyself)).toBe('done');
    expect(await tried(me, tokenOf(other.personId))).toContain('row-level security');
    const counting = { text: 'SELECT count(*)::int AS n FROM identity.access_token', values: [] };
    expect(await inScope(other, counting)).toEqual([{ n: 0 }]);
    await tried(other, { text: 'UPDATE identity.access_token SET revoked_on = current_date', values: [] });
    const { rows } = await world.superuser.query('SELECT revoked_on FROM identity.access_token');
    expect(rows).toEqual([{ revoked_on: null }]);
  });

  it('another life for a token, a person or a role: only their ends may be written', async () => {
    for (const change of [
      'identity.access_token SET expires_on = expires_on + 1',
      'identity.access_token SET may_write = true',
      "identity.membership SET role = 'AUDITOR'",
      'identity.membership SET person_id = access.person()',
      "identity.person SET email = 'mine@example.org'",
      "identity.credential SET secret = 'mine'",
    ])
      expect(await tried(me, { text: `UPDATE ${change}`, values: [] })).toContain('permission denied');
    for (const table of ['person', 'membership', 'credential', 'access_token'])
      expect(await tried(me, { text: `DELETE FROM identity.${table}`, values: [] })).toContain(
        'permission denied',
      );
  });

  it('sight of anybody’s sessions and spent codes', async () => {
    expect(await tried(me, { text: 'SELECT id_hash FROM identity.session', values: [] })).toContain(
      'permission denied',
    );
    expect(await tried(me, { text: 'SELECT FROM identity.spent_code', values: [] })).toContain(
      'permission denied',
    );
  });

  /** What PostgreSQL says to these statements in one transaction of this actor's scope. */
  async function tried(actor: Actor, ...statements: readonly Sql[]): Promise<string> {
    return inScope(actor, ...statements).then(
      () => 'done',
      (fault: unknown) => String(fault),
    );
  }

  async function inScope(actor: Actor, ...statements: readonly Sql[]): Promise<unknown> {
    return world.app.get(Database).write(scopeOf(actor), async (manager) => {
      let last: unknown;
      for (const { text, values } of statements) last = await manager.query(text, [...values]);
      return last;
    });
  }
});

interface Sql {
  readonly text: string;
  readonly values: readonly unknown[];
}

function grantOf(personId: Uuid | null, role: string, organisationId: Uuid | null): Sql {
  return {
    text: `INSERT INTO identity.membership (id, revision, person_id, role, organisation_id, granted_on)
      VALUES ($1, 1, $2, $3, $4, current_date)`,
    values: [newId(), personId, role, organisationId],
  };
}

function requestOf(personId: Uuid | null, askedBy: Uuid | null): Sql & { readonly id: Uuid } {
  const id = newId();
  return {
    id,
    text: `INSERT INTO memberships.account_request (id, revision, person_id, asks, role, reason, asked_by, asked_on)
      VALUES ($1, 1, $2, 'grant-role', 'REVIEWER', 'because', $3, current_date)`,
    values: [id, personId, askedBy],
  };
}

function decided(id: Uuid, decidedBy: Uuid | null): Sql {
  return {
    text: `UPDATE memberships.account_request
      SET outcome = 'countersigned', decided_by = $2, decided_on = current_date WHERE id = $1`,
    values: [id, decidedBy],
  };
}

function tokenOf(personId: Uuid | null): Sql {
  return {
    text: `INSERT INTO identity.access_token
        (id, revision, person_id, name, secret_hash, expires_on, may_write, created_on)
      VALUES ($1::uuid, 1, $2, 'a script', gen_random_uuid()::text, current_date + 1, true, current_date)`,
    values: [newId(), personId],
  };
}
