import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { FIRST_METHOD } from '../../src/frameworks/edition/method/first-method.js';
import { ReviewsService } from '../../src/reviews/reviews.service.js';
import { RoundsService } from '../../src/reviews/rounds/rounds.service.js';
import { AS_AT, publishedByTwo, servedReviewWorld, type ServedReviewWorld } from '../support/reviews.js';

/** An edition that calls its scale and its grades of evidence by words of its own. */
function inOwnWords(): Buffer {
  const method = structuredClone(FIRST_METHOD);
  Object.assign(method.scale[0] ?? {}, { label: 'Shown in full', meaning: 'Everybody can see it.' });
  Object.assign(method.evidenceGrades[0] ?? {}, { meaning: 'Two papers of that day.' });
  const library = parse(readFileSync('frameworks/candour-2026-12.yaml', 'utf8')) as object;
  return Buffer.from(JSON.stringify({ ...library, id: 'words-2026-12', method }));
}

describe('The words of the scale and of the grades of evidence are those of the edition of the round', () => {
  let world: ServedReviewWorld;

  beforeAll(async () => {
    world = await servedReviewWorld();
    await publishedByTwo(world.candour, await world.as('admin'), { name: 'words.yaml', bytes: inOwnWords() });
  }, 120_000);

  afterAll(() => world.close());

  it.each([
    ['candour-2026-11', '3 – Consistent', 'A – A record made at the time'],
    ['words-2026-12', '3 – Shown in full', 'A – Two papers of that day.'],
  ])('when a trust answers by %s', async (framework, score, grade) => {
    const lead = await world.as('lead');
    const roundId = await world.service(RoundsService).open(lead, {
      ...{ title: `Round by ${framework}`, framework, asAt: AS_AT },
      ...{ selfReviewDue: '2026-12-11', scoringDue: '2027-01-15', publicationDate: '2027-03-01' },
    });
    const { deploymentId } = world;
    const id = await world.service(ReviewsService).start(lead, { roundId, deploymentId });
    await world.service(ReviewsService).acknowledge(await world.as('submitter'), id);
    const page = await world.reader('submitter');
    await page.open(`/reviews/${id}/answers/SIM-POL-01`);
    expect([page.status, page.text.includes(score), page.text.includes(grade)]).toEqual([200, true, true]);
  });

  it('on the page of the edition, beside limits that are the same in every one', async () => {
    const page = await (await world.reader('lead')).open('/criteria/editions/words-2026-12');
    expect(page.text).toContain('Everybody can see it.');
    expect(page.text).not.toContain('This edition writes out no method of its own');
    await page.open('/criteria/editions/words-2026-12/changes?from=candour-2026-11');
    expect(page.text).toContain('Scale (2)');
  });
});
