import type { QueryResult } from 'pg';
import type { ScopeRole } from '../../src/platform/database/roles/role-names.js';
import { ActionsService } from '../../src/publication/actions/actions.service.js';
import { PreparingService } from '../../src/publication/releases/preparing.service.js';
import { TombstonesService } from '../../src/publication/tombstones/tombstones.service.js';
import { publishedReview } from '../support/publication.js';
import { agreedBy, reviewWorld, type ReviewWorld } from '../support/reviews.js';

const SCOPES: readonly ScopeRole[] = [
  'candour_public',
  'candour_member',
  'candour_receipt',
  'candour_gate',
  'candour_operator',
];
const TABLES = ['preparation', 'release', 'withdrawal', 'refusal', 'action', 'action_step'];
const EVERY_ROLE =
  'TRUST_SUBMITTER,CALDICOTT_GUARDIAN,EXECUTIVE_APPROVER,REVIEWER,LEAD_REVIEWER,AUDITOR,ADMIN,CONCERN_HANDLER';

describe('PostgreSQL itself keeps what was published', () => {
  let world: ReviewWorld;
  let reviewId: string;
  let releaseId: string;

  beforeAll(async () => {
    world = await reviewWorld();
    ({ reviewId, releaseId } = await publishedReview(world));
    const lead = await world.as('lead');
    const actionId = await world.service(ActionsService).addAction(lead, {
      reviewId,
      what: 'Stop the sessions.',
      ownerPost: 'Medical director',
      dueOn: '2027-01-31',
      evidenceNeeded: 'A rota without officers.',
    });
    await world
      .service(ActionsService)
      .reportDone(await world.as('submitter'), actionId, 'The rota is attached.');
    const grounds = { post: 'Director', reason: 'It names a patient.', legalBasis: 'A law' };
    const proposed = await world.service(TombstonesService).proposeWithdrawal(lead, releaseId, grounds);
    await agreedBy(world, 'otherLead', proposed);
  });

  afterAll(() => world.close());

  it.each(TABLES.flatMap((table) => SCOPES.map((scope) => [table, scope] as const)))(
    'nobody changes, deletes or empties %s as %s, whatever roles and reviews they claim',
    async (table, scope) => {
      for (const statement of attacksOn(table))
        await expect(asScope(scope, statement)).rejects.toMatchObject({ code: '42501' });
    },
  );

  it.each(TABLES)('the login of the application has no right to %s of its own', async (table) => {
    for (const statement of [...attacksOn(table), `SELECT id FROM publication.${table}`])
      await expect(asLogin(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it.each(TABLES.filter((table) => table !== 'refusal'))(
    'not even the owner of the tables changes %s',
    async (table) => {
      for (const statement of attacksOn(table))
        await expect(world.superuser.query(statement)).rejects.toThrow('what was published is never changed');
    },
  );

  it('no scope but the operator’s reads the bytes past the view, and the view shows none after a withdrawal', async () => {
    for (const scope of SCOPES.filter((name) => name !== 'candour_operator'))
      await expect(asScope(scope, 'SELECT content FROM publication.release')).rejects.toMatchObject({
        code: '42501',
      });
    const shown = await asScope(
      'candour_public',
      'SELECT content, overall, content_hash FROM publication.result',
    );
    expect(shown?.rows).toEqual([
      { content: null, overall: null, content_hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
  });

  it('no scope but the operator’s reads who prepared, released, withdrew, set, reported or checked', async () => {
    const persons = [
      'release: prepared_by',
      'release: released_by',
      'withdrawal: withdrawn_by',
      'withdrawal: proposed_by',
      'action: added_by',
      'action_step: taken_by',
    ];
    for (const [table, column] of persons.map((place) => place.split(': ')))
      for (const scope of ['candour_public', 'candour_member', 'candour_receipt'] as const)
        await expect(asScope(scope, `SELECT ${column} FROM publication.${table}`)).rejects.toMatchObject({
          code: '42501',
        });
  });

  it('a release by the person who prepared it, with other bytes, or out of its place is refused even to the owner', async () => {
    const { reviewId: other } = await publishedReview(world);
    const preparationId = await world.service(PreparingService).prepare(await world.as('lead'), other);
    const copied = (changes: Readonly<Record<string, string>>): string => {
      const values = {
        serial: '(SELECT max(serial) + 1 FROM publication.release)',
        released_by: `'${world.personId('otherLead')}'`,
        content: 'p.content',
        ...changes,
      };
      return `INSERT INTO publication.release (id, revision, serial, review_id, preparation_id, number, content, content_hash,
          overall, prepared_by, released_by, published_on)
        SELECT gen_random_uuid(), 1, ${values.serial}, p.review_id, p.id, p.number, ${values.content}, p.content_hash,
          p.content::jsonb #>> '{rating,overall}', p.prepared_by, ${values.released_by}, '2026-12-08'
        FROM publication.preparation p WHERE p.id = '${preparationId}'`;
    };
    const refused = async (changes: Readonly<Record<string, string>>, constraint: string): Promise<void> => {
      await expect(world.superuser.query(copied(changes))).rejects.toMatchObject({ constraint });
    };
    await refused({ released_by: 'p.prepared_by' }, 'whoever prepares a result does not release it');
    await refused({ content: "p.content || ' '" }, "a release's hash is of its content");
    await refused({ serial: '1000' }, 'another result was released at the same moment; send it again');
    await expect(world.superuser.query(copied({}))).rejects.toThrow('has no event in its transaction');
  });

  /** What the login of the application meets before it has put on any scope. */
  async function asLogin(...statements: readonly string[]): Promise<QueryResult | undefined> {
    await world.superuser.query('BEGIN; SET LOCAL SESSION AUTHORIZATION candour_app');
    try {
      let last: QueryResult | undefined;
      for (const statement of statements) last = await world.superuser.query(statement);
      return last;
    } finally {
      await world.superuser.query('ROLLBACK');
    }
  }

  /** The same in the scope of somebody who leads the review, with every role for the trust. */
  function asScope(scope: ScopeRole, statement: string): Promise<QueryResult | undefined> {
    const roles = EVERY_ROLE.split(',').map((role) => `${role}@${world.trustId}`);
    return asLogin(
      `SELECT set_config('role', '${scope}', true), set_config('candour.person', '${world.personId('otherLead')}', true),
        set_config('candour.memberships', '${roles.join(',')}', true)`,
      statement,
    );
  }
});

function attacksOn(table: string): string[] {
  return [
    `UPDATE publication.${table} SET revision = revision`,
    `DELETE FROM publication.${table}`,
    `TRUNCATE publication.${table} CASCADE`,
  ];
}
