import { DECLARATION_QUESTIONS } from '../../src/review-method/independence/declaration-questions.js';
import { ReviewersService } from '../../src/reviews/reviewers/reviewers.service.js';
import { interestedParty, type InterestedParty } from '../support/interested-party.js';
import { NarrowScreen } from '../support/narrow-screen.js';
import type { PageReader } from '../support/page-reader.js';
import { reviewsOfTrusts, type ReviewOfTrust } from '../support/round-of-trusts.js';
import {
  assignedAndClear,
  pastTheLedger,
  servedReviewWorld,
  startedReview,
  type ServedReviewWorld,
} from '../support/reviews.js';

const EMPLOYED = DECLARATION_QUESTIONS.find(({ code }) => code === 'EMPLOYED')?.question ?? '';
const PAST =
  'the person held a role in the trust under review in the 5 years before, and it is not declared and decided';
const detailFor = (number: string): string =>
  `What is the interest for Example Trust ${number}: Scheme of Example Trust ${number}, and when was it?`;
const NO = Object.fromEntries(DECLARATION_QUESTIONS.map(({ code }) => [code, false]));

describe('Interests declared once for a round', () => {
  let world: ServedReviewWorld;
  let first: InterestedParty;
  let roundId: string;
  let trusts: readonly ReviewOfTrust[];
  let screen: NarrowScreen;

  beforeAll(async () => {
    [world, screen] = await Promise.all([servedReviewWorld(), NarrowScreen.open()]);
    first = interestedParty(world, 'first');
    const started = await startedReview(world);
    ({ roundId } = started);
    trusts = await reviewsOfTrusts(world, started, 6);
    for (const { reviewId } of trusts) {
      await assignedAndClear(world, reviewId, 'lead', 'lead');
      if (reviewId !== trusts[5]?.reviewId) await assign(reviewId);
    }
    await pastTheLedger(
      world.superuser,
      `INSERT INTO identity.membership (id, revision, person_id, role, organisation_id, granted_on, ended_on)
       VALUES (gen_random_uuid(), 1, '${world.personId('first')}', 'TRUST_SUBMITTER', '${trusts[1]?.trustId ?? ''}', '2023-01-01', '2025-01-01')`,
    );
  }, 120_000);

  afterAll(async () => {
    await screen.close();
    await world.close();
  });

  async function assign(reviewId: string): Promise<void> {
    await world.service(ReviewersService).assign(await world.as('lead'), {
      ...{ reviewId, personId: world.personId('first'), capacity: 'reviewer', outsideNhsEngland: false },
    });
  }

  async function declared(): Promise<readonly (readonly [string, string, string])[]> {
    const { rows } = await world.superuser.query<{ name: string; standing: string; yes: string }>(
      `SELECT o.name, d.standing, coalesce((SELECT string_agg(said ->> 'code', ' ') FROM jsonb_array_elements(d.answers) said
          WHERE said ->> 'answer' = 'yes'), '') AS yes
        FROM reviews.interest_declaration d JOIN reviews.assignment a ON a.id = d.assignment_id
        JOIN organisations.organisation o ON o.id = a.organisation_id
        WHERE d.person_id = $1 ORDER BY o.name, d.seq`,
      [world.personId('first')],
    );
    return rows.map(({ name, standing, yes }) => [name, standing, yes]);
  }

  function allNo(page: PageReader): PageReader {
    for (const { question } of DECLARATION_QUESTIONS) page.choose('No', question);
    return page;
  }

  it('ask nine questions once, name every trust, and say aloud what is known and was not said', async () => {
    const page = await first.page('/assignments');
    await page.follow('Declare once for 5 reviews of');
    expect(await screen.faultsOf(world.address + `/rounds/${roundId}/declare`, page)).toEqual([]);
    expect(page.find('main ul li').text()).toContain('Example Trust 002: Scheme of Example Trust 002');
    await allNo(page).press('Continue');
    expect(page.issues).toEqual([
      `Example Trust 002: ${PAST}. Say that the answers for it differ, and choose yes to “${EMPLOYED}”`,
    ]);
    expect(await declared()).toEqual([]);
    await page.choose('None of these').press('Declare');
    expect(page.issues).toHaveLength(1);
    expect(await declared()).toEqual([]);
    page.untick('None of these').choose(EMPLOYED);
    await page.press('Declare');
    expect(page.issues).toEqual([
      'Say what the interest is for Example Trust 002: Scheme of Example Trust 002, and when',
    ]);
    page.fill(detailFor('002'), 'Until 2025.');
    await page.press('Declare');
    expect(page.notice).toBe('You have declared your interests for 5 reviews');
    expect(await declared()).toEqual([
      ['Example Trust 001', 'none', ''],
      ['Example Trust 002', 'declared', 'EMPLOYED'],
      ['Example Trust 003', 'none', ''],
      ['Example Trust 004', 'none', ''],
      ['Example Trust 005', 'none', ''],
    ]);
  });

  it('leave each review with a record and an event of its own, and the one that differs to be decided', async () => {
    const { rows } = await world.superuser.query(
      `SELECT count(*)::integer AS events FROM ledger.event e JOIN reviews.interest_declaration d ON d.id = e.subject_id
        WHERE d.person_id = $1 AND e.action = 'declare'`,
      [world.personId('first')],
    );
    expect(rows).toEqual([{ events: 5 }]);
    const standing = await world.superuser.query(
      "SELECT count(*) FILTER (WHERE kind = 'barred')::integer AS barred FROM access.engagement WHERE person_id = $1",
      [world.personId('first')],
    );
    expect(standing.rows).toEqual([{ barred: 1 }]);
    expect((await first.page(`/rounds/${roundId}/declare`)).status).toBe(409);
  });

  it('are asked again for a trust that is added, and for no other, with what was said for most', async () => {
    await assign(trusts[5]?.reviewId ?? '');
    const page = await first.page(`/rounds/${roundId}/declare`);
    expect(page.find('main ul.nhsuk-list--bullet li').text()).toBe(
      'Example Trust 006: Scheme of Example Trust 006',
    );
    expect(page.isChosen('No', EMPLOYED)).toBe(true);
    page.choose('Example Trust 006: Scheme of Example Trust 006');
    await page.press('Continue');
    expect(await screen.faultsOf(world.address + `/rounds/${roundId}/declare`, page)).toEqual([]);
    page.choose(EMPLOYED).fill(detailFor('006'), 'A neighbour of mine.');
    await page.press('Declare');
    expect((await declared()).at(-1)).toEqual(['Example Trust 006', 'declared', 'EMPLOYED']);
    expect(await declared()).toHaveLength(6);
  });

  it('are taken from programs under the same rules, and for nobody without a part', async () => {
    const stranger = interestedParty(world, 'stranger');
    expect((await stranger.post(`rounds/${roundId}/declarations`, { answers: NO, differs: [] })).status).toBe(
      404,
    );
    expect((await first.post(`rounds/${roundId}/declarations`, { answers: NO, differs: [] })).status).toBe(
      409,
    );
    const second = interestedParty(world, 'second');
    const reviewId = trusts[3]?.reviewId ?? '';
    await world.service(ReviewersService).assign(await world.as('lead'), {
      ...{ reviewId, personId: world.personId('second'), capacity: 'reviewer', outsideNhsEngland: false },
    });
    const other = { reviewId: trusts[2]?.reviewId, answers: { ...NO, OTHER: true, OTHERDetail: 'Kin.' } };
    const refused = await second.post(`rounds/${roundId}/declarations`, { answers: NO, differs: [other] });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('Choose from the reviews')]);
    const kept = await second.post(`rounds/${roundId}/declarations`, {
      ...{ answers: NO, differs: [{ ...other, reviewId }] },
    });
    expect(kept.status).toBe(201);
    const insert = `INSERT INTO reviews.interest_declaration SELECT gen_random_uuid(), 1, d.assignment_id, d.review_id,
      d.person_id, d.seq + 1, 'none', '[]', d.declared_on FROM reviews.interest_declaration d`;
    expect(await first.sql(insert)).not.toMatch(/ rows$/);
  });
});
