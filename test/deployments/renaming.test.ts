import { Client } from 'pg';
import { DeploymentsQueries } from '../../src/deployments/finding/deployments.queries.js';
import { DeploymentsService } from '../../src/deployments/recording/deployments.service.js';
import { VISITOR } from '../../src/identity/actor.js';
import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { newScheme, publishedScheme, registered, somebody, withTheRegister } from '../support/deployments.js';
import { anOrganisation } from '../support/organisations.js';
import { PageReader } from '../support/page-reader.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { signedIn, type SignedIn } from '../support/signed-in.js';

/** What the trust of a scheme would like nobody to find any more. */
const QUIET = 'Community wellbeing partnership';

describe('The register cannot be renamed quietly', () => {
  let world: RunningCandour;
  let sourced: { readonly id: Uuid; readonly key: string; readonly title: string; readonly area: string };
  let submitter: SignedIn;
  let trust: Uuid;

  beforeAll(async () => {
    world = await runningCandour();
    await withTheRegister(world.app);
    const there = await world.app.get(DeploymentsQueries).named(VISITOR, 'surrey');
    trust = there.leadOrganisationId ?? '';
    sourced = there;
    submitter = await signedIn(world, 'TRUST_SUBMITTER', trust);
  }, 60_000);

  afterAll(() => world.close());

  describe('by the trust that answers for an entry from sources', () => {
    it('on its page, where neither the name nor the area is asked, nor taken when they are sent', async () => {
      const page = await submitter.page.open(`/deployments/${sourced.key}/details`);
      expect(page.find('#title, #area')).toHaveLength(0);
      const form = page.find('form[action$="/details"]');
      const sent = new URLSearchParams({
        _csrf: String(form.find('[name="_csrf"]').val()),
        version: String(form.find('[name="version"]').val()),
        title: QUIET,
        area: 'Elsewhere',
      });
      await fetch(`${world.address}/deployments/${sourced.key}/details`, {
        method: 'POST',
        headers: { cookie: page.cookies.header(), 'content-type': 'application/x-www-form-urlencoded' },
        body: sent,
        redirect: 'manual',
      });
      await stillFound();
    });

    it('through the API, which says what to do instead', async () => {
      const answer = await posted(`deployments/${sourced.key}/correction`, {
        title: QUIET,
        area: sourced.area,
        reason: 'A better name.',
        version: await revisionOf(sourced.id),
      });
      expect(answer.status).toBe(422);
      expect(JSON.stringify(answer.body)).toContain('Add a name, or a correction');
      await stillFound();
    });

    it.each([
      ...['title', 'area', 'key', 'registered_by', 'lead_organisation_id', 'published'],
      ...['state_code', 'state_at', 'state_claims', 'state_note'],
    ])('with SQL as the application, changing %s with an event beside it', async (column) => {
      const others = {
        ...{ published: 'false', lead_organisation_id: 'NULL', registered_by: `'trust'` },
        ...{ state_code: `'TRAINING'`, state_at: `'2020-02'`, state_claims: `'{}'` },
      };
      const value = Object.entries(others).find(([name]) => name === column)?.[1] ?? `'x-trust'`;
      await expect(
        asApplication(
          sourced.id,
          'deployment',
          [
            `UPDATE deployments.deployment SET ${column} = ${value}, revision = revision + 1 WHERE id = '${sourced.id}'`,
          ],
          'We say so.',
        ),
      ).rejects.toThrow(/is not renamed|as open as its deployment|row-level security|moves by a step/);
      await stillFound();
    });

    it('but it corrects beside what sources say: found by both, with its reason, post and day', async () => {
      const page = await submitter.page.open(`/deployments/${sourced.key}`);
      await page.follow('Correct what sources say');
      page.select('What is wrong?', 'Name').fill('What should it say?', QUIET);
      await page.fill('Why?', 'That is what we call it since 2024.').press('Add the correction');
      expect(page.notice).toBe('Your correction stands beside what sources say');
      for (const typed of [sourced.title, QUIET]) expect(await foundBy(typed)).toContain(sourced.key);
      const visitor = await new PageReader(world.address).open(`/deployments/${sourced.key}`);
      expect(visitor.heading).toContain(sourced.title);
      expect(visitor.text).toContain(`says: ${QUIET}`);
      expect(visitor.text).toContain('Why: That is what we call it since 2024.');
      expect(visitor.text).toContain('Said by: Trust submitter');
      const given = { field: 'area', said: 'Old Borough', reason: 'The boundary moved.', once: newId() };
      const path = `corrections/deployment/${sourced.id}`;
      const other = { ...given, said: 'New Borough' };
      const answers = [await posted(path, given), await posted(path, given), await posted(path, other)];
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 409]);
    });

    it('and nobody else corrects it, nor the trust what is another’s, by API or SQL', async () => {
      const rival = await signedIn(world, 'TRUST_SUBMITTER', await anotherTrust());
      const given = { field: 'title', said: QUIET, reason: 'We think so.', once: newId() };
      expect((await posted(`corrections/deployment/${sourced.id}`, given, rival.token)).status).toBe(403);
      const other = await world.app.get(DeploymentsQueries).named(VISITOR, 'leicestershire');
      expect((await posted(`corrections/deployment/${other.id}`, given)).status).toBe(403);
      const id = newId();
      await expect(
        asApplication(id, 'correction', [
          `INSERT INTO evidence.correction (id, revision, organisation_id, subject_kind, subject_id, about_kind, about_id, field, said, reason, post, corrected_on)
           VALUES ('${id}', 1, '${trust}', 'deployment', '${other.id}', 'deployment', '${other.id}', 'title', 'x', 'x', 'x', current_date)`,
        ]),
      ).rejects.toThrow('row-level security');
    });
  });

  describe('nor by a trust that published a record of its own', () => {
    let own: Uuid;

    beforeAll(async () => {
      own = await publishedScheme(
        world.app,
        somebody('TRUST_SUBMITTER', trust),
        newScheme(trust, { title: 'Joint crisis desk', area: 'Old Borough' }),
      );
    });

    it('who must say why', async () => {
      const sent = { title: QUIET, area: 'Old Borough', version: await revisionOf(own) };
      expect((await posted(`deployments/${own}/correction`, sent)).status).toBe(422);
      await expect(
        asApplication(own, 'deployment', [
          `UPDATE deployments.deployment SET title = 'x', revision = revision + 1 WHERE id = '${own}'`,
        ]),
      ).rejects.toThrow('changed with a reason');
    });

    it('and what it said stays searchable and shown, with post, day and reason', async () => {
      const reason = 'The desk was renamed.';
      const sent = { title: 'Wellbeing desk', area: 'New Borough', reason, version: await revisionOf(own) };
      expect((await posted(`deployments/${own}/correction`, sent)).status).toBe(200);
      for (const typed of ['Joint crisis desk', 'Old Borough', 'Wellbeing desk', 'crisis new'])
        expect([typed, await foundBy(typed)]).toEqual([typed, expect.arrayContaining([await keyOf(own)])]);
      const visitor = await new PageReader(world.address).open(`/deployments/${own}`);
      expect(visitor.text).toMatch(
        /Before: Joint crisis desk\s+Since then: Wellbeing desk\s+Why: The desk was renamed\./,
      );
      expect(visitor.text).toContain('Changed by: Trust submitter');
      const listed = await visitor.open('/deployments?q=joint+crisis+desk');
      expect(listed.text).toContain('Also known as: Joint crisis desk');
    });

    it('nor by SQL as the application: PostgreSQL keeps it whatever the event says', async () => {
      const before = await titleOf(own);
      await asApplication(
        own,
        'deployment',
        [
          `UPDATE deployments.deployment SET title = 'Said in SQL', revision = revision + 1 WHERE id = '${own}'`,
        ],
        'Because.',
      );
      expect(await foundBy(before)).toContain(await keyOf(own));
      const visitor = await new PageReader(world.address).open(`/deployments/${own}`);
      expect(visitor.text).toContain(`Before: ${before}`);
      for (const rewriting of [
        `DELETE FROM ledger.change WHERE subject_id = '${own}'`,
        `UPDATE ledger.change SET before = '"x"' WHERE subject_id = '${own}'`,
        `INSERT INTO ledger.change SELECT * FROM ledger.change WHERE subject_id = '${own}'`,
      ])
        await expect(asApplication(own, 'deployment', [rewriting])).rejects.toThrow('permission denied');
    });

    it('while a draft is changed without a trace that anybody could read', async () => {
      const actor = somebody('TRUST_SUBMITTER', trust);
      const deployments = world.app.get(DeploymentsService);
      const { id } = await deployments.register(actor, newScheme(trust, { title: 'Unquiet draft' }));
      await deployments.correct(actor, id, { title: 'Quiet draft' });
      const { rowCount } = await world.superuser.query('SELECT FROM ledger.change WHERE about_id = $1', [id]);
      expect(rowCount).toBe(0);
    });

    it('and the log tells the same changes as PostgreSQL kept', async () => {
      const columns =
        'subject_kind, subject_id, revision, field, about_id, before, after, action, post, reason, day, searched';
      const terms = {
        kind: 'deployment',
        about_kind: 'deployment',
        about_column: 'id',
        searched: ['title', 'area'],
      };
      const { rows } = await world.superuser.query(
        `SELECT ${columns} FROM ledger.changes_in_log('deployments.deployment', $1) WHERE subject_id = $2 AND reason <> 'Because.'
         ORDER BY revision, field`,
        [terms, own],
      );
      const kept = await world.superuser.query(
        `SELECT ${columns} FROM ledger.change WHERE subject_id = $1 AND reason <> 'Because.' ORDER BY revision, field`,
        [own],
      );
      expect(rows.length).toBeGreaterThan(1);
      expect(rows).toEqual(kept.rows);
    });
  });

  async function stillFound(): Promise<void> {
    expect(await foundBy(sourced.title)).toContain(sourced.key);
    expect(await world.app.get(DeploymentsQueries).named(VISITOR, sourced.key)).toMatchObject({
      title: sourced.title,
      area: sourced.area,
      published: true,
    });
  }

  async function foundBy(q: string): Promise<string[]> {
    const response = await fetch(`${world.address}/api/v1/deployments?q=${encodeURIComponent(q)}`);
    const { items } = (await response.json()) as { items: { key: string }[] };
    return items.map(({ key }) => key);
  }

  async function posted(path: string, sent: object, token = submitter.token) {
    const response = await fetch(`${world.address}/api/v1/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(sent),
    });
    return { status: response.status, body: await response.json() };
  }

  /** Somebody with the application's login, in the scope of the trust's submitter, who writes the event as well. */
  async function asApplication(
    id: Uuid,
    kind: string,
    statements: readonly string[],
    reason: string | null = null,
  ): Promise<void> {
    const client = new Client({ connectionString: world.database.appUrl });
    await client.connect();
    try {
      await client.query('BEGIN; SET LOCAL ROLE candour_member');
      await client.query(
        "SELECT set_config('candour.person', $1, true), set_config('candour.memberships', $2, true)",
        [submitter.personId, `TRUST_SUBMITTER@${trust}`],
      );
      for (const statement of statements) await client.query(statement);
      const tip = await client.query<{ revision: number }>('SELECT revision FROM ledger.tip($1, $2)', [
        kind,
        id,
      ]);
      const leaf = {
        reason,
        action: 'correct',
        day: '2026-11-30',
        actor: { post: 'TRUST_SUBMITTER' },
        record: {},
      };
      await client.query(
        `INSERT INTO ledger.event (id, log, subject_kind, subject_id, revision, action, day, leaf, leaf_hash)
         VALUES ($1, 'staff', $2, $3, $4, 'correct', '2026-11-30', $5, sha256('x'))`,
        [newId(), kind, id, (tip.rows[0]?.revision ?? 0) + 1, JSON.stringify(leaf)],
      );
      await client.query('COMMIT');
    } finally {
      await client.end();
    }
  }

  async function anotherTrust(): Promise<Uuid> {
    const [other] = await registered(world.app, anOrganisation({ name: 'Another Trust' }));
    return other?.id ?? '';
  }

  async function revisionOf(id: Uuid): Promise<number> {
    return (await world.app.get(DeploymentsQueries).named(VISITOR, id)).revision;
  }

  async function keyOf(id: Uuid): Promise<string> {
    return (await world.app.get(DeploymentsQueries).named(VISITOR, id)).key;
  }

  async function titleOf(id: Uuid): Promise<string> {
    return (await world.app.get(DeploymentsQueries).named(VISITOR, id)).title;
  }
});
