import { Verification } from '../../src/ledger/verification/verification.js';
import { publishedReview } from '../support/publication.js';
import { pastTheLedger, servedReviewWorld, type ServedReviewWorld } from '../support/reviews.js';

describe('What was published is given out as it was, or not at all', () => {
  let world: ServedReviewWorld;
  let releaseId: string;

  beforeAll(async () => {
    world = await servedReviewWorld();
    ({ releaseId } = await publishedReview(world));
  }, 120_000);

  afterAll(() => world.close());

  const paths = ['/publications/1', '/publications/1/result.json', '/publications/1/scores.csv'];

  it('on every path: a text changed past Candour is refused, and a verification names it', async () => {
    const api = '/api/v1/publications/1/content';
    for (const path of [...paths, api]) expect([path, await statusOf(path)]).toEqual([path, 200]);
    const etag = (await fetch(world.address + api)).headers.get('etag') ?? '';
    await pastTheLedger(
      world.superuser,
      `ALTER TABLE publication.release DROP CONSTRAINT "a release's hash is of its content";
       UPDATE publication.release SET content = replace(content, 'Stop', 'Go') || ' ' WHERE id = '${releaseId}'`,
    );
    for (const path of [...paths, api]) {
      const answer = await fetch(world.address + path, { headers: { 'if-none-match': etag } });
      expect([path, answer.status]).toEqual([path, 503]);
      expect(await answer.text()).toContain('not what was published');
    }
    const { discrepancies } = await world.service(Verification).run();
    expect(discrepancies.map(({ about }) => about)).toContainEqual({ kind: 'release', id: releaseId });
  });

  it('nor is an edition of the framework that was changed past Candour', async () => {
    await pastTheLedger(
      world.superuser,
      `UPDATE frameworks.edition SET content = jsonb_set(content, '{criteria,0,requirement}', '"Anything goes"'),
        key = 'candour-2026-12'`,
    );
    const answer = await fetch(`${world.address}/api/v1/frameworks/candour-2026-12/criteria`);
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toContain('Anything goes');
    const { discrepancies } = await world.service(Verification).run();
    expect(discrepancies.map(({ about }) => about.kind)).toContain('framework-edition');
  });

  async function statusOf(path: string): Promise<number> {
    return (await fetch(world.address + path)).status;
  }
});
