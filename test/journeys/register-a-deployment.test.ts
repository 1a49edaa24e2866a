import { SCREENING_QUESTIONS } from '../../src/deployments/screening/classification/screening-questions.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { registered } from '../support/deployments.js';
import { anOrganisation } from '../support/organisations.js';
import { PageReader } from '../support/page-reader.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { signedIn } from '../support/signed-in.js';

const ODD: readonly string[] = [
  'x'.repeat(100_000),
  '😀 👩‍⚕️',
  '\u202Eegassem',
  "'; DROP TABLE deployments.deployment; --",
  '{{ 7 * 7 }} {% raw %}',
  '=HYPERLINK("https://example.invalid")',
  '<script>alert(1)</script>',
  'a\u0000b',
  '\uD800',
  '   ',
  'ends with a line\n',
];

describe('A trust submitter registers a scheme without scripts', () => {
  let world: RunningCandour;
  let trust: Uuid;

  beforeAll(async () => {
    world = await runningCandour();
    const [one] = await registered(world.app, anOrganisation({ name: 'Example Mental Health Trust' }));
    trust = one?.id ?? '';
  });

  afterAll(() => world.close());

  it('names it, adds its agencies, screens it, publishes it, and everyone finds it', async () => {
    const page = await draft('Night response team');
    expect(page.notice).toBe('The scheme was saved as a draft');
    expect(page.text).toContain('This is a draft');
    const address = page.path;
    expect((await new PageReader(world.address).open(address)).status).toBe(404);

    await page.follow('Agencies');
    await page.press();
    expect(page.issues).toEqual(['Enter the name of the agency', 'Select what part it plays']);
    await page.fill('Name or ODS code of the agency', 'Exampleshire Police').choose('Police').press();
    expect(page.issues).toEqual(['Select which organisation it is, or that it is not in the register']);
    await page.choose('It is not in the register of organisations: keep it by the name that I typed').press();
    expect(page.text).toContain('Exampleshire Police');

    await page.follow('Screening');
    for (const { code, question } of SCREENING_QUESTIONS)
      page.choose(code === 'SCR-09' ? 'Yes' : 'No', question);
    page.fill('What does your answer to question 9 rest on?', 'A training certificate of 2018.');
    await page.press('Save the answers');
    expect(page.text).toContain('SIM lineage');
    expect(page.text).toContain('Decided by SCR-09.');
    await page.follow('Check and publish');
    expect(page.text).toContain('After this, everyone can read the whole record');
    await page.press('Publish in the register');
    expect(page.notice).toBe('The scheme is in the public register');

    const anyone = await new PageReader(world.address).open('/deployments?q=NRT');
    await anyone.follow('Night response team');
    expect(anyone.text).toContain('SIM lineage');
    expect(anyone.text).toContain('A training certificate of 2018.');
    expect(anyone.text).toContain('Said by the trust itself');
  });

  it('and is told everything that is missing at once, with nothing lost', async () => {
    const page = await (await submitter()).open('/deployments/new');
    await page.fill('Which area does it cover?', 'Exampleshire').press();
    expect(page.status).toBe(422);
    expect(page.title).toMatch(/^Error:/);
    expect(page.issues).toEqual([
      'Enter the name of the scheme',
      'Select where it stands',
      'Enter since when, or say that you are not sure',
      'Enter when it started, or say that you are not sure',
      'Select whether the start happened or was planned',
    ]);
    expect(page.value('Which area does it cover?')).toBe('Exampleshire');
  });

  it('and records a halt with who ordered it, and cannot start a scheme while a red line is not known', async () => {
    const page = await draft('Response car', 'In training');
    const record = page.path;
    await page.follow('Screening');
    for (const { code, question } of SCREENING_QUESTIONS)
      page.choose(code === 'SCR-04' ? 'I do not know' : 'No', question);
    await page.press('Save the answers');
    await page.open(`${record}/step`);
    await page.choose('Running').press('Continue');
    await page.fillDate('When did this happen?', { year: '2024' }).fill('Why?', 'It began.').press();
    expect(page.issues.join()).toContain('cannot be recorded while SCR-04');
    expect(page.value('Why?')).toBe('It began.');

    await page.open(`${record}/screening`);
    await page.choose('No', SCREENING_QUESTIONS[3]?.question).press();
    await page.open(`${record}/step/live`);
    page.fillDate('When did this happen?', { year: '2024' }).fill('Why?', 'It began.');
    const [again, late] = [page.twin(), page.twin()];
    await Promise.all([page.press(), again.press()]);
    await late.press();
    for (const sent of [page, again, late]) expect([sent.status, sent.path]).toEqual([200, record]);
    expect(page.find('.candour-timeline li').text().split('It began.')).toHaveLength(2);
    await page.open(`${record}/step/halt_ordered`);
    await page.fillDate('When did this happen?', { year: '2025' }).fill('Why?', 'Red line.').press();
    expect(page.issues).toHaveLength(3);
    page.fill('Who ordered it?', 'Medical director');
    page.fillDate('Date of the order', { day: '3', month: '3', year: '2025' });
    page.fillDate('From which day does it hold?', { day: '4', month: '3', year: '2025' });
    await page.press();
    expect(page.text).toContain('Ordered on 3 March 2025');
    expect(page.text).toContain('Medical director, as the trust recorded it');
    expect(page.text).toContain('To hold from4 March 2025');
  });

  it('and sending the same page twice registers one scheme', async () => {
    const page = await (await submitter()).open('/deployments/new');
    filled(page, 'Sent twice');
    const again = page.twin();
    await page.press();
    await again.press();
    expect(again.status).toBe(200);
    expect(again.path).toBe(page.path);
    const { rows } = await world.superuser.query(
      `SELECT FROM deployments.deployment WHERE title = 'Sent twice'`,
    );
    expect(rows).toHaveLength(1);
  });

  it('and two people who mend the same record both keep what they typed', async () => {
    const page = await draft('Edited by two');
    const [one, two] = [await submitter(), await submitter()];
    await one.open(`${page.path}/details`);
    await two.open(`${page.path}/details`);
    await one.fill('What is the scheme called?', 'First to save').press();
    await two.fill('What is the scheme called?', 'Second to save').press();
    expect(two.status).toBe(409);
    expect(two.text).toContain('First to save');
    expect(two.value('What is the scheme called?')).toBe('Second to save');
    await two.press();
    expect(two.heading).toContain('Second to save');
  });

  it.each(ODD)('and odd words are kept as typed or refused in words: %#', async (typed) => {
    for (const [path, label] of [
      ['/deployments/new', 'What is the scheme called?'],
      ['/deployments/new', 'Every name it has gone by'],
      ['/deployments/new', 'Anything a reader should know'],
    ] as const) {
      const page = await (await submitter()).open(path);
      filled(page, 'Odd words');
      await page.fill(label, typed).press();
      expect([200, 422]).toContain(page.status);
      expect(page.html).not.toContain('<script>alert');
      if (page.status === 422) expect(page.issues.length).toBeGreaterThan(0);
    }
  });

  it('and nobody else reaches these pages', async () => {
    const page = await draft('Kept apart');
    const [other] = await registered(world.app, anOrganisation({ name: 'Other Trust' }));
    const { page: rival } = await signedIn(world, 'TRUST_SUBMITTER', other?.id ?? null);
    for (const path of ['', '/details', '/names', '/agencies', '/claims', '/screening', '/step', '/publish'])
      expect((await rival.open(`${page.path}${path}`)).status).toBe(404);
    const { page: reviewer } = await signedIn(world, 'REVIEWER');
    expect((await reviewer.open('/deployments/new')).status).toBe(403);
    const visitor = await new PageReader(world.address).open('/deployments/new');
    expect(visitor.path).toContain('/sign-in');
  });

  async function submitter(): Promise<PageReader> {
    const { page } = await signedIn(world, 'TRUST_SUBMITTER', trust);
    return page;
  }

  async function draft(name: string, state = 'Planned'): Promise<PageReader> {
    const page = await (await submitter()).open('/deployments/new');
    return filled(page, name, state).press('Save as a draft');
  }

  function filled(page: PageReader, name: string, state = 'Planned'): PageReader {
    return page
      .fill('What is the scheme called?', name)
      .fill('Which area does it cover?', 'Exampleshire')
      .fill('Every name it has gone by', 'NRT\nNight car')
      .select('Where does it stand now?', state)
      .fillDate('Since when?', { year: '2020' })
      .fillDate('When did it start, or when is it meant to start?', { month: '9', year: '2020' })
      .choose('It was planned, and may not have happened');
  }
});
