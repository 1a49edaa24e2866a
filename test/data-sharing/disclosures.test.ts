import { disclosedScheme } from '../../src/data-sharing/disclosing/disclosed-scheme.js';
import {
  DisclosuresQueries,
  MOST_DISCLOSURES,
} from '../../src/data-sharing/disclosing/disclosures.queries.js';
import { FlowsQueries } from '../../src/data-sharing/flow/flows.queries.js';
import { FlowsService } from '../../src/data-sharing/recording/flows.service.js';
import { VISITOR } from '../../src/identity/actor.js';
import { aFlow, drafted, everyExplanation, signed, submittedFlow } from '../support/data-flows.js';
import { PageReader } from '../support/page-reader.js';
import { pastTheLedger, servedReviewWorld, type ServedReviewWorld } from '../support/reviews.js';

describe('What the public is told of the flows of a scheme is counted in full', () => {
  let world: ServedReviewWorld;
  let queries: DisclosuresQueries;
  let at: string;

  beforeAll(async () => {
    world = await servedReviewWorld();
    queries = world.service(DisclosuresQueries);
    const flow = await submittedFlow(world, aFlow({ necessityText: '' }));
    await signed(world, 'guardian', flow, { decision: 'REFUSED', dissent: 'I was not asked.' });
    await submittedFlow(world, aFlow({ title: 'Another' }));
    await followed(flow);
    const detail = await world.service(FlowsQueries).one(await world.as('submitter'), flow);
    at = `${world.address}/deployments/${detail?.deployment.key ?? ''}`;
  }, 60_000);

  afterAll(() => world.close());

  it('by PostgreSQL as by the page: each flow once, in its newest results', async () => {
    const { rows, isWhole } = await queries.all(VISITOR, world.deploymentId);
    const { flows, totals } = disclosedScheme(rows);
    expect(isWhole).toBe(true);
    expect(flows).toHaveLength(2);
    expect(await counted()).toEqual({ flows: 2, notShown: totals.FAIL, deny: 2 });
    const oldest = rows.flatMap(({ content }) => (content.tells === 'rule-results' ? [content] : []))[0];
    expect(oldest?.notShown).toContain('R-GEN-03');
    expect((await new PageReader(world.address).open(at)).text).toContain(
      `2 data flows, ${String(totals.FAIL)} result`,
    );
  });

  it('and its trust reads how many flows and drafts there are, however many', async () => {
    for (let index = 0; index < 26; index += 1)
      await drafted(world, aFlow({ title: `Draft ${String(index)}` }));
    const submitter = await world.as('submitter');
    expect(await world.service(FlowsQueries).counted(submitter, world.deploymentId)).toEqual({
      flows: 28,
      drafts: 26,
    });
    expect((await (await world.reader('submitter')).open(at)).text).toContain('28 flows, 26 drafts');
  });

  it('and where a page or file cannot hold it all, it says so, and the counts of the scheme stay right', async () => {
    const before = await counted();
    await pastTheLedger(
      world.superuser,
      `INSERT INTO data_sharing.flow_disclosure (id, revision, flow_id, deployment_id, organisation_id, series_id, version,
          subject, subject_id, disclosed_on, content)
        SELECT ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 1, f.id, f.deployment_id, f.organisation_id,
          f.series_id, 1, 'sign-off', gen_random_uuid(), '2026-11-01',
          '{"tells": "sign-off", "capacity": "DPO", "decision": "ADVISED", "adviceFollowed": null, "dissent": null}'
        FROM (SELECT * FROM data_sharing.data_flow WHERE submitted ORDER BY id LIMIT 1) f,
          generate_series(1, ${String(MOST_DISCLOSURES)}) n`,
    );
    expect(await queries.all(VISITOR, world.deploymentId)).toMatchObject({ isWhole: false });
    expect(await counted()).toEqual(before);
    const page = await new PageReader(world.address).open(`${at}/data-sharing`);
    expect(page.text).toContain(`the first ${String(MOST_DISCLOSURES)} things told; the newest are missing`);
    const csv = await fetch(`${at}/data-sharing/data-flows.csv`);
    await csv.arrayBuffer();
    expect(csv.headers.get('content-disposition')).toContain(
      `data-flows-first-${String(MOST_DISCLOSURES)}.csv`,
    );
    expect(await (await fetch(`${at}/data-sharing/data-flows.json`)).json()).toMatchObject({
      isWhole: false,
    });
  });

  function counted() {
    return queries.counted(VISITOR, world.deploymentId);
  }

  async function followed(id: string): Promise<void> {
    const flows = world.service(FlowsService);
    const submitter = await world.as('submitter');
    const next = await flows.revise(submitter, id, 'It now says why it is necessary.');
    await flows.change(submitter, next.id, aFlow());
    const explanations = await everyExplanation(world, submitter, next.id);
    await flows.submit(submitter, next.id, { explanations });
  }
});
