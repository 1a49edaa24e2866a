import { PartnersQueries } from '../../src/data-sharing/partners/partners.queries.js';
import { partsByPartner } from '../../src/data-sharing/partners/parts-of-record.js';
import { DeploymentsQueries } from '../../src/deployments/finding/deployments.queries.js';
import { VISITOR } from '../../src/identity/actor.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { newScheme, publishedScheme, registered, somebody } from '../support/deployments.js';
import { anOrganisation } from '../support/organisations.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { signedIn, type SignedIn } from '../support/signed-in.js';

describe('Agencies are picked from the register of organisations', () => {
  let world: RunningCandour;
  let trust: Uuid;
  let police: Uuid;
  let submitter: SignedIn;
  let scheme: Uuid;

  beforeAll(async () => {
    world = await runningCandour();
    const [one, force] = await registered(
      world.app,
      anOrganisation({ name: 'Example Mental Health Trust' }),
      anOrganisation({
        name: 'Northshire Police',
        type: 'POLICE_FORCE',
        otherNames: ['Northshire Constabulary'],
      }),
      anOrganisation({ name: 'Northshire Ambulance Service', type: 'NHS_AMBULANCE' }),
    );
    [trust, police] = [one?.id ?? '', force?.id ?? ''];
    submitter = await signedIn(world, 'TRUST_SUBMITTER', trust);
    scheme = await publishedScheme(
      world.app,
      somebody('TRUST_SUBMITTER', trust),
      newScheme(trust, { agencies: [] }),
    );
  });

  afterAll(() => world.close());

  it('by a name that leads to one alone, any that it goes by', async () => {
    const page = await submitter.page.open(`/deployments/${scheme}/agencies`);
    page.fill('Name or ODS code of the agency', 'northshire constabulary').choose('Police');
    await page.press('Add the agency');
    expect(page.notice).toBe('The agency was added');
    expect(await agencies()).toMatchObject([{ name: 'Northshire Police', organisation: { id: police } }]);
  });

  it('or out of those that are near, where the name leads to none', async () => {
    const page = await submitter.page.open(`/deployments/${scheme}/agencies`);
    page.fill('Name or ODS code of the agency', 'Northshire Ambulance').choose('Ambulance service');
    await page.press('Add the agency');
    expect(page.issues).toEqual(['Select which organisation it is, or that it is not in the register']);
    await page.choose('Northshire Ambulance Service').press('Add the agency');
    expect(page.notice).toBe('The agency was added');
    expect(await agencies()).toHaveLength(2);
  });

  it('and one that the register lacks is kept by name, and shown as such', async () => {
    const page = await submitter.page.open(`/deployments/${scheme}/agencies`);
    page
      .fill('Name or ODS code of the agency', 'A small charity')
      .choose('Voluntary or community organisation');
    await page.press('Add the agency');
    expect(page.status).toBe(422);
    page.choose('It is not in the register of organisations: keep it by the name that I typed');
    await page.press('Add the agency');
    expect(page.text).toMatch(/A small charity\s+Not in the register of organisations/);
  });

  it('but not one that the register holds', async () => {
    const answer = await fetch(`${world.address}/api/v1/deployments/${scheme}/agencies`, {
      method: 'POST',
      headers: { authorization: `Bearer ${submitter.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Northshire Police', pick: 'not-in-register', part: 'OTHER' }),
    });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('The register holds “Northshire Police”');
  });

  it('and no name that was typed lets a partner read: only who was picked is told', async () => {
    const queries = world.app.get(PartnersQueries);
    const typed = await publishedScheme(
      world.app,
      somebody('TRUST_SUBMITTER', trust),
      newScheme(trust, { agencies: [{ name: 'Northshire Police', part: 'POLICE' }] }),
    );
    const actor = somebody('TRUST_SUBMITTER', trust);
    const offered = async (id: Uuid) => (await queries.ofScheme(actor, id)).map(({ label }) => label);
    expect(await offered(typed)).toEqual(['Example Mental Health Trust']);
    expect(await offered(scheme)).toContain('Northshire Police');
    const { key } = (await agencies())[0]?.organisation ?? { key: '' };
    const named = new Map([[key, police]]);
    expect(partsByPartner({ parties: [{ orgId: key }] }, named, trust).size).toBe(0);
    expect(partsByPartner({ parties: [{ orgId: 'police', registerKey: key }] }, named, trust).size).toBe(1);
  });

  async function agencies() {
    const found = await world.app.get(DeploymentsQueries).named(VISITOR, scheme);
    return found.agencies.filter(({ organisation }) => organisation !== null).sort(byName);
  }
});

function byName(one: { name: string }, other: { name: string }): number {
  return other.name.localeCompare(one.name);
}
