import { DeploymentsQueries } from '../../src/deployments/finding/deployments.queries.js';
import { OPERATOR } from '../../src/identity/actor.js';
import { Verification } from '../../src/ledger/verification/verification.js';
import { SuccessionsService } from '../../src/organisations/succeeding/successions.service.js';
import { newId } from '../../src/kernel/identifiers.js';
import { newScheme, publishedScheme, registered, somebody } from '../support/deployments.js';
import { anOrganisation } from '../support/organisations.js';
import { PageReader } from '../support/page-reader.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { signedIn } from '../support/signed-in.js';

const SOURCE = 'The Example Trusts (Merger) Order 2024 (invented), 1 October 2024';

describe('An administrator records who took over from a trust', () => {
  let world: RunningCandour;
  let admin: PageReader;

  beforeAll(async () => {
    world = await runningCandour();
    ({ page: admin } = await signedIn(world, 'ADMIN'));
    const [old] = await registered(
      world.app,
      anOrganisation({ key: 'old-vale', odsCode: 'RZ1', name: 'Old Vale NHS Trust', closedOn: '2024-09-30' }),
      anOrganisation({
        key: 'mid-vale',
        odsCode: 'RZ2',
        name: "Mid Vale & St Anne's NHS Trust",
        closedOn: '2025-03-31',
      }),
      anOrganisation({ key: 'new-vale', odsCode: 'RZ3', name: 'New Dale NHS Trust' }),
    );
    const submitter = somebody('TRUST_SUBMITTER', old?.id ?? null);
    const told = newScheme(old?.id ?? '', { title: 'Example triage car', agencies: [] });
    await publishedScheme(world.app, submitter, told);
  });
  afterAll(() => world.close());

  const reader = (): PageReader => new PageReader(world.address);

  async function record(old: string, successor: string, source = SOURCE): Promise<void> {
    await admin.open(`/organisations/${old}`);
    await admin.follow('Record who took over');
    admin.fill('Which organisation took over?', successor).fill('Month', '10').fill('Year', '2024');
    await admin.fill('Where is this said?', source).press('Record');
  }

  it('by the code or the name of the other, with where it is said', async () => {
    await record('old-vale', 'mid vale and st annes nhs trust');
    expect([admin.path, admin.notice]).toEqual(['/organisations/old-vale', 'Recorded who took over']);
    expect(admin.text).toContain(
      `Succeeded by Mid Vale & St Anne's NHS Trust (October 2024; source: ${SOURCE})`,
    );
    await record('mid-vale', 'rz3');
    expect(admin.notice).toBe('Recorded who took over');
    expect((await reader().open('/trusts/new-vale')).text).toContain(
      "Followed Mid Vale & St Anne's NHS Trust",
    );
  });

  it.each([
    ['nobody', 'old-vale', 'Nowhere NHS Trust', /^No organisation in the register has this code or name/],
    ['itself', 'old-vale', 'RZ1', /cannot follow itself/],
    ['what it says already', 'old-vale', 'RZ2', /says already that Mid Vale/],
    [
      'one that it followed, however far back',
      'new-vale',
      'RZ1',
      /says that New Dale NHS Trust followed Old Vale NHS Trust/,
    ],
  ])('and is told why it cannot be %s', async (_, old, successor, reason) => {
    await record(old, successor);
    expect(admin.issues).toEqual([expect.stringMatching(reason)]);
    expect(admin.value('Which organisation took over?')).toBe(successor);
  });

  it('and not without a source', async () => {
    await record('new-vale', 'rz2', '');
    expect(admin.issues).toEqual(['Enter the source']);
  });

  it('so that the scheme of a closed trust leads to who answers now, and who answers now to the scheme', async () => {
    const page = await reader().open('/deployments?q=New+Dale');
    await page.follow('Example triage car');
    expect(page.text).toContain(
      "Old Vale NHS Trust, closed 30 September 2024; succeeded by Mid Vale & St Anne's NHS Trust, then New Dale NHS Trust",
    );
    await page.open('/trusts/new-vale');
    expect(page.text).toContain('Schemes of organisations that it followed');
    expect(page.text).toContain('Example triage car');
    const list = await reader().open('/trusts?q=new+dale');
    await list.follow('New Dale NHS Trust');
    expect(list.path).toBe('/trusts/new-vale');
  });

  it('and takes back what was wrong, with a reason that the log keeps', async () => {
    await admin.open('/organisations/mid-vale');
    await admin.follow('Take this back: Succeeded by New Dale NHS Trust');
    await admin.fill('Why was it wrong?', 'The order names another trust.').press('Take it back');
    expect(admin.text).not.toContain('New Dale');
    expect((await reader().open('/deployments?q=New+Dale')).text).toContain('No scheme was found');
    await record('new-vale', 'rz1');
    expect(admin.notice).toBe('Recorded who took over');
    const { discrepancies } = await world.app.get(Verification).run();
    expect(discrepancies.filter(({ about }) => about.kind === 'succession')).toEqual([]);
  });

  it('and nobody else does', async () => {
    const page = await reader().open('/organisations/old-vale');
    expect(page.text).not.toContain('Record who took over');
    expect(page.text).not.toContain('Take this back');
    expect((await reader().open('/organisations/old-vale/successor')).path).toContain('/sign-in');
    const said = {
      id: newId(),
      predecessor: 'mid-vale',
      successor: 'new-vale',
      tookPlace: null,
      source: SOURCE,
    };
    for (const actor of [
      somebody('LEAD_REVIEWER'),
      somebody('AUDITOR'),
      somebody('TRUST_SUBMITTER', newId()),
    ])
      await expect(world.app.get(SuccessionsService).record(actor, said)).rejects.toMatchObject({
        status: 403,
      });
  });

  it('and the API tells programs who followed the lead of a scheme', async () => {
    const [row] = (
      await world.app.get(DeploymentsQueries).list(OPERATOR, { q: 'triage' }, { limit: 5, after: null })
    ).items;
    const answer = await fetch(`${world.address}/api/v1/deployments/${row?.key ?? ''}`);
    expect(await answer.json()).toMatchObject({
      leadClosedOn: '2024-09-30',
      leadSuccessors: [{ key: 'mid-vale', name: "Mid Vale & St Anne's NHS Trust", closedOn: '2025-03-31' }],
    });
  });
});
