import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EvidenceService } from '../../src/evidence/documents/evidence.service.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { Verification } from '../../src/ledger/verification/verification.js';
import { Settings } from '../../src/platform/settings/settings.js';
import { servedReviewWorld, startedReview, type ServedReviewWorld } from '../support/reviews.js';

const CONTENT = 'Minutes of the joint meeting. Nobody agreed.\n';

describe('Whoever forges a stored file, or offers it again to widen who may read it, gets nowhere', () => {
  let world: ServedReviewWorld;
  let reviewId: Uuid;
  let id: Uuid;

  beforeAll(async () => {
    world = await servedReviewWorld();
    ({ reviewId } = await startedReview(world));
    ({ id } = await world.service(EvidenceService).offer(await world.as('submitter'), {
      ...({ about: { kind: 'review', id: reviewId }, title: 'Minutes', documentType: 'MINUTES' } as const),
      ...({
        content: Buffer.from(CONTENT),
        dated: null,
        audience: 'privileged',
        whyNotEveryone: 'Advice.',
      } as const),
    }));
  }, 120_000);

  afterAll(() => world.close());

  it('by the page and by the API, read with GET, HEAD or a part of it: and verify names it', async () => {
    const token = { authorization: `Bearer ${await world.token('submitter')}` };
    const cookie = { cookie: (await world.reader('submitter')).cookies.header() };
    const sha256 = createHash('sha256').update(CONTENT).digest('hex');
    const path = join(world.service(Settings).folder, 'files', sha256.slice(0, 2), sha256);
    const ways = [
      [`/evidence/${id}/content`, cookie],
      [`/api/v1/evidence/${id}/content`, token],
    ] as const;
    const etags = await Promise.all(
      ways.map(async ([address, headers]) =>
        (await fetch(world.address + address, { headers })).headers.get('etag'),
      ),
    );
    writeFileSync(path, CONTENT.replace('Nobody', 'Everybody'));
    for (const [at, [address, headers]] of ways.entries()) {
      const asked: RequestInit[] = [
        { headers },
        { headers: { ...headers, range: 'bytes=0-10' } },
        { headers: { ...headers, 'if-none-match': etags[at] ?? `"${sha256}"` } },
        { headers, method: 'HEAD' },
      ];
      for (const init of asked) {
        const answer = await fetch(world.address + address, init);
        expect(await answer.text()).not.toContain('Everybody agreed');
        expect([address, init.method ?? 'GET', [503, 404, 405].includes(answer.status)]).toEqual([
          ...[address, init.method ?? 'GET', true],
        ]);
      }
    }
    const { discrepancies } = await world.service(Verification).run();
    const ofEvidence = discrepancies.filter(({ about }) => about.kind === 'evidence');
    expect(ofEvidence.map(({ about, finding }) => [about.id, finding])).toEqual([
      [id, expect.stringMatching(/^The file is not what was offered/)],
    ]);
    writeFileSync(path, CONTENT);
  });

  it('and the same bytes with a wider or a stricter audience are neither kept nor dropped in silence', async () => {
    const page = await world.reader('submitter');
    for (const [words, code] of [
      ['Everyone', 'everyone'],
      ['The reviewers and your trust', 'reviewers'],
    ] as const) {
      await page.open(`/evidence/about/review/${reviewId}/offer`);
      page
        .fill('What is this document?', 'Minutes')
        .attach('The document', { name: 'm.txt', content: CONTENT });
      page
        .choose('It bears no date')
        .select('Which sort of document is it?', 'Minutes or notes of a meeting');
      const box = page.find(`input[name=audience][value=${code}]`);
      page.find('input[name=audience]').removeAttr('checked');
      box.attr('checked', '');
      page.fill('Why not everyone?', 'Staff are named.');
      await page.press('Keep this document');
      expect([words, page.status]).toEqual([words, 409]);
      expect(page.heading).toContain('This file is here already');
      expect(page.text).toContain('Nobody but your trust and auditors');
      const form = new FormData();
      for (const [name, value] of Object.entries({
        ...{ title: 'Minutes', documentType: 'MINUTES', audience: code, dated: 'not-sure' },
        whyNotEveryone: 'Staff are named.',
      }))
        form.set(name, value);
      form.set('file', new File([CONTENT], 'm.txt'));
      const answer = await fetch(`${world.address}/api/v1/evidence/about/review/${reviewId}`, {
        ...{ method: 'POST', body: form },
        headers: { authorization: `Bearer ${await world.token('submitter')}` },
      });
      expect(answer.status).toBe(409);
      expect(await answer.text()).toContain('privileged');
    }
    const { rows } = await world.superuser.query<{ audience: string }>('SELECT audience FROM evidence.item');
    expect(rows).toEqual([{ audience: 'privileged' }]);
  });
});
