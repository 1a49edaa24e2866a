import { Client } from 'pg';
import { VISITOR } from '../../src/identity/actor.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { RoundTables } from '../../src/reviews/round-table/round-tables.js';
import { RoundsService } from '../../src/reviews/rounds/rounds.service.js';
import { SelfReviewService } from '../../src/reviews/self-review/self-review.service.js';
import { interestedParty, type InterestedParty } from '../support/interested-party.js';
import { registered } from '../support/deployments.js';
import { NarrowScreen } from '../support/narrow-screen.js';
import { anOrganisation } from '../support/organisations.js';
import {
  AS_AT,
  agreedBy,
  answersTo,
  servedReviewWorld,
  startedReview,
  type ServedReviewWorld,
} from '../support/reviews.js';

interface Table {
  readonly on: string;
  readonly summary: { readonly sentence: string; readonly asked: number };
  readonly lines: readonly Readonly<Record<string, unknown>>[];
}

const SAID = { reason: 'Every trust was asked.', post: 'Director' };

describe('The table of a round', () => {
  let world: ServedReviewWorld;
  let anyone: InterestedParty;
  let lead: InterestedParty;
  let roundId: Uuid;
  let reviewId: Uuid;
  let criteria: readonly string[];
  let goneId: Uuid;

  beforeAll(async () => {
    world = await servedReviewWorld();
    [anyone, lead] = [interestedParty(world, null), interestedParty(world, 'lead')];
    const [gone] = await registered(
      world.candour,
      anOrganisation({ name: 'Example Gone Trust', odsCode: 'RX1' }),
      anOrganisation({ name: 'Example Silent Trust', odsCode: 'RX2' }),
      anOrganisation({ name: 'Example Trust Without', odsCode: 'RX3' }),
    );
    goneId = gone?.id ?? '';
    ({ roundId, reviewId, criteria } = await startedReview(world));
    const codes = 'RX1\nRX2\nRX3\n';
    await lead.post(`rounds/${roundId}/scope`, { ...SAID, pick: 'codes', codes });
  });

  afterAll(() => world.close());

  async function table(): Promise<Table> {
    return (await anyone.get<Table>(`rounds/${roundId}/table`)).body;
  }

  async function standings(): Promise<readonly (readonly [unknown, unknown, unknown])[]> {
    return (await table()).lines.map(({ organisation, standing, silentSince }) => [
      organisation,
      standing,
      silentSince,
    ]);
  }

  async function startedRoundLater(): Promise<Uuid> {
    return world.service(RoundsService).open(await world.as('lead'), {
      ...{ title: 'A round of many', framework: 'candour-2026-11', asAt: AS_AT },
      ...{ selfReviewDue: '2027-02-01', scoringDue: '2027-03-01', publicationDate: '2027-05-03' },
    });
  }

  it('tells everyone who was asked and who has said nothing, in one sentence and line by line', async () => {
    expect((await table()).summary.sentence).toBe(
      '4 asked, 1 acknowledged, 3 have said nothing since 23 November 2026; 0 have submitted, 0 have signed a return that there is no such scheme.',
    );
    expect(await standings()).toEqual([
      ['Example Gone Trust', 'SAYS_NOTHING', '2026-11-23'],
      ['Example Silent Trust', 'SAYS_NOTHING', '2026-11-23'],
      ['Example Trust Without', 'SAYS_NOTHING', '2026-11-23'],
      ['Example Vale Trust', 'ACKNOWLEDGED', null],
    ]);
  });

  it('makes silence a public result by itself, the day after the first promise, and removal hides none of it', async () => {
    world.clock.setTo('2026-12-01');
    const submitter = await world.as('submitter');
    await world.service(SelfReviewService).answerAll(submitter, reviewId, answersTo(criteria.slice(0, 1)));
    world.clock.setTo('2026-12-12');
    expect(await standings()).toEqual([
      ['Example Gone Trust', 'SILENT', '2026-11-23'],
      ['Example Silent Trust', 'SILENT', '2026-11-23'],
      ['Example Trust Without', 'SILENT', '2026-11-23'],
      ['Example Vale Trust', 'LATE', null],
    ]);
    const proposed = await lead.post(`rounds/${roundId}/scope/${goneId}/removal`, {
      reason: 'It is no trouble.',
      post: 'Lead',
    });
    await agreedBy(world, 'otherLead', String(proposed.body['id']));
    expect((await table()).lines[0]).toMatchObject({
      ...{ organisation: 'Example Gone Trust', standing: 'REMOVED', silentSince: '2026-11-23' },
      ...{ removed: '2026-12-12', removedBecause: 'It is no trouble.' },
    });
    expect((await table()).summary.sentence).toContain('1 more was removed after being asked.');
  });

  it('is the same on the page, in the CSV and for programs, whoever asks', async () => {
    const { lines } = await table();
    const page = await anyone.page(`/rounds/${roundId}/table`);
    expect(page.text).toContain((await table()).summary.sentence);
    expect(page.text).toContain('1 day late. Has said nothing since 23 November 2026.');
    expect(page.text).toContain('Removed on 12 December 2026: It is no trouble.');
    const csv = await (await fetch(`${world.address}/rounds/${roundId}/table.csv`)).text();
    const [, ...rows] = csv.trim().split('\r\n');
    expect(rows.map((row) => row.split(',')[7])).toEqual(lines.map(({ standing }) => standing));
    for (const part of ['lead', 'submitter', 'group', 'stranger', 'auditor'] as const) {
      const told = await interestedParty(world, part).get<Table>(`rounds/${roundId}/table`);
      expect(told.body).toEqual(await table());
    }
    expect((await anyone.get(`rounds/${goneId}/table`)).status).toBe(404);
  });

  it('tells days alone: nothing of what is answered or scored', async () => {
    const { text } = await anyone.get(`rounds/${roundId}/table`);
    expect(text).not.toContain('What the trust says');
    expect(text).not.toContain(world.personId('submitter'));
  });

  it('shows a signed nil return as an answer, for everyone to read', async () => {
    const deployment = await anyone.get<{ key: string }>(`deployments/${world.deploymentId}`);
    const signed = await interestedParty(world, 'submitter').post(`rounds/${roundId}/nil-returns`, {
      ...{ names: 'SIM', places: 'Papers', searchedBy: 'Head of records' },
      notSchemes: `${deployment.body.key}, It is a crisis line.`,
    });
    expect((await table()).lines[3]).toMatchObject({ nil: null, standing: 'LATE' });
    const id = String(signed.body['id']);
    await interestedParty(world, 'executive').post(`rounds/${roundId}/nil-returns/${id}/signature`);
    expect((await table()).lines[3]).toMatchObject({ nil: '2026-12-12', standing: 'NIL' });
  });

  it('needs no more statements for sixty organisations than for four', async () => {
    const few = await statementsOf(() => world.service(RoundTables).of(VISITOR, roundId));
    const more = Array.from({ length: 57 }, (_, at) =>
      anOrganisation({ name: `Example Trust ${String(at)}`, odsCode: `RY${String(at)}` }),
    );
    await registered(world.candour, ...more);
    const other = await startedRoundLater();
    await lead.post(`rounds/${other}/scope`, { ...SAID, pick: 'mental-health-trusts' });
    const many = await statementsOf(() => world.service(RoundTables).of(VISITOR, other));
    expect((await anyone.get<Table>(`rounds/${other}/table`)).body.summary.asked).toBe(61);
    expect(many).toBe(few);
    expect(many).toBe(2);
  });

  it('can be read on a narrow screen', async () => {
    const screen = await NarrowScreen.open();
    expect(await screen.faultsOf(`${world.address}/rounds/${roundId}/table`)).toEqual([]);
    expect(await screen.faultsWhenWide()).toEqual([]);
    await screen.close();
  });
});

/** How many statements about reviews this process sends to PostgreSQL while the work is done. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const sent = jest.spyOn(Client.prototype, 'query');
  await work();
  const count = sent.mock.calls.filter((given) => JSON.stringify(given).includes('reviews.')).length;
  sent.mockRestore();
  return count;
}
