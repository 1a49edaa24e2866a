import { createHash } from 'node:crypto';
import { FlowsService } from '../../src/data-sharing/recording/flows.service.js';
import { FlowsQueries } from '../../src/data-sharing/flow/flows.queries.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { aFlow, drafted, everyExplanation, underReview } from '../support/data-flows.js';
import { NarrowScreen } from '../support/narrow-screen.js';
import { pageFaults } from '../support/page-faults.js';
import type { PageReader } from '../support/page-reader.js';
import { servedReviewWorld, type ServedReviewWorld } from '../support/reviews.js';

const HASH = 'SHA-256 of the document';
const NOT_HERE = 'No document with this SHA-256 that you can open is kept here.';
const DPIA = sha256('The assessment.');
const ADVICE = sha256('Advice of counsel.');

describe('A record names its impact assessment by SHA-256, and its readers learn whether that file is kept, without scripts', () => {
  let world: ServedReviewWorld;
  let screen: NarrowScreen;
  let flowId: Uuid;

  beforeAll(async () => {
    [world, screen] = await Promise.all([servedReviewWorld(), NarrowScreen.open()]);
    flowId = await drafted(world, aFlow({ title: 'Named', dpia: { exists: true } }));
  }, 120_000);

  afterAll(async () => {
    await screen.close();
    await world.close();
  });

  it('the trust offers the assessment and finds its SHA-256 below the question, with nothing to work out', async () => {
    const trust = await section();
    expect(trust.text).toContain('No document about this flow or its scheme is kept here.');
    await trust.follow('offer the impact assessment');
    await trust.follow('Offer a document');
    await offer(trust, 'Our DPIA', 'The assessment.');
    await offer(trust, 'Advice', 'Advice of counsel.', 'Nobody but your trust and auditors');
    await trust.open(`/data-flows/${flowId}/dpia-and-agreements`);
    expect(trust.find('dd.candour-fingerprint').text()).toBe(DPIA + ADVICE);
    await trust.fill(HASH, DPIA).press('Save');
    expect(trust.notice).toContain('Saved');
    expect(trust.value(HASH)).toBe(DPIA);
  });

  it('and the page has no barriers, nor scrolls sideways under a long fingerprint', async () => {
    expect(await faultsOf(await section(), 'summary:has-text("Documents that are kept here")')).toEqual([]);
  });

  it('and the trust, those who sign and cleared reviewers are led to the very file', async () => {
    await submit(flowId);
    await underReview(world);
    for (const [part, at] of [
      ['submitter', 'data-flows'],
      ['guardian', 'flows-to-sign'],
      ['first', 'examined-flows'],
    ] as const) {
      const reader = await (await world.reader(part)).open(`/${at}/${flowId}`);
      expect([part, reader.text]).toEqual([part, expect.stringContaining('This very file is kept here')]);
      expect([part, await faultsOf(reader)]).toEqual([part, []]);
      await reader.open(reader.find('#documents ~ p:contains("This very file") + ul a').attr('href') ?? '');
      expect([part, reader.heading, reader.text]).toEqual([part, 'Our DPIA', expect.stringContaining(DPIA)]);
    }
  });

  it('and a reviewer to whom the file is closed is not told that it is there', async () => {
    await revised({ fileHash: ADVICE });
    expect((await reads('submitter', 'data-flows')).text).toContain('This very file is kept here');
    const closed = (await reads('first', 'examined-flows')).text;
    expect(closed).toContain(NOT_HERE);
    await revised({ fileHash: sha256('A file that nobody offered') });
    const absent = (await reads('first', 'examined-flows')).text;
    expect(absent).toContain(NOT_HERE);
    expect((await reads('submitter', 'data-flows')).text).toContain(NOT_HERE);
  });

  it('and what cannot be a SHA-256 is called what it is, and a record that names nothing says nothing', async () => {
    await revised({ fileHash: 'DPIA v2 <final>.pdf' });
    const odd = await reads('guardian', 'flows-to-sign');
    expect(odd.text).toContain('DPIA v2 <final>.pdf');
    expect(odd.text).toContain('That is no SHA-256');
    await revised({ fileHash: 'not known' });
    expect((await reads('guardian', 'flows-to-sign')).text).not.toContain('SHA-256:');
  });

  async function section(): Promise<PageReader> {
    return (await world.reader('submitter')).open(`/data-flows/${flowId}/dpia-and-agreements`);
  }

  /** What is wrong with the page that a reader is on, in a narrow window, with a fold opened where one is named. */
  async function faultsOf(reader: PageReader, fold?: string): Promise<readonly string[]> {
    const page = await screen.show(world.address + reader.path, reader);
    if (fold !== undefined) await page?.click(fold);
    return page ? pageFaults(page) : [];
  }

  async function offer(
    trust: PageReader,
    title: string,
    content: string,
    who = 'Your trust, the reviewers, and later perhaps everyone',
  ): Promise<void> {
    await trust.open(`/evidence/about/data-flow/${await seriesId()}/offer`);
    trust.fill('What is this document?', title).attach('The document', { name: 'x.txt', content });
    trust.select('Which sort of document is it?', 'Data protection impact assessment (DPIA)');
    await trust.choose('It bears no date').choose(who).fill('Why not everyone?', 'Legal advice.').press();
    expect(trust.notice).toContain('was kept');
  }

  async function seriesId(): Promise<Uuid> {
    return (await world.service(FlowsQueries).one(await world.as('submitter'), flowId))?.seriesId ?? '';
  }

  async function submit(id: Uuid): Promise<void> {
    const submitter = await world.as('submitter');
    const explanations = await everyExplanation(world, submitter, id);
    await world.service(FlowsService).submit(submitter, id, { explanations });
  }

  /** The next version of the flow, submitted, with another answer to which document it is. */
  async function revised(dpia: { readonly fileHash: string }): Promise<void> {
    const [flows, submitter] = [world.service(FlowsService), await world.as('submitter')];
    ({ id: flowId } = await flows.revise(submitter, flowId, 'Another document.'));
    await flows.change(submitter, flowId, aFlow({ title: 'Named', dpia: { exists: true, ...dpia } }));
    await submit(flowId);
  }

  async function reads(part: 'submitter' | 'guardian' | 'first', at: string): Promise<PageReader> {
    return (await world.reader(part)).open(`/${at}/${flowId}`);
  }
});

function sha256(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}
