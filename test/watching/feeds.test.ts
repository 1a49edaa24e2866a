import { Client } from 'pg';
import { servedDemoWorld, type ServedDemoWorld } from '../support/demo-world.js';
import { interestedParty } from '../support/interested-party.js';
import {
  pastTheLedger,
  servedReviewWorld,
  startedReview,
  type ServedReviewWorld,
} from '../support/reviews.js';

const CANARY = 'Canary-7f3a of what nobody may follow';

describe('Anybody follows a scheme, a trust or a round without an account', () => {
  let world: ServedReviewWorld;
  let roundId: string;
  let at: Readonly<Record<'scheme' | 'trust' | 'round', string>>;

  beforeAll(async () => {
    world = await servedReviewWorld();
    ({ roundId } = await startedReview(world));
    const { rows } = await world.superuser.query<{ scheme: string; trust: string }>(
      `SELECT d.key AS scheme, o.key AS trust FROM deployments.deployment d
        JOIN organisations.organisation o ON o.id = d.lead_organisation_id WHERE d.id = $1`,
      [world.deploymentId],
    );
    const of = (kind: string, key = ''): string => `${world.address}/feeds/${kind}/${key}`;
    at = {
      scheme: of('schemes', rows[0]?.scheme),
      trust: of('trusts', rows[0]?.trust),
      round: of('rounds', roundId),
    };
  });

  afterAll(() => world.close());

  const read = async (address: string): Promise<string> => (await fetch(address)).text();

  it('in Atom, with each step that was taken on its day, newest first', async () => {
    for (const address of Object.values(at)) {
      const answered = await fetch(address);
      const feed = await answered.text();
      expect(answered.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
      expect(answered.headers.get('set-cookie')).toBeNull();
      expect(feed).toMatch(
        /^<\?xml version="1\.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom"/,
      );
      const days = [...feed.matchAll(/<updated>(.+?)<\/updated>/g)].map(([, day]) => day ?? '');
      expect(days).toEqual([...days].sort().reverse());
      const ids = [...feed.matchAll(/<id>(.+?)<\/id>/g)].map(([, id]) => id ?? '');
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids)
        expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    }
    expect(await read(at.scheme)).toContain('The trust acknowledged that a review was asked for');
    expect(await read(at.round)).toMatch(
      /<title>Example Vale Trust, .* acknowledged<\/title>\n<updated>2026-11-23T/,
    );
  });

  it('and is told again only what is new: the same ids for what was there, and 304 while nothing changed', async () => {
    const before = await fetch(at.scheme);
    const etag = before.headers.get('etag') ?? '';
    const ids = [...(await before.text()).matchAll(/<id>.+?<\/id>/g)].map(([id]) => id);
    expect(before.headers.get('cache-control')).toBe('public, max-age=300');
    const again = await fetch(at.scheme, { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    await pastTheLedger(
      world.superuser,
      `INSERT INTO deployments.halt SELECT (jsonb_populate_record(NULL::deployments.halt, jsonb_build_object('id',
        gen_random_uuid(), 'revision', 1, 'published', true, 'deployment_id', '${world.deploymentId}', 'ordered_by', 'NHS <b>England</b> & co',
        'ordered_on', '2026-11-23', 'effective_on', '2026-12-01', 'reason', 'It must stop.'))).*`,
    );
    const after = await fetch(at.scheme, { headers: { 'if-none-match': etag } });
    const feed = await after.text();
    expect(after.status).toBe(200);
    expect(feed).toContain('It was ordered to stop: NHS &lt;b&gt;England&lt;/b&gt; &amp; co');
    expect(ids.every((id) => feed.includes(id))).toBe(true);
    expect(await read(at.trust)).toContain('It was ordered to stop');
  });

  it('also silence, the day after the day first promised, and nobody has pressed anything', async () => {
    await pastTheLedger(
      world.superuser,
      `UPDATE reviews.review SET acknowledged_on = NULL WHERE round_id = '${roundId}'`,
    );
    world.clock.setTo('2026-12-11');
    expect(await read(at.round)).not.toContain('silent');
    world.clock.setTo('2026-12-12');
    expect(await read(at.round)).toMatch(/: silent<\/title>\n<updated>2026-12-12T/);
  });

  it('the same bytes whoever asks, and nothing of a draft, of which there is no feed', async () => {
    for (const part of ['submitter', 'lead', 'auditor', 'handler', 'admin'] as const) {
      const reader = await world.reader(part);
      for (const address of Object.values(at)) {
        const cookie = reader.cookies.header();
        const theirs = await fetch(address, { headers: { cookie } });
        expect(await theirs.text()).toBe(await read(address));
      }
    }
    await pastTheLedger(
      world.superuser,
      `UPDATE deployments.deployment SET published = false, title = '${CANARY}' WHERE id = '${world.deploymentId}'`,
    );
    expect((await fetch(at.scheme)).status).toBe(404);
    for (const address of [at.trust, at.round]) {
      expect(await read(address)).not.toContain(CANARY);
      expect(await read(address)).not.toContain('It was ordered to stop');
    }
    expect((await interestedParty(world, 'submitter').page(new URL(at.scheme).pathname)).status).toBe(404);
  });
});

describe('Nothing about concerns goes by a feed', () => {
  let world: ServedDemoWorld;
  let superuser: Client;

  beforeAll(async () => {
    world = await servedDemoWorld();
    superuser = new Client({ connectionString: world.database.superuserUrl });
    await superuser.connect();
  });

  afterAll(async () => {
    await superuser.end();
    await world.close();
  });

  it('nor anything else that a visitor may not read: with a canary in every text of every such record', async () => {
    expect(await planted(superuser)).toBeGreaterThan(100);
    const feeds = await everyFeed(world.address, superuser);
    expect(feeds.length).toBeGreaterThan(20);
    expect(feeds.filter((feed) => feed.includes('</entry>')).length).toBeGreaterThan(2);
    expect(feeds.filter((feed) => feed.includes('Canary'))).toEqual([]);
  });
});

interface TextColumn {
  readonly table: string;
  readonly column: string;
}

/** Writes a canary into every text of every record that a visitor may not read, and tells into how many it went. */
async function planted(superuser: Client): Promise<number> {
  const { rows } = await superuser.query<TextColumn>(
    `SELECT format('%I.%I', c.table_schema, c.table_name) AS table, format('%I', c.column_name) AS column
      FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE t.table_type = 'BASE TABLE' AND c.data_type = 'text'
        AND c.table_schema NOT IN ('pg_catalog', 'information_schema', 'graphile_worker')
        AND EXISTS (SELECT FROM information_schema.columns i WHERE i.table_schema = c.table_schema
          AND i.table_name = c.table_name AND i.column_name = 'id' AND i.data_type = 'uuid')`,
  );
  await superuser.query("SET session_replication_role = 'replica'");
  const seen = new Map<string, readonly string[]>();
  let written = 0;
  for (const { table, column } of rows) {
    const visible = seen.get(table) ?? (await seenByVisitors(superuser, table));
    seen.set(table, visible);
    written += await writtenInto(superuser, { table, column }, visible);
  }
  return written;
}

async function seenByVisitors(superuser: Client, table: string): Promise<readonly string[]> {
  await superuser.query('BEGIN; SET LOCAL ROLE candour_public');
  try {
    const { rows } = await superuser.query<{ id: string }>(`SELECT id::text FROM ${table}`);
    return rows.map(({ id }) => id);
  } catch {
    return [];
  } finally {
    await superuser.query('ROLLBACK');
  }
}

/** A column that holds words of a list refuses it, and has no place for anybody's words either. */
async function writtenInto(
  superuser: Client,
  { table, column }: TextColumn,
  visible: readonly string[],
): Promise<number> {
  try {
    const words = `Canary of ${table}.${column}`;
    const changed = await superuser.query(`UPDATE ${table} SET ${column} = $1 WHERE id::text <> ALL ($2)`, [
      words,
      visible,
    ]);
    return changed.rowCount ?? 0;
  } catch {
    return 0;
  }
}

/** Every feed that there can be: of each scheme, drafts too, of each organisation and of each round. */
async function everyFeed(address: string, superuser: Client): Promise<readonly string[]> {
  const { rows } = await superuser.query<{ path: string }>(
    `SELECT 'schemes/' || key AS path FROM deployments.deployment
      UNION ALL SELECT 'trusts/' || key FROM (SELECT key FROM organisations.organisation o WHERE EXISTS (
        SELECT FROM deployments.deployment d WHERE d.lead_organisation_id = o.id)) AS led
      UNION ALL SELECT 'rounds/' || id FROM reviews.round`,
  );
  const feeds: string[] = [];
  for (const { path } of rows) feeds.push(await (await fetch(`${address}/feeds/${encodeURI(path)}`)).text());
  return feeds;
}
