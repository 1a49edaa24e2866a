import { Verification } from '../../src/ledger/verification/verification.js';
import { registered, somebody } from '../support/deployments.js';
import { FormerNamesService } from '../../src/organisations/former-names/former-names.service.js';
import { anOrganisation } from '../support/organisations.js';
import { PageReader } from '../support/page-reader.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { signedIn } from '../support/signed-in.js';

const SOURCE = 'Annual report of the Example Trust 2014/15 (invented), page 3';

describe('An administrator adds a former name that no file holds', () => {
  let world: RunningCandour;
  let admin: PageReader;
  let token: string;
  let id: string;

  beforeAll(async () => {
    world = await runningCandour();
    ({ page: admin, token } = await signedIn(world, 'ADMIN'));
    const [vale] = await registered(
      world.app,
      anOrganisation({
        key: 'vale',
        name: 'Vale NHS Foundation Trust',
        formerNames: [{ name: 'Vale NHS Trust', from: null, until: '2019-04', source: 'a file of the test' }],
      }),
    );
    id = vale?.id ?? '';
  });
  afterAll(() => world.close());

  const reader = (): PageReader => new PageReader(world.address);

  async function add(name: string, years: { from?: string; until?: string }, source = SOURCE): Promise<void> {
    await admin.open('/organisations/vale');
    await admin.follow('Add a former name');
    admin.fill('What was it called?', name).fill('Where is this said?', source);
    for (const [question, year] of [
      ['From when?', years.from],
      ['Until when?', years.until],
    ] as const)
      if (year === undefined)
        admin.choose(`No source says ${question === 'From when?' ? 'from' : 'until'} when`);
      else admin.fillDate(question, { year });
    await admin.press('Add');
  }

  const send = (body: object, as = token): Promise<Response> =>
    fetch(`${world.address}/api/v1/organisations/vale/former-names`, {
      method: 'POST',
      headers: { authorization: `Bearer ${as}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('with where it is said, and everyone finds the organisation by it', async () => {
    expect((await reader().open('/organisations?q=st+osyths')).text).toContain('No organisation');
    await add('St Osyth’s & Vale Priority Care', { until: '2011' });
    expect([admin.path, admin.notice]).toEqual(['/organisations/vale', 'Former name added']);
    const found = await reader().open('/organisations?q=st+osyths+and+vale');
    await found.follow('Vale NHS Foundation Trust');
    expect(found.text).toContain(
      `Formerly St Osyth’s & Vale Priority Care (until 2011, source: ${SOURCE})Vale NHS Trust (until April 2019`,
    );
  });

  it('as a correction that the log keeps with its source, and that verifies', async () => {
    const { rows } = await world.superuser.query<{ action: string; reason: string }>(
      `SELECT action, leaf::jsonb ->> 'reason' AS reason FROM ledger.event WHERE subject_id = $1 ORDER BY revision DESC LIMIT 1`,
      [id],
    );
    expect(rows).toEqual([{ action: 'correct', reason: SOURCE }]);
    const { discrepancies } = await world.app.get(Verification).run();
    expect(discrepancies.filter(({ about }) => about.kind === 'organisation')).toEqual([]);
  });

  it.each([
    ['its name today', 'vale nhs foundation trust', {}, SOURCE, 'This is its name today.'],
    ['a name known already', 'Vale NHS TRUST', {}, SOURCE, /says already that it was called/],
    ['a name without a source', 'Vale Old Trust', {}, '', 'Enter the source'],
    ['a name that has not ended', 'Vale Old Trust', { until: '2099' }, SOURCE, /ended in the past/],
    ['dates that go back', 'Vale Old Trust', { from: '2012', until: '2011' }, SOURCE, /from a later date/],
  ])('but not %s', async (_, name, years, source, reason) => {
    await add(name, years, source);
    expect(admin.issues).toEqual([expect.stringMatching(reason)]);
    expect(admin.value('What was it called?')).toBe(name);
  });

  it('by the API too, in its place among the others', async () => {
    const answer = await send({
      name: 'Vale Mental Health Trust',
      from: '2011',
      until: '2015-04',
      source: SOURCE,
    });
    expect(answer.status).toBe(201);
    const { formerNames } = (await answer.json()) as { formerNames: { name: string; from: string | null }[] };
    expect(formerNames.map(({ name }) => name)).toEqual([
      'St Osyth’s & Vale Priority Care',
      'Vale Mental Health Trust',
      'Vale NHS Trust',
    ]);
    expect(formerNames.map(({ from }) => from)).toEqual([null, '2011', null]);
  });

  it('and nobody else does', async () => {
    const former = { name: 'Something else', from: 'not-sure', until: 'not-sure', source: SOURCE };
    expect((await send(former, (await signedIn(world, 'LEAD_REVIEWER')).token)).status).toBe(403);
    expect((await reader().open('/organisations/vale')).text).not.toContain('Add a former name');
    expect((await reader().open('/organisations/vale/former-names/add')).path).toContain('/sign-in');
    const told = { ...former, from: null, until: null };
    await expect(world.app.get(FormerNamesService).add(somebody('AUDITOR'), id, told)).rejects.toMatchObject({
      status: 404,
    });
  });
});
