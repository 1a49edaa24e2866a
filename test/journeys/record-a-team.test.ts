import { PublishingService } from '../../src/deployments/publishing/publishing.service.js';
import { Verification } from '../../src/ledger/verification/verification.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { somebody } from '../support/deployments.js';
import { PageReader } from '../support/page-reader.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { schemeToRecord } from '../support/scheme-to-record.js';
import { signedIn, type SignedIn } from '../support/signed-in.js';

const KINDS = ['deployment', 'team-post', 'team-cover', 'team-place'];

describe('A trust records who works in its scheme, and everyone reads what it says', () => {
  let world: RunningCandour;
  let submitter: SignedIn;
  let trust: Uuid;
  let scheme: { readonly id: Uuid; readonly key: string };

  beforeAll(async () => {
    world = await runningCandour();
    ({ trust, submitter, scheme } = await schemeToRecord(world, 'A pair of two'));
  });

  afterAll(() => world.close());

  const at = (path: string): string => `/deployments/${scheme.key}/${path}`;
  const reader = (): PageReader => new PageReader(world.address);

  async function recordPost(agency: string, post: string): Promise<void> {
    const page = submitter.page;
    await page.open(at('posts'));
    await page.follow('Record a team post');
    page.fill('Which agency is the post of?', agency).fill('Who employs whoever holds it?', agency);
    page.select('Which post is it?', post);
    page.select('How are they vetted?', 'Enhanced check of the Disclosure and Barring Service');
    page.fill('How much of a full working week is it?', '0.5').fill('How many people hold it now?', '1');
    page.choose('Reads records');
    await page.press('Save');
  }

  const send = (path: string, body: object, token = submitter.token): Promise<Response> =>
    fetch(`${world.address}/api/v1/deployments/${scheme.key}/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('in a draft that nobody else reads', async () => {
    await recordPost('Example Mental Health Trust', 'Mental health clinician');
    expect([submitter.page.path, submitter.page.notice]).toEqual([at('posts'), 'Team post was saved']);
    await recordPost('Example Police', 'Police officer');
    expect(submitter.page.text).toContain(
      'The trust says that 2 posts work in it, 1 police post among them.',
    );
    expect((await reader().open(at('posts'))).status).toBe(404);
  });

  it('and two people whom nobody covers are a single point of failure, until somebody does', async () => {
    const alone = 'Single point of failure: 2 people in the team, and nobody is said to cover.';
    expect((await submitter.page.open(at('cover'))).text).toContain(alone);
    const nobody = await send('cover', {
      reason: 'SICKNESS',
      arrangement: 'NOBODY',
      daysWithout: 12,
      period: '2019/20',
    });
    expect(nobody.status).toBe(201);
    const page = await submitter.page.open(at('cover'));
    expect(page.text).toContain(alone);
    expect(page.text).toContain('On 12 days nobody did the work');
    expect(page.text).toContain('Nobody has said who does the work in case of holidays.');
    await send('cover', { reason: 'HOLIDAY', arrangement: 'ANOTHER_TEAM', coveredBy: 'The crisis team' });
    expect((await submitter.page.open(at('cover'))).text).not.toContain('Single point of failure');
  });

  it('with a clear word about what does not fit, and nothing typed is lost', async () => {
    const response = await send('cover', { reason: 'STRESS', arrangement: 'ANOTHER_TEAM_MEMBER' });
    expect(response.status).toBe(422);
    expect(JSON.stringify(await response.json())).toContain('Enter which post or team covers.');
    const page = submitter.page;
    await page.open(at('places/new'));
    page
      .fill('What is the place called?', 'Ten hubs')
      .choose('Community hub')
      .fill('How many places are these?', '0');
    await page.press('Save');
    expect(page.status).toBe(422);
    expect(page.text).toContain('The number of places must be 1 or more.');
    expect(page.find('#place').attr('value')).toBe('Ten hubs');
  });

  it('opens with the scheme to everyone, as page, JSON and CSV, and is found by what it says', async () => {
    await send('places', { place: 'Steadfast hub', sort: 'HUB', places: 10, began: '2018-09' });
    await world.app.get(PublishingService).publish(somebody('TRUST_SUBMITTER', trust), scheme.id);
    const page = await reader().open(at('posts'));
    expect(page.text).toContain('Mental health clinician, Example Mental Health Trust');
    expect(page.text).toContain('Checked by nobody else.');
    const api = await fetch(`${world.address}/api/v1/deployments/${scheme.key}/posts`);
    const told = (await api.json()) as { readonly entries: readonly { readonly post: string }[] };
    expect(told.entries.map(({ post }) => post)).toEqual(['CLINICIAN', 'POLICE_OFFICER']);
    const csv = await (await fetch(`${world.address}${at('posts.csv')}`)).text();
    expect(csv).toContain('scheme,agency,post,wholeTimeEquivalent,people,employer,vetting');
    expect(csv).toContain(`${scheme.key},Example Police,POLICE_OFFICER,0.5,1,Example Police`);
    expect((await reader().open('/deployments?q=steadfast+hub')).text).toContain('A pair of two');
  });

  it('and is changed only with a reason, while everyone reads what it said before', async () => {
    const page = submitter.page;
    await page.open(at('posts'));
    await page.follow('Change or withdraw what you recorded');
    expect(page.text).toContain('Example Police: POLICE_OFFICER');
    const { rows } = await world.superuser.query<{ id: string }>(
      `SELECT id FROM staffing.team_post WHERE post = 'POLICE_OFFICER'`,
    );
    const mending = `/mending/team-post/${rows[0]?.id ?? ''}`;
    await page.open(mending);
    page.fill('How many people hold it now?', '0');
    await page.press('Save the change');
    expect(page.text).toContain('Enter why you change it');
    page.fill('Why do you change it?', 'The officer left in March.');
    await page.press('Save the change');
    expect((await reader().open(at('posts'))).text).toContain('Nobody: it is vacant');
    const history = (await reader().open(`/deployments/${scheme.key}`)).text;
    expect(history).toContain('The officer left in March.');
    await page.open(`${mending}/withdraw`);
    page.fill('Why should it not stand any more?', 'It was never filled.');
    await page.press('Withdraw it');
    expect((await reader().open(at('posts'))).text).toMatch(/Withdrawn on .* It was never filled\./);
  });

  it('but nobody else says anything of it, and PostgreSQL refuses it too', async () => {
    const other = await signedIn(world, 'TRUST_SUBMITTER');
    const said = { reason: 'STRESS', arrangement: 'NOBODY' };
    expect((await send('cover', said, other.token)).status).toBe(403);
    expect((await other.page.open(at('cover/new'))).status).toBe(403);
    const { discrepancies } = await world.app.get(Verification).run();
    expect(discrepancies.filter(({ about }) => KINDS.includes(about.kind))).toEqual([]);
  });
});
