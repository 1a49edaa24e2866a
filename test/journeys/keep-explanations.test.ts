import { FlowsQueries } from '../../src/data-sharing/flow/flows.queries.js';
import { FlowsService } from '../../src/data-sharing/recording/flows.service.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { ChangedMeanwhile, NotFound } from '../../src/kernel/refusal.js';
import { aFlow, drafted, submittedFlow } from '../support/data-flows.js';
import { NarrowScreen } from '../support/narrow-screen.js';
import { pageFaults } from '../support/page-faults.js';
import type { PageReader } from '../support/page-reader.js';
import { servedReviewWorld, type ServedReviewWorld } from '../support/reviews.js';

describe('What a trust explains is kept with the draft, whatever button it presses, without scripts', () => {
  let world: ServedReviewWorld;
  let screen: NarrowScreen;
  let flowId: Uuid;
  let trust: PageReader;

  beforeAll(async () => {
    [world, screen] = await Promise.all([servedReviewWorld(), NarrowScreen.open()]);
    flowId = await drafted(world, aFlow({ title: 'Half explained', caldicott: {}, rights: {}, dpia: {} }));
    trust = await world.reader('submitter');
  }, 120_000);

  afterAll(async () => {
    await screen.close();
    await world.close();
  });

  it('every explanation stands there again after the way to a question was taken', async () => {
    await opened();
    const names = texts();
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) trust.fill(name, `Said of ${name}.`);
    const answers = trust.find('main button[name=keep]').filter((_, one) => one.attribs['value'] !== '');
    await trust.press(answers.first().text().replace(/\s+/g, ' ').trim());
    expect(trust.path).toBe(`/data-flows/${flowId}/${answers.first().attr('value') ?? ''}`);
    expect(trust.notice).toBe('Your explanations are kept with the draft');
    await opened();
    expect(texts().map((name) => trust.value(name))).toEqual(names.map((name) => `Said of ${name}.`));
    expect(await actionsOf(flowId)).toEqual(['draft', 'explain']);
    await look();
  });

  it('what is kept is changed and taken away, and a page sent again as it is makes no second act', async () => {
    const [first = '', second = ''] = texts();
    await trust.fill(first, '').fill(second, 'Other words.').press('Keep for later');
    expect(trust.path).toBe(`/data-flows/${flowId}/submit`);
    expect([trust.value(first), trust.value(second)]).toEqual(['', 'Other words.']);
    await trust.press('Keep what is typed, and go to all pages of this flow');
    expect(trust.path).toBe(`/data-flows/${flowId}`);
    expect(trust.text).toContain('1 rule to explain');
    expect(await actionsOf(flowId)).toEqual(['draft', 'explain', 'explain']);
  });

  it('a submission that is refused keeps the words too, and says what is missing', async () => {
    await opened();
    const [first = '', second = ''] = texts();
    await trust.fill(second, 'Typed before it was refused.').press('Submit this version');
    expect(trust.issues).toHaveLength(1);
    expect(trust.value(second)).toBe('Typed before it was refused.');
    await look();
    await opened();
    expect(trust.value(second)).toBe('Typed before it was refused.');
    await trust.fill(first, 'Said at last.').press('Submit this version');
    expect(trust.notice).toBe('The flow was submitted');
    const flow = await world.service(FlowsQueries).one(await world.as('submitter'), flowId);
    expect(flow?.explanations).toMatchObject({ [second]: 'Typed before it was refused.' });
    expect(Object.keys(flow?.explanations ?? {}).filter((name) => !name.startsWith('R-'))).toEqual([]);
  });

  it('two people who keep words at once lose neither, and one text that is too long keeps the page', async () => {
    flowId = await drafted(world, aFlow({ title: 'Explained by two', caldicott: {}, dpia: {} }));
    const other = await world.reader('submitter');
    await opened();
    await other.open(trust.path);
    const [first = '', second = ''] = texts();
    await other.fill(first, 'By one of us.').press('Keep for later');
    await trust.fill(first, 'By the other.').fill(second, 'And this.').press('Keep for later');
    expect(trust.status).toBe(409);
    expect(trust.text).toContain('Somebody else has saved this meanwhile: By one of us.');
    expect(trust.value(second)).toBe('And this.');
    await trust.press('Keep for later');
    expect(trust.value(first)).toBe('By the other.');
    await trust.fill(second, 'x'.repeat(4001)).press('Keep for later');
    expect(trust.status).toBe(422);
    expect(trust.value(second)).toHaveLength(4001);
  });

  it('and nobody else keeps words with a draft, nor anybody with what is submitted or put aside', async () => {
    const guardian = await world.reader('guardian');
    expect((await guardian.open(`/data-flows/${flowId}/submit`)).status).toBe(403);
    const [flows, submitter] = [world.service(FlowsService), await world.as('submitter')];
    const words = { 'R-GEN-01': 'Said.' };
    await expect(flows.explain(await world.as('guardian'), flowId, words)).rejects.toThrow(NotFound);
    await expect(flows.explain(submitter, flowId, words, 1)).rejects.toThrow(ChangedMeanwhile);
    await flows.putAside(submitter, flowId, 'Begun by mistake.');
    await expect(flows.explain(submitter, flowId, words)).rejects.toThrow(/Take it up again first/);
    const submitted = await submittedFlow(world);
    await expect(flows.explain(submitter, submitted, words)).rejects.toThrow(/stays as it is/);
  });

  async function opened(): Promise<void> {
    await trust.open(`/data-flows/${flowId}/submit`);
    expect(trust.status).toBe(200);
  }

  function texts(): readonly string[] {
    return trust
      .find('main textarea')
      .map((_, one) => one.attribs['name'] ?? '')
      .get();
  }

  async function actionsOf(id: Uuid): Promise<readonly string[]> {
    const { rows } = await world.superuser.query<{ action: string }>(
      'SELECT action FROM ledger.event WHERE subject_id = $1 ORDER BY revision',
      [id],
    );
    return rows.map(({ action }) => action);
  }

  async function look(): Promise<void> {
    const page = await screen.show(world.address + trust.path, trust);
    if (page) expect(await pageFaults(page)).toEqual([]);
  }
});
