import { FlowsQueries } from '../../src/data-sharing/flow/flows.queries.js';
import { FlowsService } from '../../src/data-sharing/recording/flows.service.js';
import { comparisonHref } from '../../src/data-sharing/comparing/comparisons-of.js';
import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { aFlow, everyExplanation, submittedFlow } from '../support/data-flows.js';
import { servedReviewWorld, type ServedReviewWorld } from '../support/reviews.js';

describe('Two stored reports are compared on a page', () => {
  let world: ServedReviewWorld;
  let first: Uuid;
  let second: Uuid;
  let reports: readonly [Uuid, Uuid];

  beforeAll(async () => {
    world = await servedReviewWorld();
    const submitter = await world.as('submitter');
    const flows = world.service(FlowsService);
    first = await submittedFlow(world, aFlow({ necessityText: '' }));
    second = (await flows.revise(submitter, first, 'The reason was added.')).id;
    await flows.change(
      submitter,
      second,
      aFlow({ necessityText: 'A crew cannot help without the plan, and asks for no more than that.' }),
    );
    await flows.submit(submitter, second, { explanations: await everyExplanation(world, submitter, second) });
    reports = [await reportOf(first), await reportOf(second)];
  }, 60_000);

  afterAll(() => world.close());

  it('rule by rule, with the reason, across two versions of the flow', async () => {
    const reader = await (await world.reader('submitter')).open(comparisonHref(second, ...reports));
    expect(reader.status).toBe(200);
    expect(reader.text).toContain('The record is not the same');
    expect(reader.text).toContain('Both use the same rules.');
    expect(reader.text).toMatch(/R-GEN-03 .*The record changed\./);
    expect(reader.text).toContain('First: the original, made when the flow was submitted');
  });

  it('and nobody compares what they may not read, or reports of different flows', async () => {
    const stranger = await submittedFlow(world, aFlow({ title: 'Another flow' }));
    const submitter = await world.reader('submitter');
    for (const address of [
      comparisonHref(second, reports[0], await reportOf(stranger)),
      comparisonHref(second, reports[0], newId()),
      comparisonHref(second, 'nonsense', reports[1]),
      comparisonHref('nonsense', ...reports),
    ])
      expect([address, (await submitter.open(address)).status]).toEqual([address, 404]);
    for (const part of ['lead', 'admin', 'group'] as const) {
      const reader = await world.reader(part);
      expect([part, (await reader.open(comparisonHref(second, ...reports))).status]).toEqual([part, 403]);
    }
  });

  async function reportOf(flowId: Uuid): Promise<Uuid> {
    const flow = await world.service(FlowsQueries).one(await world.as('submitter'), flowId);
    return flow?.reports[0]?.id ?? '';
  }
});
