import { FlowsQueries } from '../../src/data-sharing/flow/flows.queries.js';
import type { FlowContent } from '../../src/legal-basis/record/flow-content.js';
import { PartnersQueries } from '../../src/data-sharing/partners/partners.queries.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { aFlow, drafted, submittedFlow } from '../support/data-flows.js';
import { registered, somebody } from '../support/deployments.js';
import { anOrganisation } from '../support/organisations.js';
import { runningCandour } from '../support/running-candour.js';
import { reviewWorld, type ReviewWorld } from '../support/reviews.js';
import { signedIn } from '../support/signed-in.js';

const ALL = { limit: 100, after: null };

describe('A police partner sees what is recorded in its name, and nothing else', () => {
  let world: ReviewWorld;
  let queries: PartnersQueries;
  let force: { readonly id: Uuid; readonly key: string };
  let other: { readonly id: Uuid; readonly key: string };

  beforeAll(async () => {
    world = await reviewWorld();
    queries = world.service(PartnersQueries);
    const [one, two] = await registered(
      world.candour,
      anOrganisation({ name: 'Example Police', type: 'POLICE_FORCE', odsCode: 'XP1' }),
      anOrganisation({ name: 'Other Police', type: 'POLICE_FORCE' }),
    );
    if (!one || !two) throw new Error('The forces were not registered.');
    [force, other] = [one, two];
  });

  afterAll(() => world.close());

  it('once the flow is submitted, and only its own assertions and policy documents', async () => {
    const officer = somebody('POLICE_PARTNER', force.id);
    await drafted(world, shared(force.key));
    expect((await queries.inOurName(officer, ALL)).items).toEqual([]);
    const id = await submittedFlow(world, shared(force.key));
    const { items } = await queries.inOurName(officer, ALL);
    expect(items).toMatchObject([{ flowId: id, version: 1, partner: 'Example Police' }]);
    const [part] = items;
    expect(part?.content).toMatchObject({
      parties: [{ orgId: 'police' }],
      assertions: [{ controllerOrgId: 'police', leaPurpose: 'PREVENTION' }],
      policyDocuments: [{ id: 'police-apd' }],
    });
    const json = JSON.stringify(items);
    for (const secret of ['ambulance', 'trust-apd', 'What only the trust asserts', 'necessity'])
      expect(json).not.toContain(secret);
    expect(await world.service(FlowsQueries).one(officer, id)).toBeNull();
  });

  it('whichever way the record names it: key, ODS code or id', async () => {
    const officer = somebody('POLICE_PARTNER', force.id);
    const before = (await queries.inOurName(officer, ALL)).items.length;
    for (const name of ['xp1', ' XP1 ', force.id]) await submittedFlow(world, shared(name));
    expect((await queries.inOurName(officer, ALL)).items).toHaveLength(before + 3);
    await submittedFlow(world, shared('nobody in the register'));
    await submittedFlow(world, shared('\0'.replace('\0', "'; DROP TABLE data_sharing.flow_part; --")));
    expect((await queries.inOurName(officer, ALL)).items).toHaveLength(before + 3);
  });

  it('and nothing of another force, in the service or in PostgreSQL', async () => {
    await submittedFlow(world, shared(force.key));
    const [part] = (await queries.inOurName(somebody('POLICE_PARTNER', force.id), ALL)).items;
    const stranger = somebody('POLICE_PARTNER', other.id);
    expect((await queries.inOurName(stranger, ALL)).items).toEqual([]);
    expect(await queries.one(stranger, part?.id ?? '')).toBeNull();
    for (const role of ['candour_public', 'candour_receipt']) expect(await mayRead(role)).toBe(false);
  });

  async function mayRead(role: string): Promise<boolean> {
    const { rows } = await world.superuser.query<{ may: boolean }>(
      "SELECT has_table_privilege($1, 'data_sharing.flow_part', 'SELECT') AS may",
      [role],
    );
    return rows[0]?.may === true;
  }
});

describe('The page of a police partner', () => {
  it('opens for partners and auditors alone, and says so when there is nothing', async () => {
    const world = await runningCandour();
    try {
      const { page, token } = await signedIn(world, 'POLICE_PARTNER');
      await page.open('/recorded-in-our-name');
      expect(page.text).toContain('No submitted flow names your organisation yet.');
      expect(page.find('nav').text()).toContain('In your name');
      expect((await page.open('/recorded-in-our-name/nonsense')).status).toBe(404);
      const answer = await fetch(`${world.address}/api/v1/flow-parts`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(await answer.json()).toEqual({ items: [], next: null });
      for (const role of ['TRUST_SUBMITTER', 'REVIEWER', 'ADMIN', 'USER_GROUP_MEMBER'] as const)
        expect((await (await signedIn(world, role)).page.open('/recorded-in-our-name')).status).toBe(403);
    } finally {
      await world.close();
    }
  });
});

/** A flow with the police whose record names them so. */
function shared(registerKey: string): FlowContent {
  return aFlow({
    title: 'Plans to the officer in the team',
    recipientOrgIds: ['police'],
    parties: [
      { orgId: 'trust', name: 'Example Trust', orgType: 'NHS_MH_TRUST', role: 'CONTROLLER' },
      { orgId: 'police', name: 'Example Police', orgType: 'POLICE_FORCE', role: 'CONTROLLER', registerKey },
    ],
    assertions: [
      { controllerOrgId: 'trust', functionCitation: 'What only the trust asserts', apdId: 'trust-apd' },
      { controllerOrgId: 'police', regime: 'DPA_PART3', leaPurpose: 'PREVENTION' },
    ],
    policyDocuments: [
      { id: 'trust-apd', orgId: 'trust' },
      { id: 'police-apd', orgId: 'police' },
    ],
  });
}
