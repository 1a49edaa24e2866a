import { newTimelessId, type Uuid } from '../../src/kernel/identifiers.js';
import { AnsweringService } from '../../src/suggestions/answering/answering.service.js';
import { DemoClock } from '../../src/demo-world/demo-clock.js';
import { registered } from '../support/deployments.js';
import { anOrganisation } from '../support/organisations.js';
import { NarrowScreen } from '../support/narrow-screen.js';
import { pageFaults } from '../support/page-faults.js';
import { PageReader } from '../support/page-reader.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { signedIn, type SignedIn } from '../support/signed-in.js';

const WORDS = {
  called: 'The Quiet Lane team',
  place: 'Exampleton',
  howKnown: 'I saw a leaflet in a waiting room.',
};

describe('Somebody without an account tells of a scheme', () => {
  let world: RunningCandour;
  let lead: SignedIn;
  let trust: Uuid;
  const clock = new DemoClock();

  beforeAll(async () => {
    clock.turnTo('2026-06-01');
    world = await runningCandour({ clock });
    const [one] = await registered(world.app, anOrganisation({ name: 'Trust of Quiet Lane' }));
    trust = one?.id ?? '';
    lead = await signedIn(world, 'LEAD_REVIEWER');
  });

  afterAll(() => world.close());

  async function told(
    words: Partial<typeof WORDS> & { once?: string } = {},
  ): Promise<{ status: number; receipt: Record<string, string> }> {
    const answer = await send('/api/v1/suggestions', { ...WORDS, once: newTimelessId(), ...words });
    return { status: answer.status, receipt: (await answer.json()) as Record<string, string> };
  }

  function send(path: string, body: object, token?: string): Promise<Response> {
    const headers = {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    return fetch(`${world.address}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  async function answerOf(receipt: Record<string, string>): Promise<Record<string, unknown>> {
    const { reference, secret } = receipt;
    const answer = await send('/api/v1/suggestions/receipt', { reference, secret });
    return { status: answer.status, ...((await answer.json()) as Record<string, unknown>) };
  }

  it('on a page that asks nobody who they are, gets a receipt, and reads with it what became of it', async () => {
    const teller = await new PageReader(world.address).open('/tell-of-a-scheme');
    await teller.press('Send it');
    expect(teller.issues).toHaveLength(3);
    teller.fill('What is it called?', 'The Lantern team').fill('Where is it?', 'Exampleton');
    await teller.fill('How do you know?', 'A leaflet.').press('Send it');
    const [reference, code] = [teller.find('#reference').text(), teller.find('#code').text()];
    expect(reference).toMatch(/^CND-/);
    const prove = async (secret: string): Promise<PageReader> => {
      const page = await new PageReader(world.address).open('/tell-of-a-scheme/answer');
      return page.fill('Reference', reference).fill('Code', secret).press('Continue');
    };
    expect((await prove(code)).text).toContain('Nobody has answered it yet');
    expect((await prove('0000-0000-0000-00000')).text).toContain('Nothing was found with these');

    const page = await lead.page.open('/suggestions');
    await page.follow(`The Lantern team, ${reference}`);
    expect(page.text).toContain('A leaflet.');
    page.choose('Taken up: the register has it now, from sources', 'What became of it?');
    await page.fill('What do you say to who told it?', 'Thank you.').press('Answer');
    expect(page.issues.join()).toContain('Everyone must be able to read it');
    page.choose('Not taken up', 'What became of it?');
    await page.fill('What do you say to who told it?', 'No police take part in it.').press('Answer');
    expect(page.notice).toBe('It was answered');
    const read = await prove(code);
    expect(read.text).toContain('Not taken up');
    expect(read.text).toContain('No police take part in it.');
  });

  it('sent twice it is told once, under the same receipt, and nothing of it is public', async () => {
    const once = newTimelessId();
    const [first, second] = [await told({ once }), await told({ once })];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.receipt).toEqual(first.receipt);
    for (const path of ['/deployments?q=Quiet+Lane+team', '/api/v1/deployments?q=Quiet%20Lane%20team'])
      expect(await (await fetch(`${world.address}${path}`)).text()).not.toContain('Exampleton');
    expect((await fetch(`${world.address}/api/v1/suggestions`)).status).toBe(401);
    const { rows } = await world.superuser.query<{ leaf: string }>(
      "SELECT leaf FROM ledger.event WHERE subject_kind = 'scheme-suggestion'",
    );
    expect(rows.map(({ leaf }) => leaf).join()).not.toMatch(/Quiet Lane|waiting room|Lantern/);
  });

  it('a trust neither reads nor dismisses what is said of its scheme, not even with another role beside', async () => {
    const { receipt } = await told({ called: 'A scheme of Trust of Quiet Lane' });
    const { rows } = await world.superuser.query<{ id: string }>(
      'SELECT id FROM suggestions.suggestion WHERE reference = $1',
      [receipt['reference']],
    );
    const path = `/api/v1/suggestions/${rows[0]?.id ?? ''}/answer`;
    const dismissal = { outcome: 'NOT_TAKEN_UP', answer: 'There is no such thing.' };
    const submitter = await signedIn(world, 'TRUST_SUBMITTER', trust);
    const both = await signedIn(world, 'ADMIN');
    await world.superuser.query("SET session_replication_role = 'replica'");
    await world.superuser.query(
      `INSERT INTO identity.membership SELECT (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'role', 'TRUST_SUBMITTER',
         'organisation_id', $2::uuid))).* FROM identity.membership m WHERE m.person_id = $1`,
      [both.personId, trust],
    );
    await world.superuser.query("SET session_replication_role = 'origin'");
    for (const who of [submitter, both]) {
      const list = await fetch(`${world.address}/api/v1/suggestions`, {
        headers: { authorization: `Bearer ${who.token}` },
      });
      expect([403, 404]).toContain(list.status);
      expect([403, 404]).toContain((await send(path, dismissal, who.token)).status);
    }
    expect(await answerOf(receipt)).toMatchObject({ status: 200, outcome: null });
    expect((await send(path, dismissal, lead.token)).status).toBe(200);
    expect((await send(path, dismissal, lead.token)).status).toBe(409);
  });

  it('a flood is taken in and read last, and refuses nobody', async () => {
    const sent = await Promise.all(
      Array.from({ length: 30 }, (_, at) => told({ called: `Flood ${String(at)}` })),
    );
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([201]));
    const list = await fetch(`${world.address}/api/v1/suggestions?limit=100`, {
      headers: { authorization: `Bearer ${lead.token}` },
    });
    const { items } = (await list.json()) as {
      items: { called: string; held: boolean; outcome: string | null }[];
    };
    const waiting = items.filter(({ outcome }) => outcome === null);
    expect(waiting.filter(({ held }) => held).length).toBeGreaterThanOrEqual(10);
    expect(waiting.map(({ held }) => held)).toEqual(waiting.map(({ held }) => held).toSorted());
  });

  it('its words are destroyed twelve months after the answer, and the answer stays', async () => {
    const { receipt } = await told({ called: 'Erased later' });
    const { rows } = await world.superuser.query<{ id: string }>(
      'SELECT id FROM suggestions.suggestion WHERE reference = $1',
      [receipt['reference']],
    );
    const answer = { outcome: 'NOT_TAKEN_UP', answer: 'It is not one.' };
    expect((await send(`/api/v1/suggestions/${rows[0]?.id ?? ''}/answer`, answer, lead.token)).status).toBe(
      200,
    );
    const service = world.app.get(AnsweringService);
    clock.turnTo('2027-06-01');
    await service.eraseDue();
    expect(await words()).toBe(1);
    clock.turnTo('2027-06-02');
    await service.eraseDue();
    expect(await words()).toBe(0);
    expect(await answerOf(receipt)).toMatchObject({ status: 200, answer: 'It is not one.' });
  });

  it('and every page of it is without barriers at 320 pixels, with mistakes, with a receipt and with the answer', async () => {
    const { receipt } = await told({ called: 'Looked at' });
    const screen = await NarrowScreen.open();
    try {
      const looked: [string, readonly string[]][] = [];
      const sent = async (path: string, typed: Readonly<Record<string, string>>): Promise<void> => {
        const page = await screen.show(world.address + path);
        if (!page) return;
        for (const [label, words] of Object.entries(typed)) await page.getByLabel(label).fill(words);
        await page.locator('main button[type="submit"], main form button').first().click();
        looked.push([`${path}, sent`, await pageFaults(page)]);
      };
      const reader = (await signedIn(world, 'LEAD_REVIEWER', null, clock.now())).page;
      const one = new URL(world.address + (await firstWaiting(reader))).pathname;
      for (const path of ['/tell-of-a-scheme', '/tell-of-a-scheme/answer'])
        looked.push([path, await screen.faultsOf(world.address + path)]);
      await sent('/tell-of-a-scheme', {});
      await sent('/tell-of-a-scheme', {
        'What is it called?': 'A',
        'Where is it?': 'B',
        'How do you know?': 'C',
      });
      await sent('/tell-of-a-scheme/answer', { Reference: 'CND-0', Code: '1' });
      const { reference = '', secret = '' } = receipt;
      await sent('/tell-of-a-scheme/answer', { Reference: reference, Code: secret });
      for (const path of ['/suggestions', one])
        looked.push([path, await screen.faultsOf(world.address + path, reader)]);
      expect(looked.filter(([, faults]) => faults.length > 0)).toEqual([]);
    } finally {
      await screen.close();
    }
  }, 60_000);

  /** The page of a suggestion that nobody has answered, from the list. */
  async function firstWaiting(reader: PageReader): Promise<string> {
    const page = await reader.open('/suggestions');
    return page.find('main a[href^="/suggestions/"]').first().attr('href') ?? '';
  }

  async function words(): Promise<number> {
    const { rows } = await world.superuser.query<{ held: string }>(
      "SELECT count(*) AS held FROM suggestions.suggestion WHERE called = 'Erased later'",
    );
    return Number(rows[0]?.held);
  }
});
