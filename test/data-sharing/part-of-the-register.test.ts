import { ExchangeQueries } from '../../src/data-sharing/exchange/exchange.queries.js';
import { FlowsQueries } from '../../src/data-sharing/flow/flows.queries.js';
import { JudgingQueries, MOST_READ } from '../../src/data-sharing/judging/judging.queries.js';
import { FlowsService } from '../../src/data-sharing/recording/flows.service.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { aFlow, drafted, submittedFlow, submitterOfAnotherTrust, trustOf } from '../support/data-flows.js';
import { publishedScheme, newScheme } from '../support/deployments.js';
import { PageReader } from '../support/page-reader.js';
import { pastTheLedger, servedReviewWorld, type ServedReviewWorld } from '../support/reviews.js';

const OWN_FLOWS = 'They looked at only some of the other flows of its trust.';

describe('A judgement that saw only part of the register says so', () => {
  let world: ServedReviewWorld;
  let rivalScheme: Uuid;
  let rivalTrust: Uuid;

  beforeAll(async () => {
    world = await servedReviewWorld();
    const rival = await submitterOfAnotherTrust(world);
    rivalTrust = trustOf(rival);
    rivalScheme = await publishedScheme(world.candour, rival, newScheme(rivalTrust));
  }, 60_000);

  afterAll(() => world.close());

  it('and says nothing of the kind while it saw everything, to the last flow', async () => {
    await draftsOf(world.trustId, world.deploymentId, MOST_READ['own-flows']);
    const id = await drafted(world);
    expect((await judged(id)).readInPart).toBeNull();
    const submitter = await world.reader('submitter');
    expect((await submitter.open(`/data-flows/${id}`)).text).not.toContain('looked at only some');
  });

  it('on the page of a draft, in the stored report, and to everybody who reads the counts', async () => {
    await draftsOf(world.trustId, world.deploymentId, 1);
    const id = await drafted(world);
    expect((await judged(id)).readInPart).toEqual(['own-flows']);
    const submitter = await world.reader('submitter');
    expect((await submitter.open(`/data-flows/${id}`)).text).toContain(OWN_FLOWS);

    const submitted = await submittedFlow(world, aFlow({ title: 'Among many' }));
    const actor = await world.as('submitter');
    const flow = await world.service(FlowsQueries).one(actor, submitted);
    const report = await world.service(FlowsQueries).report(actor, flow?.reports[0]?.id ?? '');
    expect(report?.readInPart).toEqual(['own-flows']);
    for (const address of [`/data-flows/${submitted}`, `/flows-to-sign/${submitted}`]) {
      const reader = await world.reader(address.startsWith('/data') ? 'submitter' : 'guardian');
      expect((await reader.open(address)).text).toContain(OWN_FLOWS);
    }
    const anyone = await new PageReader(world.address).open(
      `/deployments/${flow?.deployment.key ?? ''}/data-sharing`,
    );
    expect(anyone.text).toContain(OWN_FLOWS);
  });

  it('also of flows of other trusts that say the same, of which it counts no more than it compares', async () => {
    const necessityText = 'The same words, however many trusts write them.';
    await submittedElsewhere(necessityText, MOST_READ['flows-elsewhere']);
    const same = () => drafted(world, aFlow({ necessityText }));
    expect((await judged(await same())).readInPart).not.toContain('flows-elsewhere');
    await submittedElsewhere(necessityText, 1);
    const id = await same();
    expect((await judged(id)).readInPart).toContain('flows-elsewhere');
    const { register } = await caseOf(id);
    expect(register.flows?.filter((flow) => flow.id?.startsWith('elsewhere'))).toHaveLength(
      MOST_READ['flows-elsewhere'],
    );
  });

  it('and of closed schemes in its area, among which its own scheme is never lost', async () => {
    const id = await drafted(world);
    await closedSchemesBefore(world.deploymentId, MOST_READ['closed-schemes']);
    expect((await judged(id)).readInPart).toContain('closed-schemes');
    const { register } = await caseOf(id);
    expect(register.deployments?.[0]?.id).toBe(world.deploymentId);
    expect(register.deployments).toHaveLength(MOST_READ['closed-schemes']);
  });

  it('while a file that could hold only part of the flows of a scheme is not made at all', async () => {
    const exporting = world.service(ExchangeQueries).newest(await world.as('submitter'), world.deploymentId);
    await expect(exporting).rejects.toThrow(/more than 500 flows, which is more than one file can hold/);
  });

  async function judged(id: Uuid) {
    return world.service(FlowsService).judge(await world.as('submitter'), id);
  }

  async function caseOf(id: Uuid) {
    const found = await world.service(JudgingQueries).caseOf(await world.as('submitter'), id);
    if (!found) throw new Error('The flow cannot be seen.');
    return found;
  }

  /** Past the ledger, because so many through it take minutes. */
  async function draftsOf(trust: Uuid, deployment: Uuid, count: number): Promise<void> {
    await pastTheLedger(
      world.superuser,
      `INSERT INTO data_sharing.data_flow (id, revision, deployment_id, organisation_id, series_id, version, title, content,
          explanations, submitted)
        SELECT made.id, 1, '${deployment}', '${trust}', made.id, 1, 'One of many', '{}', '{}', false
        FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, ${String(count)})) made`,
    );
  }

  async function submittedElsewhere(words: string, count: number): Promise<void> {
    await pastTheLedger(
      world.superuser,
      `INSERT INTO data_sharing.data_flow (id, revision, deployment_id, organisation_id, series_id, version, title, content,
          explanations, submitted, submitted_on, submitted_by)
        SELECT made.id, 1, '${rivalScheme}', '${rivalTrust}', made.id, 1, 'One of many',
          jsonb_build_object('necessityText', '${words}'), '{}', true, '2026-11-01',
          (SELECT p.id FROM identity.person p LIMIT 1)
        FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, ${String(count)})) made`,
    );
  }

  /** Copies of the scheme that are closed, with ids that come before its own. */
  async function closedSchemesBefore(deployment: Uuid, count: number): Promise<void> {
    const { rows } = await world.superuser.query<{ names: string }>(
      `SELECT string_agg(column_name, ', ') AS names FROM information_schema.columns
        WHERE table_schema = 'deployments' AND table_name = 'deployment' AND is_generated = 'NEVER'`,
    );
    const names = rows[0]?.names ?? '';
    await pastTheLedger(
      world.superuser,
      `INSERT INTO deployments.deployment (${names}) SELECT ${names} FROM (
        SELECT (jsonb_populate_record(d, jsonb_build_object('key', d.key || '-' || n, 'state_code', 'CLOSED',
          'id', '00000000-0000-7000-8000-' || lpad(n::text, 12, '0')))).*
        FROM deployments.deployment d, generate_series(1, ${String(count)}) n WHERE d.id = '${deployment}') copied`,
    );
  }
});
