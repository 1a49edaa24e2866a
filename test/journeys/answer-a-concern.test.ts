import { FilingService, type FiledConcern } from '../../src/concerns/filing/filing.service.js';
import { VISITOR } from '../../src/identity/actor.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { aDeployment, aTrust, someAnswers } from '../concerns/support.js';
import { PageReader } from '../support/page-reader.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { signedIn, type SignedIn } from '../support/signed-in.js';

describe('A concern handler answers a concern', () => {
  let world: RunningCandour;
  let trust: Uuid;
  let handler: SignedIn;
  let filed: FiledConcern;

  beforeAll(async () => {
    world = await runningCandour();
    trust = await aTrust({ ...world, candour: world.app });
    await aTrust({ ...world, candour: world.app }, 'Another Trust');
    await aDeployment({ ...world, candour: world.app });
    handler = await signedIn(world, 'CONCERN_HANDLER');
    filed = await world.app
      .get(FilingService)
      .file(VISITOR, someAnswers({ consents: ['trust-words'], danger: 'yes', wishes: ['answer'] }));
  });

  afterAll(() => world.close());

  it('reads it, notes what it is about, links it, answers, releases a summary and closes it', async () => {
    const { page } = handler;
    await page.open('/concerns');
    expect(page.text).toContain('Danger was mentioned');
    await page.follow(filed.reference);
    expect(page.text).toContain('They said a plan told them not to see me.');
    expect(page.text).toContain('I want an answer');
    expect(page.text).toContain('May the trust read a summary of what you said, without your name?');
    expect(page.text).toContain('Note what it is about first.');
    await page.follow('Note what it is about');
    await page.choose('Care was refused or held back because of a plan').press();
    expect(page.notice).toBe('The themes were saved');
    await page.follow('Link it');
    await page
      .fill('Criteria it bears on', 'sim-pol-01, sim-saf-04')
      .select('Scheme', 'Example scheme, Example')
      .press();
    expect(page.text).toContain('Linked to Example scheme (SIM-POL-01, SIM-SAF-04).');
    expect(page.text).toContain('To release a summary, link it to an NHS trust first');
    expect(page.find('a[href$="/release"]')).toHaveLength(0);
    await page.follow('Link it');
    await page.select('NHS trust', 'Another Trust').press();
    await page.follow('Take a link back');
    await page.select('Which link was wrong?', 'Another Trust').press();
    expect(page.notice).toBe('The link was taken back');
    expect(page.text).not.toContain('Linked to Another Trust');
    expect(page.text).toContain('Linked to Example scheme');
    await page.follow('Link it');
    await page.select('NHS trust', 'Example Trust').press();
    await page.follow('Answer the person');
    await page.fill('What do you want to write?', 'We asked the trust to show the plan.').press();
    await page.follow('Release a summary');
    await page.select('About', 'Example Trust').fill('Summary', 'Somebody was refused care.').press();
    expect(page.text).toContain('the trust reads the summary, reviewers see nothing.');
    await page.follow('Finish the work on it');
    await page.press();
    expect(page.notice).toBe('It was closed');
    await page.open('/concerns');
    expect(page.text).not.toContain(filed.reference);
    await page.follow('Closed or withdrawn');
    expect(page.text).toContain(filed.reference);
  });

  it('the person finds the answer, what was done by day, and what the trust may read', async () => {
    const page = await withReceipt();
    expect(page.text).toContain('You have an answer');
    expect(page.text).toContain('We asked the trust to show the plan.');
    expect(page.text).toContain('Somebody was refused care.');
    for (const step of [
      'You sent it',
      'A concern handler read it',
      'We answered you',
      'We finished our work on it',
    ])
      expect(page.text).toContain(step);
  });

  it('the trust reads the summary and the month, and nothing that leads to the person', async () => {
    const { page } = await signedIn(world, 'TRUST_SUBMITTER', trust);
    await page.open('/released-concerns');
    await page.open(page.find('main ul a').attr('href') ?? '');
    expect(page.text).toContain('Somebody was refused care.');
    expect(page.html).not.toContain(filed.reference);
    expect(page.html).not.toContain(filed.id);
    await page.open(`/concerns/${filed.id}`);
    expect(page.status).toBe(403);
  });

  it('a word of the person opens it again, and the handler sees that they wait', async () => {
    const page = await withReceipt();
    await page.fill('Your message', 'That is not what happened.').press('Send');
    await handler.page.open('/concerns');
    expect(handler.page.text).toContain('New message');
  });

  it.each(['AUDITOR'] as const)('an %s sees the steps and none of the words', async (role) => {
    const { page } = await signedIn(world, role);
    await page.open(`/concerns/${filed.id}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('none of the words');
    expect(page.html).not.toContain('They said a plan');
    await page.open(`/concerns/${filed.id}/answer`);
    expect(page.status).toBe(403);
  });

  it.each(['ADMIN', 'REVIEWER', 'LEAD_REVIEWER', 'USER_GROUP_MEMBER'] as const)(
    'for %s it looks the same whether it exists or not',
    async (role) => {
      const { page } = await signedIn(world, role);
      const asked = [filed.id, '00000000-0000-4000-8000-000000000000'];
      const seen = [];
      for (const id of asked) {
        await page.open(`/concerns/${id}`);
        seen.push([page.status, page.text]);
      }
      expect(seen[0]).toEqual(seen[1]);
    },
  );

  it.each(['not-an-id', '00000000-0000-4000-8000-000000000000', '%00'])(
    'there is no concern %s',
    async (id) => {
      for (const path of [`/concerns/${id}`, `/concerns/${id}/triage`, `/concerns/${filed.id}/${id}`]) {
        await handler.page.open(path);
        expect([400, 404]).toContain(handler.page.status);
      }
    },
  );

  it('a form that will not do comes back with everything typed', async () => {
    const { page } = handler;
    await page.open(`/concerns/${filed.id}/triage`);
    await page.press();
    expect(page.status).toBe(422);
    expect(page.issues).toEqual(['Select at least one theme']);
    await page.open(`/concerns/${filed.id}/link`);
    await page.fill('Criteria it bears on', 'everything').press();
    expect(page.value('Criteria it bears on')).toBe('everything');
  });

  async function withReceipt(): Promise<PageReader> {
    const page = await new PageReader(world.address).open('/answers/return');
    return page.fill('Reference', filed.reference).fill('Code', filed.secret.asDigits).press();
  }
});
