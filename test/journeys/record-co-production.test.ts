import type { Uuid } from '../../src/kernel/identifiers.js';
import { publishedScheme, registered, somebody, newScheme } from '../support/deployments.js';
import { anOrganisation } from '../support/organisations.js';
import { PageReader } from '../support/page-reader.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { signedIn } from '../support/signed-in.js';

const ODD: readonly string[] = [
  '😀',
  '\u202Eegassem',
  '<b>bold</b>',
  '{{ 7 * 7 }}',
  '=1+1',
  "'; --",
  '  spaces  ',
];

describe('A trust tells how people were involved, and a group says whether it is true', () => {
  let world: RunningCandour;
  let trust: Uuid;
  let group: Uuid;
  let address: string;

  beforeAll(async () => {
    world = await runningCandour();
    const [one, two] = await registered(
      world.app,
      anOrganisation({ name: 'Example Mental Health Trust' }),
      anOrganisation({ name: 'Example Survivors', type: 'USER_LED_GROUP' }),
    );
    trust = one?.id ?? '';
    group = two?.id ?? '';
    address = await scheme('Example team');
  });

  afterAll(() => world.close());

  it('the trust tells the start, records an activity with who was there, and publishes', async () => {
    const page = await (await submitter()).open(address.replace('/co-production', ''));
    expect(page.text).toContain('Co-production: who took part at which stage');
    await page.follow('How people were involved');
    await page.follow('Tell the start');
    await page.press();
    expect(page.issues).toEqual(['Enter what happened']);
    page.choose('This stage has come').choose('A summary of what they said exists');
    await page.fill('What happened at this stage?', 'We held two meetings.').press();
    expect(page.notice).toBe('The stage was saved');

    await page.follow('Record an activity');
    await activity(page).press();
    expect(page.notice).toContain('Say who took part');
    await page
      .choose('Having been on SIM or a scheme like it')
      .choose('5 to 9')
      .choose('An open call')
      .choose('Yes', 'Were they counted as the voice of lived experience?')
      .choose('No', 'Was the founder of the model, or somebody who sells it, among them?')
      .fill('What were they there as?', 'members')
      .choose('Yes', 'Did they have a vote?')
      .press();
    await page.follow('Say whether people were paid');
    page.choose('Yes', 'Were people paid?').choose('Yes', 'Was it offered to everybody?');
    await page.choose('No', 'Was advice on benefits offered?').press();
    await page.follow('Add a proposal');
    await page
      .fill('What was proposed?', 'No police in the team.')
      .fill('Who proposed it?', 'The members')
      .choose('Rejected')
      .fill('Why?', 'It was agreed with the force already.')
      .choose('Yes', 'Was it answered in writing?')
      .fill('Fingerprint of the document before', 'not a fingerprint')
      .press();
    expect(page.issues).toEqual(['The fingerprint before must be 64 letters a to f and digits.']);
    await page.fill('Fingerprint of the document before', '').press();
    expect(page.text).toContain('Rejected: It was agreed with the force already.');
    expect((await new PageReader(world.address).open(address)).text).toContain('Nothing is recorded');

    await page.follow('Check and publish');
    await page.press('Publish');
    expect(page.notice).toBe('Everyone can now read it');
    const anyone = await new PageReader(world.address).open(address);
    expect(anyone.text).toContain('5-9 people as members, with experience of having been on SIM');
    expect(anyone.text).toContain('From the start: commissioning and design: level 2, Consulted');
  });

  it('the group is asked, disagrees in its own words, and withdraws; nothing it said is lost', async () => {
    const page = await (await submitter()).open(address);
    await page.follow('Ask a user-led group');
    page.choose('Example Survivors').choose('From the start: commissioning and design');
    await page.fillDate('By when do you ask them to answer?', { day: '1', month: '2', year: '2099' }).press();
    expect(page.notice).toBe('The group was asked');

    const ours = await (await member()).open('/attestations');
    await ours.follow('Example team');
    await said(ours, 'We disagree', 'Nobody asked us.\n\n  We were told.').press();
    expect(ours.notice).toContain('recorded');
    const anyone = await new PageReader(world.address).open(address);
    expect(anyone.text).toContain('Example Survivors');
    expect(anyone.find('.candour-as-typed').text()).toContain('Nobody asked us.\n\n  We were told.');

    await ours.follow('Withdraw it');
    await ours.fill('Why do you withdraw it?', 'We were shown the minutes.').press();
    await anyone.open(address);
    expect(anyone.text).toContain('Withdrawn');
    expect(anyone.text).toContain('We were shown the minutes.');
    expect(anyone.text).toContain('Nobody asked us.');
  });

  it.each(ODD)('the words of a group are printed exactly as it wrote them: %j', async (typed) => {
    const own = await scheme(`Scheme for ${String(ODD.indexOf(typed))}`);
    const page = await (await member()).open(`${own}/speak`);
    page.choose('From the start: commissioning and design');
    await said(page, 'We decline to answer', typed).press();
    expect(page.status).toBe(200);
    const anyone = await new PageReader(world.address).open(own);
    expect(anyone.find('.candour-claim .candour-as-typed').first().text()).toBe(typed);
  });

  it('and what a group has said is listed from page to page', async () => {
    const ours = await (await member()).open('/attestations?limit=5');
    const first = ours.find('.candour-claim').length;
    await ours.follow('Next page');
    expect([first, ours.find('.candour-claim').length]).toEqual([5, ODD.length + 1 - 5]);
  });

  it('a group is heard wherever its name stands in the alphabet, and a trust is told when not all are offered', async () => {
    const others = Array.from({ length: 201 }, (_, at) =>
      anOrganisation({ name: `Another group ${String(at)}`, type: 'USER_LED_GROUP' }),
    );
    await registered(world.app, ...others);
    const page = await (await submitter()).open(`${address}/ask`);
    expect(page.text).toContain('only the first 200 by name are offered');
    expect(page.text).not.toContain('Example Survivors');
    const own = await scheme('Scheme of a late letter');
    const ours = await (await member()).open(`${own}/speak`);
    ours.choose('Example Survivors').choose('From the start: commissioning and design');
    await said(ours, 'We agree', 'It is so.').press();
    expect(ours.notice).toContain('recorded');
  });

  it.each(['We agree', 'We disagree'])(
    'and what a group says makes no level of silence, nor does its withdrawal: %s',
    async (statement) => {
      const own = await scheme(`Silent scheme, and a group says: ${statement}`);
      const ours = await (await member()).open(`${own}/speak`);
      ours.choose('From the start: commissioning and design');
      await said(ours, statement, 'We were there.').press();
      await expectNoLevel(own, 'We were there.');
      await ours.follow('Withdraw it');
      await ours.fill('Why do you withdraw it?', 'We were shown the minutes.').press();
      await expectNoLevel(own, 'We were shown the minutes.');
    },
  );

  async function expectNoLevel(own: string, words: string): Promise<void> {
    const anyone = await new PageReader(world.address).open(own);
    expect(anyone.text).toContain(words);
    expect(anyone.text).toContain(
      'The trust has recorded nothing of how people were involved in this scheme',
    );
    expect(anyone.text).not.toMatch(/level \d|manipulation|asks a reviewer/i);
    await anyone.open(own.replace('/co-production', ''));
    expect(anyone.text).toContain('Nobody has said who with lived experience had a say in it.');
    const judged = (await (await fetch(`${world.address}/api/v1${own}`)).json()) as object;
    expect(judged).toMatchObject({ maturity: { level: null, stages: [] }, flags: [] });
  }

  it('and nobody else reaches these pages', async () => {
    const { page: reviewer } = await signedIn(world, 'REVIEWER');
    for (const path of ['/stages/start', '/activities/new', '/publish', '/ask', '/speak'])
      expect((await reviewer.open(address + path)).status).toBe(403);
    expect((await reviewer.open('/attestations')).status).toBe(403);
    const ours = await member();
    expect((await ours.open(`${address}/activities/new`)).status).toBe(403);
    expect((await (await submitter()).open(`${address}/speak`)).status).toBe(403);
    expect((await (await submitter()).open(`${address}/stages/nowhere`)).status).toBe(404);
    expect((await ours.open('/attestations/not-an-id')).status).toBe(404);
  });

  it('and a program reads the same, with the working', async () => {
    const response = await fetch(`${world.address}/api/v1${address}`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      maturity: {
        level: null,
        untold: ['DURING', 'EVALUATION', 'STOP_OR_CHANGE'],
        stages: expect.arrayContaining([expect.objectContaining({ stage: 'START', level: 2 })]),
      },
      involvements: [{ payment: { outcome: 'paid' } }],
      attestations: [{ statement: 'disagree', withdrawnBecause: 'We were shown the minutes.' }],
    });
  });

  async function scheme(title: string): Promise<string> {
    const told = newScheme(trust, { title });
    const id = await publishedScheme(world.app, somebody('TRUST_SUBMITTER', trust), told);
    const { rows } = await world.superuser.query<{ key: string }>(
      'SELECT key FROM deployments.deployment WHERE id = $1',
      [id],
    );
    return `/deployments/${rows[0]?.key ?? ''}/co-production`;
  }

  async function submitter(): Promise<PageReader> {
    return (await signedIn(world, 'TRUST_SUBMITTER', trust)).page;
  }

  async function member(): Promise<PageReader> {
    return (await signedIn(world, 'USER_GROUP_MEMBER', group)).page;
  }

  function activity(page: PageReader): PageReader {
    return page
      .choose('From the start: commissioning and design')
      .fillDate('On which day was it, or did it begin?', { day: '1', month: '2', year: '2021' })
      .fill('What were people asked?', 'Should there be such a scheme at all?')
      .choose('Yes', 'Was the decision still open when they were asked?')
      .fillDate('On which day was it decided?', { day: '1', month: '3', year: '2021' })
      .fill('How did it take place?', 'Two meetings')
      .choose('The service', 'Who led it?')
      .choose('No', 'Were police in the room?')
      .choose('Yes', 'Was there money for access needs?');
  }

  function said(page: PageReader, statement: string, text: string): PageReader {
    return page
      .choose(statement)
      .fill('What do you want to say?', text)
      .choose('Yes', 'May everyone read your answer?')
      .choose('Yes', 'Do people with lived experience have the majority in running your group?')
      .choose(
        'No',
        'In the last three years, has your group had money from the trust, police, NHS England or an innovation network?',
      )
      .choose('The organisation that runs Candour', 'Who pays your group for this work?');
  }
});
