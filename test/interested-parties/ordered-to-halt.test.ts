import { DeploymentsQueries } from '../../src/deployments/finding/deployments.queries.js';
import { DeploymentsService } from '../../src/deployments/recording/deployments.service.js';
import { VISITOR } from '../../src/identity/actor.js';
import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { registered } from '../support/deployments.js';
import { anOrder, aStep, haltStage, type HaltStage } from '../support/halts.js';
import { interestedParty, type InterestedParty } from '../support/interested-party.js';
import { anOrganisation } from '../support/organisations.js';
import { settledReview } from '../support/publication.js';
import {
  assignedAndClear,
  servedReviewWorld,
  startedReview,
  type ServedReviewWorld,
} from '../support/reviews.js';
import type { SignedIn } from '../support/signed-in.js';

const DAY = '2026-12-08';
const NOT_PERMITTED = /permission denied|row-level security/;

/**
 * An order to halt is wanted gone by the trust that must stop, and wanted given by people who may not give it. What each
 * tries by pages, programs and the database leaves it as it was.
 */
describe('Whoever would like an order to halt to be otherwise', () => {
  let world: ServedReviewWorld;
  let stage: HaltStage;
  let trust: InterestedParty;
  let leadBefore: InterestedParty;
  let unsettled: Uuid;
  let settled: Uuid;
  let ordered: Uuid;

  beforeAll(async () => {
    world = await servedReviewWorld();
    ({ reviewId: unsettled } = await startedReview(world));
    await assignedAndClear(world, unsettled, 'lead', 'lead');
    world.clock.setTo(DAY);
    stage = await haltStage(world);
    trust = interestedParty(world, 'submitter');
    leadBefore = interestedParty(world, 'lead');
    ordered = await order(stage.nhsEngland, stage.nhsEnglandId);
  }, 60_000);

  afterAll(() => world.close());

  async function order(by: SignedIn, givenFor: Uuid, different: object = {}): Promise<Uuid> {
    const given = anOrder(givenFor, DAY, different);
    const { status, text } = await stage.send(by, `deployments/${stage.scheme}/halts`, given);
    expect([status, text]).toEqual([201, expect.stringContaining('id')]);
    return (JSON.parse(text) as { id: Uuid }).id;
  }

  async function stateOf(id: Uuid): Promise<string> {
    const { text } = await stage.send(null, `halts/${id}`);
    return (JSON.parse(text) as { state: string }).state;
  }

  /** A row of an order, as somebody would write it past the application. */
  function orderRow(
    outside: string,
    organisation: Uuid | null,
    review: Uuid | null,
    by: Uuid,
    holds = DAY,
  ): string {
    const text = (value: string | null): string => (value === null ? 'NULL' : `'${value}'`);
    return `INSERT INTO deployments.halt (id, revision, deployment_id, lead_organisation_id, published, ordered_by, ordered_on,
        effective_on, reason, outside, organisation_id, review_id, ordered_by_person, recorded_on)
      SELECT '${newId()}', 1, d.id, d.lead_organisation_id, true, 'Director', '${DAY}', '${holds}', 'It must stop.', '${outside}',
        ${text(organisation)}, ${text(review)}, '${by}', '${DAY}' FROM deployments.deployment d WHERE d.id = '${stage.scheme}'`;
  }

  /** A row of a step, likewise. */
  function stepRow(
    kind: string,
    side: string,
    by: Uuid,
    more: { organisation?: Uuid; finding?: string } = {},
  ): string {
    return `INSERT INTO deployments.halt_step (id, revision, halt_id, deployment_id, lead_organisation_id, outside, ordered_for,
        review_id, seq, kind, side, organisation_id, post, happened_on, text, finding, taken_by, taken_on)
      SELECT '${newId()}', 1, h.id, h.deployment_id, h.lead_organisation_id, h.outside, h.organisation_id, h.review_id,
        1 + (SELECT count(*) FROM deployments.halt_step s WHERE s.halt_id = h.id), '${kind}', '${side}',
        ${more.organisation === undefined ? 'h.lead_organisation_id' : `'${more.organisation}'`}, 'Director', '${DAY}', 'So.',
        ${more.finding === undefined ? 'NULL' : `'${more.finding}'`}, '${by}', '${DAY}'
      FROM deployments.halt h WHERE h.id = '${ordered}'`;
  }

  /** Gives somebody a post in the trust too, behind the scenes. */
  async function alsoGuards({ personId }: SignedIn): Promise<void> {
    await world.superuser.query("SET session_replication_role = 'replica'");
    await world.superuser.query(
      `INSERT INTO identity.membership (id, revision, person_id, role, organisation_id, granted_on)
       VALUES ($1, 1, $2, 'CALDICOTT_GUARDIAN', $3, '2026-01-01')`,
      [newId(), personId, world.trustId],
    );
    await world.superuser.query("SET session_replication_role = 'origin'");
  }

  describe('the trust that must stop', () => {
    it('does not lift an order of NHS England, by a page, a program or the database', async () => {
      const place = `/deployments/${stage.scheme}/halts/${ordered}`;
      expect((await trust.page(`${place}/lift`)).status).toBe(403);
      expect((await trust.page(place)).text).not.toContain('Lift the order');
      expect((await trust.post(`halts/${ordered}/lift`, aStep(DAY))).status).toBe(403);
      const me = world.personId('submitter');
      expect(await trust.sql(stepRow('lifted', 'TRUST', me))).toMatch(
        /only whoever ordered a halt lifts it|row-level/,
      );
      expect(
        await trust.sql(stepRow('lifted', 'NHS_ENGLAND', me, { organisation: stage.nhsEnglandId })),
      ).toContain('whoever holds a post in the trust neither checks nor lifts from outside it');
      expect(await stateOf(ordered)).toBe('NOT_ACKNOWLEDGED');
    });

    it('nor rewrites or removes it, nor does the operator, nor a step about it even the owner', async () => {
      for (const text of [
        `UPDATE deployments.halt SET effective_on = '2030-01-01' WHERE id = '${ordered}'`,
        `UPDATE deployments.halt SET outside = NULL WHERE id = '${ordered}'`,
        `DELETE FROM deployments.halt WHERE id = '${ordered}'`,
        'DELETE FROM deployments.halt_step',
      ])
        expect([text, await trust.sql(text)]).toEqual([text, expect.stringMatching(NOT_PERMITTED)]);
      const { rows } = await world.superuser.query<{ may: string }>(
        `SELECT privilege_type || ' ' || column_name AS may FROM information_schema.column_privileges
         WHERE grantee IN ('candour_operator', 'candour_member') AND table_schema = 'deployments'
           AND table_name IN ('halt', 'halt_step') AND privilege_type = 'UPDATE' AND column_name NOT IN ('published', 'revision')
         UNION SELECT privilege_type FROM information_schema.table_privileges
         WHERE grantee = 'candour_operator' AND table_schema = 'deployments' AND table_name IN ('halt', 'halt_step')
           AND privilege_type IN ('INSERT', 'DELETE')`,
      );
      expect(rows).toEqual([]);
    });

    it('does not write down an order as if NHS England had given it', async () => {
      const me = world.personId('submitter');
      expect(await trust.sql(orderRow('NHS_ENGLAND', stage.nhsEnglandId, null, me))).toContain(
        'this body neither commissions nor pays for the scheme, and is not NHS England',
      );
    });

    it('does not check by whoever acknowledged, counted or said that it stopped, whatever post they name', async () => {
      expect((await trust.post(`halts/${ordered}/acknowledgement`, aStep(DAY))).status).toBe(201);
      expect((await trust.post(`halts/${ordered}/acknowledgement`, aStep(DAY))).status).toBe(409);
      const check = aStep(DAY, { givenFor: 'trust', finding: 'in-effect', post: 'Somebody else entirely' });
      const refused = await trust.post(`halts/${ordered}/checks`, check);
      expect([refused.status, refused.text]).toEqual([
        409,
        expect.stringContaining('nobody checks a halt that they ordered, acknowledged, counted'),
      ]);
      const me = world.personId('submitter');
      expect(await trust.sql(stepRow('checked', 'TRUST', me, { finding: 'in-effect' }))).toContain(
        'nobody checks a halt',
      );
      expect(await stateOf(ordered)).toBe('ACKNOWLEDGED');
    });

    it('nor answers by whoever checked', async () => {
      const other = await order(stage.commissioner, stage.commissionerId);
      const check = aStep(DAY, { givenFor: 'trust', finding: 'cannot-tell' });
      const checked = { ...check, once: newId() };
      const sent = async (halt: string, different = {}): Promise<number> =>
        (await trust.post(`halts/${halt}/checks`, { ...checked, ...different })).status;
      expect([await sent(other), await sent(other)]).toEqual([201, 201]);
      expect(await sent(other, { finding: 'in-effect' })).toBe(409);
      expect(await sent(await order(stage.commissioner, stage.commissionerId))).toBe(409);
      const stopped = await trust.post(`halts/${other}/stopping`, aStep(DAY));
      expect([stopped.status, stopped.text]).toEqual([
        409,
        expect.stringContaining('whoever checked a halt does not answer for it'),
      ]);
    });

    it('does not tell the scheme as beginning again while an order stands, though its own state says otherwise', async () => {
      const step = {
        to: 'LIVE',
        happened: DAY,
        reason: 'The rota is full again and two people were trained.',
      };
      const refused = await trust.post(`deployments/${stage.scheme}/steps`, step);
      expect([refused.status, refused.text]).toEqual([
        409,
        expect.stringContaining('an order to halt stands'),
      ]);
      const { revision } = await world.service(DeploymentsQueries).named(VISITOR, stage.scheme);
      const mended = { state: 'LIVE', stateAt: '2026-12', whyMended: 'It runs.', version: revision };
      const unmended = await trust.post(`mending/deployment/${stage.scheme}`, mended);
      expect([unmended.status, unmended.text]).toEqual([
        409,
        expect.stringContaining('an order to halt stands'),
      ]);
      const sql = `UPDATE deployments.deployment SET state_code = 'LIVE' WHERE id = '${stage.scheme}'`;
      expect(await trust.sql(sql)).toContain('an order to halt stands');
    });

    it('is not outside its own scheme, though it calls itself who pays for it', async () => {
      const submitter = await world.as('submitter');
      const paying = { organisationId: world.trustId, part: 'FUNDER' } as const;
      await world.service(DeploymentsService).addAgency(submitter, world.deploymentId, paying);
      const own = await stage.newcomer(world.trustId);
      const given = anOrder(world.trustId, DAY);
      expect((await stage.send(own, `deployments/${stage.scheme}/halts`, given)).status).toBe(403);
      const check = aStep(DAY, { givenFor: world.trustId, finding: 'in-effect' });
      expect((await stage.send(own, `halts/${ordered}/checks`, check)).status).toBe(403);
    });

    it('keeps the order when it says that who pays plays another part, and takes them out: who ever was said to pay still orders', async () => {
      const theirs = await order(stage.commissioner, stage.commissionerId);
      const before = await world.service(DeploymentsQueries).named(VISITOR, stage.scheme);
      const agency = before.agencies.find(({ organisation }) => organisation?.id === stage.commissionerId);
      const entry = `mending/deployment-agency/${agency?.id ?? ''}`;
      const changed = { part: 'OTHER', whyMended: 'They only look on, since this week.', version: 1 };
      expect((await trust.post(entry, changed)).status).toBe(200);
      const put = { reason: 'They no longer pay for it, since this week.', version: 2 };
      expect((await trust.post(`${entry}/withdrawn`, put)).status).toBe(200);
      const again = anOrder(stage.commissionerId, DAY);
      expect((await stage.send(stage.colleague, `deployments/${stage.scheme}/halts`, again)).status).toBe(
        201,
      );
      const check = aStep(DAY, { givenFor: stage.commissionerId, finding: 'not-in-effect' });
      expect((await stage.send(stage.colleague, `halts/${ordered}/checks`, check)).status).toBe(201);
      const after = await world.service(DeploymentsQueries).named(VISITOR, stage.scheme);
      expect(after.halts.map(({ id }) => id)).toEqual(
        expect.arrayContaining(before.halts.map(({ id }) => id)),
      );
      expect((await stage.send(stage.colleague, `halts/${theirs}/lift`, aStep(DAY))).status).toBe(201);
    });

    it('calls nobody outside it who works in it: a police force that is said to pay neither orders nor checks', async () => {
      const [force] = await registered(
        world.candour,
        anOrganisation({ name: 'Example Vale Police', type: 'POLICE_FORCE' }),
      );
      const forceId = force?.id ?? stage.commissionerId;
      const paying = { organisationId: forceId, part: 'FUNDER' } as const;
      const submitter = await world.as('submitter');
      await world.service(DeploymentsService).addAgency(submitter, world.deploymentId, paying);
      const officer = await stage.newcomer(forceId);
      const given = anOrder(forceId, DAY);
      expect((await stage.send(officer, `deployments/${stage.scheme}/halts`, given)).status).toBe(403);
      const row = orderRow('COMMISSIONER', forceId, null, officer.personId);
      expect(await stage.sqlAs(officer, row)).toContain('this body neither commissions nor pays');
      const check = aStep(DAY, { givenFor: forceId, finding: 'in-effect' });
      expect((await stage.send(officer, `halts/${ordered}/checks`, check)).status).toBe(403);
    });

    it('takes no words of a part where the whole must stop, so that nothing typed is lost', async () => {
      const both = anOrder(stage.nhsEnglandId, DAY, { what: 'whole', scope: 'Only visits at night' });
      const refused = await stage.send(stage.nhsEngland, `deployments/${stage.scheme}/halts`, both);
      expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('Leave the part out')]);
    });

    it('puts no order off until nobody asks any more: it holds within 12 months', async () => {
      const far = anOrder(stage.nhsEnglandId, DAY, { when: 'on-a-day', effectiveOn: '2100-12-31' });
      const refused = await stage.send(stage.nhsEngland, `deployments/${stage.scheme}/halts`, far);
      expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('within 12 months')]);
      const late = orderRow('NHS_ENGLAND', stage.nhsEnglandId, null, stage.nhsEngland.personId, '2100-12-31');
      expect(await stage.sqlAs(stage.nhsEngland, late)).toContain('an order to halt holds within a year');
    });

    it('is not outside its own scheme through a second post of one of its people in the body that ordered', async () => {
      const both = await stage.newcomer(stage.nhsEnglandId);
      await alsoGuards(both);
      const row = orderRow('NHS_ENGLAND', stage.nhsEnglandId, null, both.personId);
      const given = anOrder(stage.nhsEnglandId, DAY);
      expect((await stage.send(both, `deployments/${stage.scheme}/halts`, given)).status).toBe(403);
      expect(await stage.sqlAs(both, row)).toContain('this body neither commissions nor pays');
      const check = aStep(DAY, { givenFor: stage.nhsEnglandId, finding: 'in-effect' });
      expect((await stage.send(both, `halts/${ordered}/checks`, check)).status).toBe(422);
      expect((await stage.send(both, `halts/${ordered}/lift`, aStep(DAY))).status).toBe(403);
      const page = await both.page.open(`/deployments/${stage.scheme}/halts/${ordered}`);
      expect(page.text).toContain('Check whether it stopped');
      expect(page.text).not.toContain('Lift the order');
      for (const [kind, more] of [
        ['checked', { organisation: stage.nhsEnglandId, finding: 'in-effect' }],
        ['lifted', { organisation: stage.nhsEnglandId }],
      ] as const)
        expect(await stage.sqlAs(both, stepRow(kind, 'NHS_ENGLAND', both.personId, more))).toContain(
          'whoever holds a post in the trust',
        );
    });
  });

  describe('people outside it', () => {
    it('do not order a halt of a scheme of another area', async () => {
      const given = anOrder(stage.elsewhereId, DAY);
      const refused = await stage.send(stage.elsewhere, `deployments/${stage.scheme}/halts`, given);
      expect([refused.status, refused.text]).toEqual([
        403,
        expect.stringContaining('who commissions or pays for it'),
      ]);
      expect((await stage.elsewhere.page.open(`/deployments/${stage.scheme}/halts/new`)).status).toBe(403);
      const row = orderRow('COMMISSIONER', stage.elsewhereId, null, stage.elsewhere.personId);
      expect(await stage.sqlAs(stage.elsewhere, row)).toContain('this body neither commissions nor pays');
    });

    it('do not lift what NHS England ordered, nor check what they ordered themselves', async () => {
      expect((await stage.send(stage.commissioner, `halts/${ordered}/lift`, aStep(DAY))).status).toBe(403);
      const row = stepRow('lifted', 'NHS_ENGLAND', stage.commissioner.personId, {
        organisation: stage.nhsEnglandId,
      });
      expect(await stage.sqlAs(stage.commissioner, row)).toMatch(NOT_PERMITTED);
      const check = aStep(DAY, { givenFor: stage.nhsEnglandId, finding: 'in-effect' });
      const own = await stage.send(stage.nhsEngland, `halts/${ordered}/checks`, check);
      expect([own.status, own.text]).toEqual([
        409,
        expect.stringContaining('nobody checks a halt that they ordered'),
      ]);
    });

    it('date no check before the order or ahead, and say something', async () => {
      const other = await stage.newcomer(stage.nhsEnglandId);
      const check = (different: object) =>
        stage.send(
          other,
          `halts/${ordered}/checks`,
          aStep(DAY, { givenFor: stage.nhsEnglandId, finding: 'in-effect', ...different }),
        );
      for (const different of [
        { happenedOn: '2026-12-07' },
        { happenedOn: '2026-12-09' },
        { text: 'See above' },
      ])
        expect([different, (await check(different)).status]).toEqual([different, 422]);
      const filler = anOrder(stage.nhsEnglandId, DAY, { reason: 'n/a' });
      expect((await stage.send(other, `deployments/${stage.scheme}/halts`, filler)).status).toBe(422);
      for (const day of ['2026-12-09', '1926-12-08', '2011-12-31'])
        expect([
          day,
          (await stage.send(other, `deployments/${stage.scheme}/halts`, anOrder(stage.nhsEnglandId, day)))
            .status,
        ]).toEqual([day, 422]);
    });

    it('lift an order once, however many try at the same moment', async () => {
      const id = await order(stage.nhsEngland, stage.nhsEnglandId);
      const other = await stage.newcomer(stage.nhsEnglandId);
      const lift = (by: SignedIn) => stage.send(by, `halts/${id}/lift`, aStep(DAY));
      const statuses = (await Promise.all([lift(stage.nhsEngland), lift(other)])).map(({ status }) => status);
      expect(statuses.sort()).toEqual([201, 409]);
      expect((await trust.post(`halts/${id}/stopping`, aStep(DAY))).status).toBe(409);
      expect(await stateOf(id)).toBe('LIFTED');
    });
  });

  describe('who leads a review', () => {
    it('orders nothing before a red line is settled at 0 or 1', async () => {
      const given = anOrder(unsettled, DAY);
      expect((await leadBefore.post(`deployments/${stage.scheme}/halts`, given)).status).toBe(403);
      const row = orderRow('REVIEWER', null, unsettled, world.personId('lead'));
      expect(await leadBefore.sql(row)).toContain('no red line was settled at 0 or 1');
    });

    it('orders it afterwards, naming the review, and only who leads that review lifts it', async () => {
      ({ reviewId: settled } = await settledReview(world));
      const lead = interestedParty(world, 'lead');
      const given = anOrder(settled, '2026-12-08', { post: 'Lead reviewer' });
      const answer = await lead.post(`deployments/${stage.scheme}/halts`, given);
      expect([answer.status, answer.text]).toEqual([201, expect.anything()]);
      const id = String(answer.body['id']);
      const { text } = await stage.send(null, `halts/${id}`);
      expect(JSON.parse(text)).toMatchObject({ outside: 'REVIEWER', reviewId: settled, organisation: null });
      expect((await trust.post(`halts/${id}/lift`, aStep(DAY))).status).toBe(403);
      expect((await stage.send(stage.nhsEngland, `halts/${id}/lift`, aStep(DAY))).status).toBe(403);
      expect((await interestedParty(world, 'first').post(`halts/${id}/lift`, aStep(DAY))).status).toBe(403);
      expect((await interestedParty(world, 'otherLead').post(`halts/${id}/lift`, aStep(DAY))).status).toBe(
        201,
      );
      expect(await stateOf(id)).toBe('LIFTED');
    }, 60_000);
  });
});
