import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { newScheme, publishedScheme } from '../support/deployments.js';
import { anOrder, aStep, haltStage, type HaltStage } from '../support/halts.js';
import { interestedParty, type InterestedParty } from '../support/interested-party.js';
import { servedReviewWorld, type ServedReviewWorld } from '../support/reviews.js';
import type { PageReader } from '../support/page-reader.js';
import type { SignedIn } from '../support/signed-in.js';

const DAY = '2026-12-08';
const EARLIER = '2026-12-04';

/**
 * What is told of an order to halt is wanted otherwise: fewer cases closed than were counted, the order read under another
 * scheme, a check by whoever answered. A count that falls is told with its reason, and nothing is offered that would be refused.
 */
describe('Whoever would like an order to halt to be told otherwise', () => {
  let world: ServedReviewWorld;
  let stage: HaltStage;
  let trust: InterestedParty;
  let elsewhere: Uuid;
  let ordered: Uuid;

  beforeAll(async () => {
    world = await servedReviewWorld();
    world.clock.setTo(DAY);
    stage = await haltStage(world);
    trust = interestedParty(world, 'submitter');
    elsewhere = await publishedScheme(
      world.candour,
      await world.as('submitter'),
      newScheme(world.trustId, { title: 'Another scheme of the trust' }),
    );
    ordered = await order(stage.nhsEngland, stage.nhsEnglandId);
  }, 60_000);

  afterAll(() => world.close());

  async function order(by: SignedIn, givenFor: Uuid): Promise<Uuid> {
    const given = anOrder(givenFor, '2026-12-01');
    const { status, text } = await stage.send(by, `deployments/${stage.scheme}/halts`, given);
    expect([status, text]).toEqual([201, expect.stringContaining('id')]);
    return (JSON.parse(text) as { id: Uuid }).id;
  }

  const placeOf = (halt: Uuid, scheme: string = stage.scheme): string =>
    `/deployments/${scheme}/halts/${halt}`;

  /** What the page of an order offers to whoever opens it. */
  async function offered(reader: PageReader, halt: Uuid): Promise<readonly string[]> {
    await reader.open(placeOf(halt));
    return reader
      .find('main ul.nhsuk-list a')
      .map((_, link) => (link.attribs['href'] ?? '').split('/').at(-1))
      .get();
  }

  /** A count by the trust, past the application. */
  function countRow(by: Uuid, closed: string, because: string | null, on = DAY): string {
    return `INSERT INTO deployments.halt_step (id, revision, halt_id, deployment_id, lead_organisation_id, outside, ordered_for, seq,
        kind, side, organisation_id, post, happened_on, text, without_plan, with_plan, closed_since, fewer_because, taken_by, taken_on)
      SELECT '${newId()}', 1, h.id, h.deployment_id, h.lead_organisation_id, h.outside, h.organisation_id,
        1 + (SELECT count(*) FROM deployments.halt_step s WHERE s.halt_id = h.id), 'stepped-down', 'TRUST', h.lead_organisation_id,
        'Director', '${on}', 'So.', '0', '0', '${closed}', ${because === null ? 'NULL' : `'${because}'`}, '${by}', '${DAY}'
      FROM deployments.halt h WHERE h.id = '${ordered}'`;
  }

  /** A check, past the application. */
  function checkRow(halt: Uuid, by: Uuid, side: string, organisation: Uuid): string {
    return `INSERT INTO deployments.halt_step (id, revision, halt_id, deployment_id, lead_organisation_id, outside, ordered_for, seq,
        kind, side, organisation_id, post, happened_on, text, finding, taken_by, taken_on)
      SELECT '${newId()}', 1, h.id, h.deployment_id, h.lead_organisation_id, h.outside, h.organisation_id,
        1 + (SELECT count(*) FROM deployments.halt_step s WHERE s.halt_id = h.id), 'checked', '${side}', '${organisation}',
        'Director', '${DAY}', 'So.', 'in-effect', '${by}', '${DAY}'
      FROM deployments.halt h WHERE h.id = '${halt}'`;
  }

  describe('finds it under its own scheme alone', () => {
    it('and every page of it under another scheme is a page that there is not', async () => {
      const nhsEngland = stage.nhsEngland.page;
      const submitter = await world.reader('submitter');
      for (const [reader, paths] of [
        [submitter, ['', '/acknowledge', '/count', '/stopped', '/check']],
        [nhsEngland, ['', '/lift']],
      ] as const)
        for (const path of paths) {
          expect([path, (await reader.open(placeOf(ordered) + path)).status]).toEqual([path, 200]);
          for (const other of [elsewhere, 'no-such-scheme'])
            expect([path, (await reader.open(placeOf(ordered, other) + path)).status]).toEqual([path, 404]);
        }
    });

    it('and nothing is recorded about it there', async () => {
      const submitter = await world.reader('submitter');
      await submitter.open(`${placeOf(ordered)}/acknowledge`);
      submitter.find('main form').attr('action', `${placeOf(ordered, elsewhere)}/acknowledge`);
      submitter
        .fill('Which post acknowledges it?', 'Chief operating officer')
        .fillDate('On which day did the trust have the order?', { day: '4', month: '12', year: '2026' })
        .fill('What will the trust do, and by when?', 'No visit at night is planned from today on.');
      await submitter.press('Acknowledge the order');
      expect(submitter.status).toBe(404);
      const { text } = await stage.send(null, `halts/${ordered}`);
      expect(JSON.parse(text)).toMatchObject({ steps: [] });
    });
  });

  describe('counts the closed cases', () => {
    const counted = (closedSince: string, happenedOn: string, different: object = {}) =>
      trust.post(
        `halts/${ordered}/step-down`,
        aStep(happenedOn, { withoutPlan: '0', withPlan: '1-4', closedSince, ...different }),
      );

    it('and fewer than it counted before are refused until it says why, in words that say something', async () => {
      expect((await counted('5-9', EARLIER)).status).toBe(201);
      expect((await counted('5-9', DAY)).status).toBe(201);
      for (const because of [{}, { fewerBecause: 'n/a' }]) {
        const refused = await counted('1-4', DAY, because);
        expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('fewerBecause')]);
      }
      expect((await counted('1-4', DAY)).text).toContain('The count of 4 December 2026 says 5 to 9.');
    });

    it('as are more on a day before, which would make the later ones fewer', async () => {
      const refused = await counted('10+', '2026-12-02');
      expect([refused.status, refused.text]).toEqual([
        422,
        expect.stringContaining('The count of 4 December 2026 says 5 to 9.'),
      ]);
    });

    it('by the database too', async () => {
      const me = world.personId('submitter');
      const silent = 'fewer cases are closed than were counted before, and nothing says why';
      expect(await trust.sql(countRow(me, '0', null))).toContain(silent);
      expect(await trust.sql(countRow(me, '10+', null, '2026-12-02'))).toContain(silent);
      expect(await trust.sql(countRow(me, '0', ' '))).toContain('why fewer are closed is said in words');
      expect(await trust.sql(countRow(me, '0', 'Two were opened again.'))).not.toContain(silent);
    });

    it('and where it says why, everyone reads it beside the count', async () => {
      const why = 'Three people were counted twice on 4 December, by two teams.';
      expect((await counted('1-4', DAY, { fewerBecause: why })).status).toBe(201);
      const visitor = await world.reader('submitter');
      expect((await visitor.open(placeOf(ordered))).text).toContain(
        `closed since the order: 1 to 4. Why fewer are closed than another count says: ${why}`,
      );
      const { text } = await stage.send(null, `halts/${ordered}`);
      expect((JSON.parse(text) as { steps: object[] }).steps.at(-1)).toMatchObject({
        ...{ closedSince: '1-4', fewerBecause: why },
      });
      expect((await counted('10+', DAY)).status).toBe(201);
    });
  });

  describe('is offered a check', () => {
    it('only as far as the database would take it: not who ordered it, nor who answered, and a colleague of each is', async () => {
      const submitter = await world.reader('submitter');
      const guardian = await world.reader('guardian');
      const halt = await order(stage.commissioner, stage.commissionerId);
      expect(await offered(submitter, halt)).toEqual(['acknowledge', 'count', 'stopped', 'check']);
      expect((await trust.post(`halts/${halt}/acknowledgement`, aStep(DAY))).status).toBe(201);
      expect(await offered(submitter, halt)).toEqual(['count', 'stopped']);
      expect(await offered(guardian, halt)).toEqual(['check']);
      expect(await offered(stage.commissioner.page, halt)).toEqual(['lift']);
      expect(await offered(stage.colleague.page, halt)).toEqual(['check', 'lift']);
      for (const reader of [submitter, stage.commissioner.page]) {
        await reader.open(`${placeOf(halt)}/check`);
        expect([reader.status, reader.text]).toEqual([
          403,
          expect.stringContaining('Ask a colleague to check it.'),
        ]);
      }
      const row = checkRow(halt, stage.commissioner.personId, 'COMMISSIONER', stage.commissionerId);
      expect(await stage.sqlAs(stage.commissioner, row)).toContain('nobody checks a halt that they ordered');
    });

    it('and whoever checked is offered nothing that answers for it', async () => {
      const submitter = await world.reader('submitter');
      const halt = await order(stage.nhsEngland, stage.nhsEnglandId);
      const check = aStep(DAY, { givenFor: 'trust', finding: 'cannot-tell' });
      expect((await trust.post(`halts/${halt}/checks`, check)).status).toBe(201);
      expect(await offered(submitter, halt)).toEqual(['check']);
      expect((await trust.post(`halts/${halt}/stopping`, aStep(DAY))).status).toBe(409);
    });

    it('and nobody learns the parts of others in an order', async () => {
      const parts = `DO $$ BEGIN ASSERT deployments.own_parts_in_halt('${ordered}') <@ '{OF_THE_TRUST}', 'a part of another'; END $$`;
      expect(await stage.sqlAs(stage.elsewhere, parts)).toBe('done');
      expect(await trust.sql(parts)).toContain('a part of another');
    });
  });
});
