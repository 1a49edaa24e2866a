import { newId } from '../../src/kernel/identifiers.js';
import { publishedReview } from '../support/publication.js';
import { PageReader } from '../support/page-reader.js';
import { servedReviewWorld, type ServedReviewWorld } from '../support/reviews.js';

describe('An action is set, reported, checked by somebody else, and followed by everyone, without scripts', () => {
  let world: ServedReviewWorld;
  let reviewId: string;
  let visitor: PageReader;

  beforeAll(async () => {
    world = await servedReviewWorld();
    ({ reviewId } = await publishedReview(world));
    visitor = new PageReader(world.address);
  });

  afterAll(() => world.close());

  it('from the result to the check', async () => {
    const lead = await world.reader('lead');
    await lead.open(`/publications/reviews/${reviewId}`);
    await lead.follow('Set an action');
    await lead.press('Set the action');
    expect(lead.status).toBe(422);
    expect(lead.issues).toHaveLength(4);
    lead
      .fill('Criterion', 'SIM-POL-01')
      .fill('What is to be done?', 'Take officers out of sessions.')
      .fill('Which post owns it?', 'Medical director')
      .fillDate('When is it due?', { day: '31', month: '1', year: '2027' })
      .fill('What will show that it was done?', 'Rotas of three months.');
    const again = lead.twin();
    await lead.press('Set the action');
    expect(lead.notice).toBe('The action was set');
    const address = lead.path;
    expect((await again.press('Set the action')).path).toBe(address);

    world.clock.setTo('2027-02-05');
    await visitor.open('/actions');
    expect(visitor.text).toContain('Overdue');
    await visitor.follow('Take officers out of sessions.');
    expect(visitor.find('form[action^="/actions"]')).toHaveLength(0);

    const submitter = await world.reader('submitter');
    await submitter.open(address);
    await submitter.press('Send the report');
    expect(submitter.issues).toHaveLength(1);
    submitter.fill('What was done, and what shows it?', 'The rotas are attached.');
    const inAnotherWindow = submitter.twin();
    await submitter.press('Send the report');
    expect(submitter.notice).toBe('The report was sent');
    await inAnotherWindow.press('Send the report');
    expect(inAnotherWindow.status).toBe(409);
    expect(inAnotherWindow.value('What was done, and what shows it?')).toBe('The rotas are attached.');
    expect(inAnotherWindow.find('form[action^="/actions"]').attr('action')).toBe(`${address}/done`);
    expect(submitter.find('form[action^="/actions"]')).toHaveLength(0);

    const reviewer = await world.reader('lived');
    await reviewer.open(address);
    await reviewer
      .choose('Yes, it was done')
      .fill('Your reasons', 'No officer is on them.')
      .press('Record the check');
    expect(reviewer.notice).toBe('The check was recorded');
    await visitor.open(address);
    expect(visitor.text).toContain('Done and checked');
    expect(visitor.text).toContain('No officer is on them.');

    const later = await world.reader('lead');
    await later.open(address);
    await later.fill('Why is it opened again?', 'Two new concerns.').press('Open it again');
    await visitor.open(address);
    expect(visitor.text).toContain('Overdue');
  });

  it('by programs too, with the same rules', async () => {
    const call = async (part: 'lead' | 'submitter' | 'first' | 'admin', path: string, body: object) => {
      const response = await fetch(`${world.address}/api/v1${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${await world.token(part)}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return { status: response.status, body: (await response.json()) as { id: string } };
    };
    const once = newId();
    const action = {
      what: 'Answer the letters.',
      ownerPost: 'Chair',
      dueOn: '2027-06-01',
      evidenceNeeded: 'Copies.',
    };
    expect((await call('admin', `/reviews/${reviewId}/actions`, action)).status).toBe(403);
    const sending = () => call('lead', `/reviews/${reviewId}/actions`, { ...action, once });
    const [{ status, body }, again] = await Promise.all([sending(), sending()]);
    expect([status, again.status, (await sending()).status]).toEqual([201, 201, 201]);
    expect(again.body.id).toBe(body.id);
    expect((await call('first', `/actions/${body.id}/report`, { evidence: 'Done.' })).status).toBe(403);
    expect((await call('submitter', `/actions/${body.id}/report`, { evidence: 'Done.' })).status).toBe(201);
    expect((await call('submitter', `/actions/${body.id}/report`, { evidence: 'Again.' })).status).toBe(409);
    const check = { outcome: 'accepted', reasons: 'They are there.' };
    expect((await call('first', `/actions/${body.id}/check`, check)).status).toBe(201);
    const read = await fetch(`${world.address}/api/v1/actions/${body.id}`);
    expect(await read.json()).toMatchObject({
      state: 'DONE',
      steps: [{ kind: 'done' }, { kind: 'accepted' }],
    });
    const list = (await (
      await fetch(`${world.address}/api/v1/actions?review=${reviewId}&limit=1`)
    ).json()) as {
      items: unknown[];
      next: string;
    };
    expect(list.items).toHaveLength(1);
    const rest = await fetch(`${world.address}/api/v1/actions?review=${reviewId}&after=${list.next}`);
    expect(((await rest.json()) as { items: unknown[] }).items).toHaveLength(1);
    const page = new PageReader(world.address);
    await page.open(`/actions?review=${reviewId}&limit=1`);
    await page.follow('Next page');
    expect([page.status, page.path]).toEqual([200, expect.stringContaining(`review=${reviewId}`)]);
    await page.open(`/actions?review=${newId()}`);
    expect(page.text).toContain('No action has been set yet.');
  });
});
