import { DETAIL_NAMES, NOT_YET_SAID } from '../../src/deployments/deployment.entity.js';
import { CorrectDeployment } from '../../src/deployments/recording/deployment.forms.js';
import { DeploymentsService } from '../../src/deployments/recording/deployments.service.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { snakeCase } from '../../src/platform/database/recorded.js';
import { registered, somebody, newScheme } from '../support/deployments.js';
import { anOrganisation } from '../support/organisations.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { signedIn } from '../support/signed-in.js';

const SAID = 'https://example.org/said-before';
const MAY_BE_LEFT_OUT = DETAIL_NAMES.filter((name) => Object.hasOwn(NOT_YET_SAID, name));

describe('A trust that corrects its record changes what it sends, and nothing else', () => {
  let world: RunningCandour;
  let trust: Uuid;
  let token: string;

  beforeAll(async () => {
    world = await runningCandour();
    const [one] = await registered(world.app, anOrganisation({ name: 'Example Mental Health Trust' }));
    trust = one?.id ?? '';
    ({ token } = await signedIn(world, 'TRUST_SUBMITTER', trust));
  });

  afterAll(() => world.close());

  it.each(MAY_BE_LEFT_OUT)('so that “%s” stays when a program does not send it', async (name) => {
    const id = await registeredWith(name);
    const answer = await corrected(id, { title: 'Another title' });
    expect(answer).toMatchObject({ status: 200, body: { title: 'Another title', [name]: SAID } });
  });

  it.each(MAY_BE_LEFT_OUT)('and takes “%s” back when it sends null', async (name) => {
    const id = await registeredWith(name);
    expect(await corrected(id, { [name]: null })).toMatchObject({ status: 200, body: { [name]: null } });
  });

  it.each(MAY_BE_LEFT_OUT)('and on the page takes “%s” back by emptying its box', async (name) => {
    const id = await registeredWith(name);
    const { page } = await signedIn(world, 'TRUST_SUBMITTER', trust);
    await page.open(`/deployments/${id}/details`);
    expect(page.find(`#${name}`).val()).toBe(SAID);
    await page.fill(CorrectDeployment.field(name).wording.label, '').press('Save');
    expect(page.notice).toBe('The record was corrected');
    expect(page.text).not.toContain(SAID);
  });

  it('and nothing that is unfit is taken', async () => {
    const id = await registeredWith('note');
    expect(await corrected(id, { title: '' })).toMatchObject({ status: 422 });
    expect(await corrected(id, { note: '' })).toMatchObject({ status: 422 });
    expect(await corrected(id, { note: 7 })).toMatchObject({ status: 422 });
    expect(await corrected(id, { version: 0 })).toMatchObject({ status: 409 });
  });

  it('and only an address of the web becomes a link', async () => {
    const id = await registeredWith('website');
    for (const website of ['javascript:alert(1)', 'www.example.org', 'https://', 'http://a b'])
      expect([website, (await corrected(id, { website })).status]).toEqual([website, 422]);
    const { page } = await signedIn(world, 'TRUST_SUBMITTER', trust);
    await page.open(`/deployments/${id}`);
    expect(page.find(`a[href="${SAID}"]`).attr('rel')).toBe('nofollow noreferrer');
  });

  /** A scheme of the trust in which this has been said. */
  async function registeredWith(name: (typeof DETAIL_NAMES)[number]): Promise<Uuid> {
    const submitter = somebody('TRUST_SUBMITTER', trust);
    const { id } = await world.app.get(DeploymentsService).register(submitter, newScheme(trust));
    await world.superuser.query(`SET session_replication_role = 'replica'`);
    await world.superuser.query(`UPDATE deployments.deployment SET ${snakeCase(name)} = $2 WHERE id = $1`, [
      id,
      SAID,
    ]);
    await world.superuser.query('RESET session_replication_role');
    return id;
  }

  async function corrected(id: Uuid, sent: object): Promise<{ status: number; body: unknown }> {
    const { title, area } = newScheme(trust);
    const response = await fetch(`${world.address}/api/v1/deployments/${id}/correction`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ title, area, version: 1, ...sent }),
    });
    return { status: response.status, body: await response.json() };
  }
});
