import { Client } from 'pg';
import { Boards } from '../../src/reviews/board/boards.js';
import { ScoringService } from '../../src/reviews/blind-scoring/scoring.service.js';
import { SelfReviewService } from '../../src/reviews/self-review/self-review.service.js';
import { interestedParty, type InterestedParty } from '../support/interested-party.js';
import { NarrowScreen } from '../support/narrow-screen.js';
import {
  answersTo,
  pastTheLedger,
  scoresFor,
  servedReviewWorld,
  startedReview,
  submitted,
  withPanel,
  type ServedReviewWorld,
  type StartedReview,
} from '../support/reviews.js';
import { reviewsOfTrusts } from '../support/round-of-trusts.js';

interface Line {
  readonly organisation: string;
  readonly step: string;
  readonly leads: boolean;
  readonly answered: unknown;
  readonly panel: {
    readonly seats: number;
    readonly missing: readonly string[];
    readonly locked: unknown;
  } | null;
  readonly late: unknown;
  readonly mend: { readonly waitsFor: string; readonly href: string; readonly text: string };
}

interface Told {
  readonly counts: Readonly<Record<string, number>>;
  readonly found: number;
  readonly items: readonly Line[];
  readonly next: string | null;
}

const TRUSTS = 57;
const VALE = 'Example Vale Trust';
const SECRET = 'Canary of what a reviewer thinks before scores open';

describe("The lead's board of a round", () => {
  let world: ServedReviewWorld;
  let lead: InterestedParty;
  let started: StartedReview;

  beforeAll(async () => {
    world = await servedReviewWorld();
    lead = interestedParty(world, 'lead');
    started = await startedReview(world);
    await reviewsOfTrusts(world, started, TRUSTS);
  }, 120_000);

  afterAll(() => world.close());

  const board = async (asked = 'limit=100', by = lead): Promise<Told> =>
    (await by.get<Told>(`rounds/${started.roundId}/board?${asked}`)).body;

  async function vale(by = lead): Promise<Line | undefined> {
    return (await board('limit=100', by)).items.find(({ organisation }) => organisation === VALE);
  }

  it('says of a review that nobody leads that it waits for somebody who does, and counts nothing in it', async () => {
    expect(await vale()).toMatchObject({
      ...{ step: 'ANSWER', leads: false, answered: null, panel: null },
      mend: { waitsFor: 'me', href: `/reviews/${started.reviewId}/panel/lead`, text: 'Name who leads it' },
    });
  });

  it('tells who leads how many criteria are answered and who is missing on the panel, as it goes on', async () => {
    const { reviewId, criteria } = started;
    await withPanel(world, reviewId);
    const submitter = await world.as('submitter');
    await world.service(SelfReviewService).answerAll(submitter, reviewId, answersTo(criteria.slice(0, 1)));
    expect(await vale()).toMatchObject({
      ...{ leads: true, answered: { done: 1, of: criteria.length } },
      panel: { seats: 3, missing: [], declared: { done: 3, of: 3 }, locked: { done: 0, of: 3 } },
      mend: { waitsFor: 'trust' },
    });
    const without = "UPDATE reviews.assignment SET ended_on = '2026-11-23', end_reason = 'Left'";
    const lived = `person_id = '${world.personId('lived')}'`;
    await pastTheLedger(world.superuser, `${without} WHERE ${lived}`);
    expect(await vale()).toMatchObject({
      panel: { seats: 2, missing: ['NOBODY_OUTSIDE', 'NO_LIVED_EXPERIENCE'] },
      mend: { waitsFor: 'me', href: `/reviews/${reviewId}/panel`, text: 'Fill its panel' },
    });
    expect((await board('show=without-panel')).items.map(({ organisation }) => organisation)).toEqual([VALE]);
    await pastTheLedger(
      world.superuser,
      `UPDATE reviews.assignment SET ended_on = NULL, end_reason = NULL WHERE ${lived}`,
    );
    await submitted(world, reviewId, criteria);
  });

  it('counts who has locked and tells nothing of what anybody scored, to another lead not even that', async () => {
    const { reviewId, criteria } = started;
    const first = await world.as('first');
    const [criterion = ''] = criteria;
    const scores = scoresFor(criteria, { [criterion]: { score: '0', rationale: SECRET } });
    await world.service(ScoringService).scoreAll(first, reviewId, scores);
    expect((await vale())?.panel?.locked).toEqual({ done: 0, of: 3 });
    await world.service(ScoringService).lock(await world.as('first'), reviewId);
    const told = await lead.get(`rounds/${started.roundId}/board?limit=100`);
    expect((await vale())?.panel?.locked).toEqual({ done: 1, of: 3 });
    expect(await vale()).toMatchObject({ step: 'SCORE', mend: { waitsFor: 'reviewers' } });
    for (const hidden of [SECRET, world.personId('first'), 'rationale', 'clearance'])
      expect(told.text).not.toContain(hidden);
    const other = await vale(interestedParty(world, 'otherLead'));
    expect(other).toMatchObject({
      leads: false,
      panel: null,
      answered: null,
      mend: { waitsFor: 'another-lead' },
    });
  });

  it('is for lead reviewers, and PostgreSQL counts for nobody else', async () => {
    const sql = `SELECT * FROM reviews.board_of('${started.roundId}')`;
    for (const part of ['first', 'submitter', 'group', 'admin', 'handler', 'auditor', 'stranger'] as const) {
      const party = interestedParty(world, part);
      expect((await party.get(`rounds/${started.roundId}/board`)).status).toBeGreaterThanOrEqual(403);
      expect(await party.sql(sql)).toBe('0 rows');
    }
    expect((await interestedParty(world, null).get(`rounds/${started.roundId}/board`)).status).toBe(401);
    expect((await lead.get(`rounds/${started.reviewId}/board`)).status).toBe(404);
  });

  it('counts what is late from the day first promised, and narrows to it, by step and by region', async () => {
    world.clock.setTo('2027-01-20');
    const fresh = interestedParty(world, 'lead');
    const told = await board('limit=100', fresh);
    expect(told.items.find(({ organisation }) => organisation === VALE)?.late).toEqual([
      { step: 'scoring', days: 5 },
    ]);
    expect(told.items.find(({ organisation }) => organisation === 'Example Trust 001')?.late).toEqual([
      { step: 'self-review', days: 40 },
    ]);
    expect(told.counts).toMatchObject({ late: TRUSTS + 1, silent: TRUSTS, 'waits-for-me': TRUSTS });
    expect((await board('step=SCORE', fresh)).items.map(({ organisation }) => organisation)).toEqual([VALE]);
    const north = await board('region=Y62&limit=100', fresh);
    expect(north.found).toBe(8);
    expect(new Set(north.items.map(({ step }) => step))).toEqual(new Set(['ACKNOWLEDGE']));
  });

  it('goes on page by page without leaving anybody out, and refuses a place that is not in it', async () => {
    const fresh = interestedParty(world, 'lead');
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const told: Told = await board(`limit=20${next === '' ? '' : `&after=${next}`}`, fresh);
      seen.push(...told.items.map(({ organisation }) => organisation));
      ({ next } = told);
    }
    expect(seen).toEqual((await board('limit=100', fresh)).items.map(({ organisation }) => organisation));
    expect(seen).toHaveLength(TRUSTS + 1);
    const lost = Buffer.from(JSON.stringify(['Nobody', started.roundId])).toString('base64url');
    expect((await fresh.get(`rounds/${started.roundId}/board?after=${lost}`)).status).toBe(422);
  });

  it('needs three statements for fifty-eight organisations as for one', async () => {
    const actor = await world.as('lead');
    const sent = jest.spyOn(Client.prototype, 'query');
    await world.service(Boards).of(actor, started.roundId, {}, { limit: 100, after: null });
    const asked = sent.mock.calls.filter((given) => JSON.stringify(given).includes('reviews.'));
    sent.mockRestore();
    expect(asked).toHaveLength(3);
  });

  it('is one click from the home of whoever leads, with how many are late, and of nobody else', async () => {
    const page = await (await world.reader('lead')).open('/home');
    expect(page.text).toContain(
      `You lead 1 of ${String(TRUSTS + 1)} reviews; results are due on 1 March 2027`,
    );
    expect(page.text).toContain(`${String(TRUSTS + 1)} late`);
    expect((await (await world.reader('otherLead')).open('/home')).text).toContain('You lead 0 of');
    expect((await (await world.reader('first')).open('/home')).text).not.toContain('You lead');
    const { title } = (await lead.get<{ title: string }>(`rounds/${started.roundId}`)).body;
    await page.follow(`Board: ${title}`);
    expect(page.text).toContain('Board of this round');
  });

  it('leads with one click to a page that is there, narrow and wide, with nothing wrong on it', async () => {
    const page = await (await world.reader('lead')).open(`/rounds/${started.roundId}`);
    await page.follow('Board: what is late, what lacks a panel, what waits for you');
    await page.follow('Next page');
    await page.follow('Next page');
    expect(page.text).toContain('Scores 5 days late');
    expect(page.text).toContain('1 of 3 have locked');
    for (const { mend } of (await board('limit=100', interestedParty(world, 'lead'))).items.slice(-3)) {
      const there = await (await world.reader('lead')).open(mend.href);
      expect([mend.href, there.status]).toEqual([mend.href, 200]);
    }
    const screen = await NarrowScreen.open();
    const at = `${world.address}/rounds/${started.roundId}/board`;
    for (const asked of ['', '?show=late', '?step=PUBLISH']) {
      expect(await screen.faultsOf(`${at}${asked}`, await world.reader('lead'))).toEqual([]);
      expect(await screen.faultsWhenWide()).toEqual([]);
    }
    if (process.env['SHOTS'] !== undefined) {
      const shown = await screen.show(at, await world.reader('lead'));
      await shown?.screenshot({ path: `${process.env['SHOTS']}/board-320.png` });
      await shown?.setViewportSize({ width: 1280, height: 900 });
      await shown?.screenshot({ path: `${process.env['SHOTS']}/board-1280.png` });
    }
    await screen.close();
  });
});
