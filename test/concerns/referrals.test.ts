import { FilingService, type FiledConcern } from '../../src/concerns/filing/filing.service.js';
import type { ConsentUse } from '../../src/concerns/consent-use.js';
import { VISITOR } from '../../src/identity/actor.js';
import { Verification } from '../../src/ledger/verification/verification.js';
import { PageReader } from '../support/page-reader.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { signedIn, type SignedIn } from '../support/signed-in.js';
import { someAnswers } from './support.js';

describe('Passing a concern on', () => {
  let world: RunningCandour;
  let handler: SignedIn;

  beforeAll(async () => {
    world = await runningCandour();
    handler = await signedIn(world, 'CONCERN_HANDLER');
  });

  afterAll(() => world.close());

  it('as an NHS complaint needs the person to have asked, and their name to be allowed', async () => {
    const concern = await file(['trust-name']);
    const page = await passOn(concern, 'NHS complaint', { asked: 'No' });
    expect(page.status).toBe(409);
    expect(page.issues.join()).toContain('only when the person asks');
    expect(page.value('Which body or office receives it?')).toBe('Complaints office');
    await page.choose('Yes').press();
    expect(page.notice).toBe('It was noted that it was passed on');
    expect(page.text).toMatch(/Acknowledge by \d+ \w+ \d{4}/);
    expect((await passOn(await file([]), 'NHS complaint', { asked: 'Yes' })).issues.join()).toContain(
      'The person has not agreed',
    );
  });

  it('without consent is for safeguarding only, and says why', async () => {
    const concern = await file([]);
    const reason = 'The safeguarding lead and a second person decided. The person was told.';
    const refused = await passOn(concern, 'Data protection complaint', { asked: 'Yes', reason });
    expect(refused.issues.join()).toContain('Only a safeguarding referral');
    const page = await passOn(concern, 'Safeguarding', { asked: 'No', reason });
    expect(page.text).toContain(reason);
  });

  it('is followed step by step, and the person sees it with their receipt', async () => {
    const concern = await file(['trust-name']);
    const page = await passOn(concern, 'NHS complaint', { asked: 'Yes' });
    const today = new Date();
    await page
      .choose('The body acknowledged it')
      .fillDate('When did it happen?', {
        day: String(today.getUTCDate()),
        month: String(today.getUTCMonth() + 1),
        year: String(today.getUTCFullYear()),
      })
      .press();
    expect(page.text).toContain('acknowledged');
    await page
      .choose('The body answered')
      .fillDate('When did it happen?', { day: '1', month: '1', year: '2099' })
      .press();
    expect(page.issues.join()).toContain('must not lie ahead');
    const own = await new PageReader(world.address).open('/answers/return');
    await own.fill('Reference', concern.reference).fill('Code', concern.secret.asLetters).press();
    await own.follow('Where it was passed on to');
    expect(own.text).toContain('To Complaints office.');
    expect(own.text).toContain('The body acknowledged it');
    expect(own.headers.get('cache-control')).toContain('no-store');
  });

  it.each(['TRUST_SUBMITTER', 'REVIEWER', 'ADMIN', 'USER_GROUP_MEMBER'] as const)(
    'is nothing that %s sees',
    async (role) => {
      const { page, token } = await signedIn(world, role);
      expect((await page.open('/referrals')).status).toBe(403);
      const answer = await fetch(`${world.address}/api/v1/referrals`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(answer.status).toBe(403);
    },
  );

  it('is seen by an auditor, who cannot add to it', async () => {
    const { page } = await signedIn(world, 'AUDITOR');
    expect((await page.open('/referrals')).status).toBe(200);
    expect((await page.open(`/referrals/new?concern=${(await file([])).id}`)).status).toBe(403);
  });

  it('can be done by a program, with its clock', async () => {
    const concern = await file(['ico']);
    const made = await post('/api/v1/referrals', {
      ...{ concernId: concern.id, classCode: 'freedom-of-information', route: 'ico' },
      ...{ receivingBody: 'ICO', personAsked: true },
    });
    expect(made).toMatchObject({ status: 201, body: { state: 'sent', acknowledgeBy: null, overdue: false } });
    const { sentOn, id } = made.body;
    const noted = await post(`/api/v1/referrals/${String(id)}/steps`, { step: 'received', day: sentOn });
    expect(noted).toMatchObject({ status: 200, body: { state: 'received' } });
    const before = await post(`/api/v1/referrals/${String(id)}/steps`, {
      step: 'answered',
      day: '2020-01-01',
    });
    expect(before.status).toBe(409);
  });

  it('leaves a log that verifies, and steps that the application cannot change', async () => {
    const { discrepancies } = await world.app.get(Verification).run();
    const own = discrepancies.filter(
      ({ about }) => about.kind.startsWith('referral') || about.kind === 'concern',
    );
    expect(own).toEqual([]);
    const { rows } = await world.superuser.query<{ granted: boolean }>(
      `SELECT bool_or(has_table_privilege(role, 'complaints.' || t, 'UPDATE, DELETE')) AS granted
       FROM unnest(ARRAY['candour_public', 'candour_member', 'candour_receipt', 'candour_operator']) AS role,
         unnest(ARRAY['referral', 'referral_step']) AS t`,
    );
    expect(rows).toEqual([{ granted: false }]);
  });

  it('everyone may read where they can complain', async () => {
    const page = await new PageReader(world.address).open('/ways-to-complain');
    expect(page.text).toContain('Parliamentary and Health Service Ombudsman');
    expect(page.text).toContain('Reference being checked');
    const routes = await fetch(`${world.address}/api/v1/complaint-routes`);
    expect(await routes.json()).toContainEqual(expect.objectContaining({ code: 'cqc', confidence: 'A' }));
  });

  async function file(consents: readonly ConsentUse[]): Promise<FiledConcern> {
    return world.app.get(FilingService).file(VISITOR, someAnswers({ consents }));
  }

  async function passOn(
    concern: FiledConcern,
    kind: string,
    { asked, reason = '' }: { asked: 'Yes' | 'No'; reason?: string },
  ): Promise<PageReader> {
    const { page } = handler;
    await page.open(`/referrals/new?concern=${concern.id}`);
    page.select('What is it?', kind).select('Where does it go?', 'The trust: complaints manager or PALS');
    page.fill('Which body or office receives it?', 'Complaints office').choose(asked);
    return page
      .fill('If it goes on without consent: who decided, why, and was the person told?', reason)
      .press();
  }

  async function post(path: string, body: unknown) {
    const response = await fetch(world.address + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${handler.token}` },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }
});
