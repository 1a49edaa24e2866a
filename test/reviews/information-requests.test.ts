import type { Uuid } from '../../src/kernel/identifiers.js';
import { ResultDrafts } from '../../src/publication/releases/result-drafts.js';
import { ModerationService } from '../../src/reviews/moderation/moderation.service.js';
import { RepliesService } from '../../src/reviews/reply/replies.service.js';
import { interestedParty, type InterestedParty } from '../support/interested-party.js';
import { NarrowScreen } from '../support/narrow-screen.js';
import { panelOfTwoLeads } from '../support/publication.js';
import {
  servedReviewWorld,
  startedReview,
  submitted,
  type Part,
  type ServedReviewWorld,
} from '../support/reviews.js';
import { lockedByAll, scoredByAll } from '../support/scoring.js';

const ASKS = 'The rota of the street team in March 2023.';

interface Request {
  readonly id: Uuid;
  readonly criterion: string;
  readonly standing: string;
  readonly daysLate: number;
  readonly asks?: string;
  readonly answer?: string | null;
}

describe('What reviewers ask a trust for', () => {
  let world: ServedReviewWorld;
  let [roundId, reviewId]: [Uuid, Uuid] = ['', ''];
  let criteria: readonly string[] = [];
  let [first, second, last] = ['', '', ''];
  const parties = new Map<Part | null, InterestedParty>();

  beforeAll(async () => {
    world = await servedReviewWorld();
    ({ roundId, reviewId, criteria } = await startedReview(world));
    await panelOfTwoLeads(world, reviewId);
    await submitted(world, reviewId, criteria);
    [first = '', second = '', last = ''] = criteria;
  });

  afterAll(() => world.close());

  function party(part: Part | null): InterestedParty {
    const known = parties.get(part) ?? interestedParty(world, part);
    parties.set(part, known);
    return known;
  }

  function asked(part: Part, criterion: string, dueOn = '2026-12-07') {
    return party(part).post(`reviews/${reviewId}/information-requests`, { criterion, asks: ASKS, dueOn });
  }

  async function requests(part: Part): Promise<readonly Request[]> {
    const path = `reviews/${reviewId}/information-requests`;
    return (await party(part).get<{ requests: Request[] }>(path)).body.requests;
  }

  async function inRound(): Promise<readonly Request[]> {
    const path = `rounds/${roundId}/information-requests`;
    return (await party(null).get<{ requests: Request[] }>(path)).body.requests;
  }

  async function idOf(criterion: string): Promise<Uuid> {
    return (await inRound()).find((one) => one.criterion === criterion)?.id ?? '';
  }

  it('is asked by a reviewer who scores, by a day, and the trust and the other reviewers read it, and not who asks', async () => {
    const page = await party('lived').page(`/reviews/${reviewId}/scores/${first}`);
    await page.follow('Ask the trust for something');
    const option = page.find(`option[value="${first}"]`).text().trim();
    page.select('Which criterion?', option).fill('What do you ask for?', ASKS);
    await page.fillDate('By when?', { day: '27', month: '11', year: '2026' }).press('Ask');
    expect(page.issues).toEqual([
      'The day must be between 30 November 2026, so that the trust has five working days, and 1 March 2027, when the result is due',
    ]);
    await page.fillDate('By when?', { day: '7', month: '12', year: '2026' }).press('Ask');
    for (const part of ['submitter', 'second', 'lead'] as const) {
      const read = await party(part).page(`/reviews/${reviewId}/information-requests`);
      expect(read.text).toContain(`A reviewer asks about ${first}`);
      expect(read.text).toContain(ASKS);
      expect(read.text).not.toContain('The lived');
    }
    const { text } = await party('submitter').get(`reviews/${reviewId}/information-requests`);
    expect(text).not.toContain(world.personId('lived'));
    expect((await party('second').page(`/reviews/${reviewId}/scores/${first}`)).text).toContain(ASKS);
  });

  it('names the same post in the log, whichever reviewer asks', async () => {
    await asked('first', second);
    await asked('lived', last);
    const { rows } = await world.superuser.query<{ leaf: string }>(
      "SELECT leaf FROM ledger.event WHERE subject_kind = 'information-request'",
    );
    const leaves = rows.map(({ leaf }) => JSON.parse(leaf) as { actor: { post: string }; record: object });
    expect(leaves.map(({ actor }) => actor.post)).toEqual(['REVIEWER', 'REVIEWER', 'REVIEWER']);
    const columns = await world.superuser.query<{ name: string }>(
      "SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'information_request'",
    );
    expect(columns.rows.map(({ name }) => name).filter((name) => name.endsWith('_by'))).toEqual([]);
  });

  it('is asked by nobody else, not of what the round does not ask, and not by SQL past those rules', async () => {
    for (const part of ['submitter', 'group', 'auditor', 'admin'] as const)
      expect((await asked(part, first)).status).toBe(403);
    expect([403, 404]).toContain((await asked('stranger', first)).status);
    expect((await asked('first', 'SIM-NON-99')).text).toContain('the round does not ask this criterion');
    const bySql = (dueOn: string) => `INSERT INTO reviews.information_request
      (id, revision, review_id, organisation_id, criterion, asks, due_on, asked_on)
      VALUES (gen_random_uuid(), 1, '${reviewId}', '${world.trustId}', '${first}', 'A', '${dueOn}', '2026-11-23')`;
    expect(await party('first').sql(bySql('2026-11-25'))).toContain('five working days at least');
    expect(await party('first').sql(bySql('2029-11-25'))).toContain('before the result is');
    for (const part of ['stranger', 'submitter'] as const)
      expect(await party(part).sql(bySql('2026-12-07'))).toContain('row-level security');
  });

  it('is for everyone as days alone, and overdue the day after without anybody’s act', async () => {
    const { text } = await party(null).get(`rounds/${roundId}/information-requests`);
    expect(text).not.toContain('rota');
    expect((await inRound()).map(({ standing }) => standing)).toEqual(['WAITING', 'WAITING', 'WAITING']);
    world.clock.setTo('2026-12-09');
    expect((await inRound()).map(({ standing, daysLate }) => [standing, daysLate])).toEqual([
      ['OVERDUE', 2],
      ['OVERDUE', 2],
      ['OVERDUE', 2],
    ]);
    const page = await party(null).page(`/rounds/${roundId}/information-requests`);
    expect(page.text).toContain('2 days late');
    const csv = await (await fetch(`${world.address}/rounds/${roundId}/information-requests.csv`)).text();
    expect(csv).toContain(`${first},2026-11-23,2026-12-07,OVERDUE`);
  });

  it('is answered once, beside the self-review, which stays as it was submitted', async () => {
    const before = await party('submitter').get(`reviews/${reviewId}/submission`);
    const at = `reviews/${reviewId}/information-requests/${await idOf(first)}/answer`;
    const given = { gives: 'GIVEN', answer: 'Officers stood on it.', evidenceIds: [] };
    for (const part of ['executive', 'first', 'lead', 'group'] as const)
      expect((await party(part).post(at, given)).status).toBe(403);
    const page = await party('submitter').page(`/reviews/${reviewId}/information-requests`);
    await page.follow('Answer');
    page.choose('Yes, here it is').fill('Your answer', given.answer);
    await page.press('Answer');
    expect(page.notice).toContain('beside your self-review');
    const { rows } = await world.superuser.query<{ kind: string }>(
      "SELECT kind FROM reviews.known_facts($1, $2) WHERE kind = 'informed'",
      [world.personId('submitter'), reviewId],
    );
    expect(rows).toHaveLength(1);
    expect((await party('submitter').post(at, { ...given, answer: 'Something else.' })).text).toContain(
      'once',
    );
    const rewritten = { items: [{ criterion: first, score: '3', grade: 'A', reason: 'Better.' }] };
    expect((await party('submitter').post(`reviews/${reviewId}/answers`, rewritten)).text).toContain(
      'has been submitted and cannot change',
    );
    expect((await party('submitter').get(`reviews/${reviewId}/submission`)).text).toBe(before.text);
    const scoring = await party('second').page(`/reviews/${reviewId}/scores/${first}`);
    expect(scoring.text).toContain(given.answer);
    expect((await party(null).get(`rounds/${roundId}/information-requests`)).text).not.toContain('Officers');
    expect(
      await party('submitter').sql(`UPDATE reviews.information_answer SET answer = 'Another'`),
    ).toContain('permission denied');
  });

  it('is answered with a refusal in public too, and nothing more is asked once scores are open', async () => {
    const at = `reviews/${reviewId}/information-requests/${await idOf(second)}/answer`;
    await party('submitter').post(at, {
      gives: 'REFUSED',
      answer: 'Our solicitor advises so.',
      evidenceIds: [],
    });
    await scoredByAll(world, { reviewId, criteria });
    await lockedByAll(world, reviewId);
    expect((await asked('first', first, '2026-12-21')).text).toContain('no more information is asked for');
    expect((await requests('first')).map(({ standing }) => standing).sort()).toEqual([
      'GIVEN',
      'OVERDUE',
      'REFUSED',
    ]);
  });

  it('is published with the result, what never was answered too, and is answered no more then', async () => {
    await world.service(ModerationService).close(await world.as('lead'), reviewId);
    world.clock.setTo('2026-12-29');
    await world.service(RepliesService).close(await world.as('lead'), reviewId);
    const at = `reviews/${reviewId}/information-requests/${await idOf(last)}/answer`;
    expect(
      (await party('submitter').post(at, { gives: 'GIVEN', answer: 'Now.', evidenceIds: [] })).text,
    ).toContain('not answered any more');
    const terms = { release: 1, follows: null, publishedAnywayBecause: null, withholding: null };
    const [drafted, other] = await Promise.all(
      (['lead', 'otherLead'] as const).map(async (part) =>
        world.service(ResultDrafts).of(await world.as(part), reviewId, terms),
      ),
    );
    expect(drafted?.text).toEqual(other?.text);
    const part = drafted?.published.parts.find(({ key }) => key === 'information-requests');
    expect(part?.lines.map(({ value }) => value)).toEqual([
      `A reviewer asks: ${ASKS}\nAnswered on 9 December 2026: Officers stood on it. 2 days late.`,
      `A reviewer asks: ${ASKS}\nRefused on 9 December 2026: Our solicitor advises so. 2 days late.`,
      `A reviewer asks: ${ASKS}\nThe trust never answered.`,
    ]);
    expect(part?.cautions).toContain('1 of 3 requests were never answered.');
    expect((await inRound()).map(({ standing }) => standing)).toContain('NEVER_ANSWERED');
  });

  it('can be read on a narrow screen', async () => {
    const screen = await NarrowScreen.open();
    const submitter = await world.reader('submitter');
    for (const path of [`rounds/${roundId}/information-requests`, `reviews/${reviewId}/information-requests`])
      expect(await screen.faultsOf(`${world.address}/${path}`, submitter)).toEqual([]);
    await screen.close();
  });
});
