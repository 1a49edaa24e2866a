import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { scopeOf } from '../../src/identity/actor-scope.js';
import { ClosingService } from '../../src/evidence/closing/closing.service.js';
import { EvidenceService } from '../../src/evidence/documents/evidence.service.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { Verification } from '../../src/ledger/verification/verification.js';
import { Database } from '../../src/platform/database/database.js';
import { Settings } from '../../src/platform/settings/settings.js';
import type { PageReader } from '../support/page-reader.js';
import { servedReviewWorld, startedReview, type ServedReviewWorld } from '../support/reviews.js';

const FORGED = 'Minutes of the joint meeting. Everybody agreed.\n';

describe('Evidence is given out as it was offered, or not at all, and says who may read it', () => {
  let world: ServedReviewWorld;
  let reviewId: Uuid;

  beforeAll(async () => {
    world = await servedReviewWorld();
    ({ reviewId } = await startedReview(world));
  });

  afterAll(() => world.close());

  it('is refused when other bytes lie under its fingerprint: the log tells it once, and that it came back', async () => {
    const content = 'Minutes of the joint meeting. Nobody agreed.\n';
    const id = await offered('Minutes', content);
    const path = pathOf(content);
    expect(await fetched(id)).toEqual({ status: 200, text: content });

    writeFileSync(path, FORGED);
    const forged = await fetched(id);
    expect(forged.status).toBe(503);
    expect(forged.text).toContain('its fingerprint is another');
    expect(forged.text).not.toContain('Everybody agreed');
    expect((await fetched(id)).status).toBe(503);
    expect(await eventsOf(id)).toEqual([
      ['offer', null],
      ['find-altered', `The file is not what was offered: its SHA-256 is ${hashOf(FORGED)}.`],
    ]);
    const page = await (await world.reader('submitter')).open(`/evidence/${id}`);
    expect(page.text).toContain('The content is not what was offered');

    rmSync(path);
    expect((await fetched(id)).text).toContain('not in the file store');
    expect((await eventsOf(id)).at(-1)?.[0]).toBe('find-missing');

    await world.service(EvidenceService).offer(await world.as('submitter'), document('Minutes', content));
    expect(await fetched(id)).toEqual({ status: 200, text: content });
    expect((await eventsOf(id)).at(-1)).toEqual(['find-whole', 'The file is again what was offered.']);
    expect((await findings()).filter(([about]) => about === id)).toEqual([]);
  });

  it('and once it is closed, nobody reads it: not its trust, no auditor, by no copy, and it is not offered anew', async () => {
    const content = 'The patient is called so and so.\n';
    const id = await offered('Notes', content);
    const page = await (await world.reader('submitter')).open(`/evidence/${id}`);
    await page.follow('Close it to everyone, because it shows who a patient is');
    await page
      .fill('Why must nobody read it any more?', 'It shows who a patient is.')
      .press('Close it to everyone');
    expect(page.notice).toBe('Nobody can read the document any more');
    expect(page.text).toContain(hashOf(content));
    expect(page.text).toContain('It shows who a patient is.');
    expect(page.find('a:contains("Download")')).toHaveLength(0);
    expect((await fetched(id)).status).toBe(409);
    expect((await fetched(id)).text).not.toContain('so and so');
    for (const reader of ['auditor', 'first'] as const) {
      const other = await world.reader(reader);
      expect([reader, [403, 404, 409]]).toEqual([
        reader,
        expect.arrayContaining([(await other.open(`/evidence/${id}/content`)).status]),
      ]);
    }
    expect((await eventsOf(id)).at(-1)).toEqual(['close', 'It shows who a patient is.']);
    const again = {
      ...document('Notes again', content),
      about: { kind: 'deployment', id: world.deploymentId },
    };
    await expect(
      world.service(EvidenceService).offer(await world.as('submitter'), again),
    ).rejects.toMatchObject({ issues: [{ field: 'file' }] });
  });

  it('and its title goes with it, from pages, programs, the row and the log: it can show the same', async () => {
    const title = 'Care plan of so and so';
    const id = await offered(title, 'Their plan.');
    await offered('Another', 'Another plan.');
    const mine = await world.as('submitter');
    const alone = `UPDATE evidence.item SET title = 'Notes' WHERE id = '${id}'`;
    const closing = alone.replace('SET', "SET closed_on = '2026-11-23', closed_because = 'So.',");
    for (const statement of [alone, closing])
      await expect(
        world.service(Database).write(scopeOf(mine), (manager) => manager.query(statement)),
      ).rejects.toThrow('A document keeps its title until it is closed');
    const sha256 = hashOf('Their plan.');
    const closed = { id, sha256, organisationId: world.trustId };
    await world.service(ClosingService).close(mine, closed, { reason: 'So it does.', version: 1 });
    const page = await (await world.reader('submitter')).open(`/evidence/about/review/${reviewId}`);
    expect(page.text).toContain(`Closed document ${sha256.slice(0, 12)}`);
    expect(page.text).toContain('Another');
    await page.open(`/evidence/${id}`);
    expect(page.find('h1').text()).toContain(`Closed document ${sha256.slice(0, 12)}`);
    const { rows } = await world.superuser.query(
      `SELECT FROM evidence.item WHERE title = $1 UNION ALL SELECT FROM ledger.event WHERE subject_kind = 'evidence' AND strpos(leaf::text, $1) > 0
        UNION ALL SELECT FROM ledger.opening o WHERE strpos(o::text, $1) > 0`,
      [title],
    );
    expect(rows).toEqual([]);
    expect((await findings()).filter(([about]) => about === id)).toEqual([]);
  });

  it('is put right by the same bytes offered again, where others had come to lie in their place', async () => {
    const content = 'A rota.';
    const id = await offered('Rota', content);
    writeFileSync(pathOf(content), FORGED);
    await world.service(EvidenceService).offer(await world.as('submitter'), document('Rota', content));
    expect(await fetched(id)).toEqual({ status: 200, text: content });
  });

  it('is walked by a verification, which names every document whose file is another or gone', async () => {
    const [one, other, third] = [await offered('One', 'One.'), await offered('Two', 'Two.'), 'Three.'];
    await offered('Three', third);
    writeFileSync(pathOf('One.'), 'One!');
    rmSync(pathOf('Two.'));
    expect(await findings()).toEqual(
      [
        [one, `The file is not what was offered: its SHA-256 is ${hashOf('One!')}.`],
        [other, 'The file is not in the file store.'],
      ].sort(),
    );
    const { further } = await world.service(Verification).run();
    expect(further).toContainEqual({ one: 'file', looksAt: 'files', looked: await filesOffered() });
    put('One.');
    put('Two.');
    expect(await findings()).toEqual([]);
  });

  it('offered again with other words says so with what is recorded, and changes the audience as an act of its own', async () => {
    const content = 'Names of staff.';
    const id = await offered('Staff list', content);
    const trust = await world.reader('submitter');
    await trust.open(`/evidence/about/review/${reviewId}/offer`);
    trust.fill('What is this document?', 'List of staff, do not pass on');
    trust.attach('The document', { name: 'x.txt', content }).choose('It bears no date');
    trust.select('Which sort of document is it?', 'Protocol or operating procedure of the scheme');
    trust.choose('Nobody but your trust and auditors').fill('Why not everyone?', 'It names staff.');
    await trust.press('Keep this document');
    expect(trust.status).toBe(409);
    expect(trust.text).toContain('This file is here already');
    expect(trust.text).toContain('Staff list');
    expect(trust.text).toContain('Letter or email');
    expect(trust.text).toContain('Nothing that you typed now was kept');
    expect(trust.isChosen('Nobody but your trust and auditors')).toBe(true);
    expect(trust.value('Why not everyone?')).toBe('It names staff.');

    await trust.press('Change who may read it');
    expect(trust.issues).toEqual(['Enter why it changes']);
    await trust.fill('Why do you change it?', 'It was opened by mistake.').press('Change who may read it');
    expect(trust.path).toBe(`/evidence/${id}`);
    expect(trust.notice).toContain('Who may read it was changed');
    expect(trust.text).toContain('Nobody but your trust and auditors');
    expect(await eventsOf(id)).toEqual([
      ['offer', null],
      ['say-who-may-read', 'It was opened by mistake.'],
    ]);
    await trust.follow('Change who may read it');
    await trust.fill('Why do you change it?', 'Again.').press('Change who may read it');
    expect(trust.issues).toEqual(['This is who may read it already']);
  });

  it('offered again in the same words is there already, and nothing is said twice', async () => {
    const again = document('Protocol', 'A protocol.');
    const first = await world.service(EvidenceService).offer(await world.as('submitter'), again);
    expect(first.outcome).toBe('kept');
    const second = await world.service(EvidenceService).offer(await world.as('submitter'), again);
    expect(second).toEqual({ id: first.id, outcome: 'repeated' });
    expect(await eventsOf(first.id)).toHaveLength(1);
  });

  it('answers programs the same: a conflict that names the document, and an address to change the audience', async () => {
    const id = await offered('Agreement', 'An agreement.');
    const headers = { authorization: `Bearer ${await world.token('submitter')}` };
    const form = new FormData();
    const said = { title: 'Agreement', documentType: 'CORRESPONDENCE', audience: 'privileged' };
    for (const [name, value] of Object.entries({ ...said, dated: 'not-sure', whyNotEveryone: 'Advice.' }))
      form.set(name, value);
    form.set('file', new File(['An agreement.'], 'a.txt'));
    const api = `${world.address}/api/v1/evidence`;
    const refused = await fetch(`${api}/about/review/${reviewId}`, { method: 'POST', headers, body: form });
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ detail: expect.stringContaining(id) as string });

    const change = { audience: 'privileged', whyNotEveryone: 'Advice.', reason: 'A mistake.', version: 1 };
    const post = (headersOf: Record<string, string>) =>
      fetch(`${api}/${id}/audience`, {
        method: 'POST',
        headers: { ...headersOf, 'content-type': 'application/json' },
        body: JSON.stringify(change),
      });
    const guardian = { authorization: `Bearer ${await world.token('guardian')}` };
    expect((await post(guardian)).status).toBe(403);
    const changed = await post(headers);
    expect(changed.status).toBe(201);
    expect(await changed.json()).toMatchObject({
      id,
      audience: 'privileged',
      contentFault: null,
      revision: 2,
    });
    expect((await post(headers)).status).toBe(409);
  });

  async function offered(title: string, content: string): Promise<Uuid> {
    const offer = document(title, content);
    return (await world.service(EvidenceService).offer(await world.as('submitter'), offer)).id;
  }

  function document(title: string, content: string) {
    return {
      ...({
        about: { kind: 'review', id: reviewId },
        title,
        documentType: 'CORRESPONDENCE',
        dated: null,
      } as const),
      ...({ content: Buffer.from(content), audience: 'everyone', whyNotEveryone: null } as const),
    };
  }

  async function fetched(id: Uuid): Promise<{ status: number; text: string }> {
    const reader: PageReader = await world.reader('submitter');
    const headers = { cookie: reader.cookies.header() };
    const response = await fetch(`${world.address}/evidence/${id}/content`, { headers });
    return { status: response.status, text: await response.text() };
  }

  async function eventsOf(id: Uuid): Promise<readonly (readonly [string, string | null])[]> {
    const { rows } = await world.superuser.query<{ action: string; reason: string | null }>(
      `SELECT action, leaf::jsonb ->> 'reason' AS reason FROM ledger.event WHERE subject_id = $1 ORDER BY revision`,
      [id],
    );
    return rows.map(({ action, reason }) => [action, reason]);
  }

  async function findings(): Promise<readonly (readonly string[])[]> {
    const { discrepancies } = await world.service(Verification).run();
    const ofEvidence = discrepancies.filter(({ about }) => about.kind === 'evidence');
    return ofEvidence.map(({ about, finding }) => [about.id, finding]).sort();
  }

  async function filesOffered(): Promise<number> {
    const { rows } = await world.superuser.query<{ n: number }>(
      'SELECT count(DISTINCT sha256)::int AS n FROM evidence.item',
    );
    return rows[0]?.n ?? 0;
  }

  function pathOf(content: string): string {
    const sha256 = hashOf(content);
    return join(world.service(Settings).folder, 'files', sha256.slice(0, 2), sha256);
  }

  function put(content: string): void {
    mkdirSync(dirname(pathOf(content)), { recursive: true });
    writeFileSync(pathOf(content), content);
  }
});

function hashOf(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}
