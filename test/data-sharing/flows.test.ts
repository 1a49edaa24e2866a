import { DisclosuresQueries } from '../../src/data-sharing/disclosing/disclosures.queries.js';
import { FlowsQueries } from '../../src/data-sharing/flow/flows.queries.js';
import { FlowsService } from '../../src/data-sharing/recording/flows.service.js';
import { OPERATOR, VISITOR } from '../../src/identity/actor.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import {
  ChangedMeanwhile,
  NotFound,
  NotPermitted,
  OutOfTurn,
  SignInNeeded,
  Unprocessable,
} from '../../src/kernel/refusal.js';
import { Verification } from '../../src/ledger/verification/verification.js';
import {
  aFlow,
  drafted,
  everyExplanation,
  submittedFlow,
  submitterOfAnotherTrust,
  trustOf,
} from '../support/data-flows.js';
import { publishedScheme, registered, somebody, newScheme } from '../support/deployments.js';
import { DeploymentsService } from '../../src/deployments/recording/deployments.service.js';
import { anOrganisation } from '../support/organisations.js';
import { reviewWorld, type ReviewWorld } from '../support/reviews.js';

describe('A trust records how data are shared', () => {
  let world: ReviewWorld;
  let flows: FlowsService;
  let queries: FlowsQueries;

  beforeAll(async () => {
    world = await reviewWorld();
    flows = world.service(FlowsService);
    queries = world.service(FlowsQueries);
  });

  afterAll(() => world.close());

  it('as a draft that may be as incomplete as it is, and changes as often as they like', async () => {
    const submitter = await world.as('submitter');
    const id = await drafted(world, { startDate: '2026-03-01' });
    expect(await queries.one(submitter, id)).toMatchObject({
      title: 'Flow without a title',
      version: 1,
      submitted: false,
      content: { startDate: '2026-03-01' },
      organisationId: world.trustId,
    });
    await flows.change(submitter, id, aFlow({ title: 'Crisis plans' }), 1);
    expect(await queries.one(submitter, id)).toMatchObject({ title: 'Crisis plans', revision: 2 });
    await expect(flows.change(submitter, id, aFlow(), 1)).rejects.toThrow(ChangedMeanwhile);
  });

  it('and a record that is not one is refused with the path of every fault', async () => {
    const submitter = await world.as('submitter');
    const faulty = [
      [{ startDate: 'October' }, 'startDate'],
      [{ assertions: [{ art66: '6_1_e' }] }, 'assertions[0].art66'],
      [{ title: 'half a \ud83d pair' }, ''],
      [{ purposeText: 'NUL \0 in the middle' }, ''],
      [{ purposeText: 'x'.repeat(500_000) }, ''],
      [{ signoffs: [{ role: 'CALDICOTT_GUARDIAN', decision: 'APPROVED' }] }, 'signoffs'],
    ] as const;
    for (const [record, field] of faulty) {
      const refusal = await flows
        .draft(submitter, world.deploymentId, record)
        .catch((fault: unknown) => fault);
      expect(refusal).toBeInstanceOf(Unprocessable);
      expect(refusal).toMatchObject({ issues: [expect.objectContaining({ field })] });
    }
    for (const nothing of [null, 'text', 7, [aFlow()]])
      await expect(flows.draft(submitter, world.deploymentId, nothing)).rejects.toThrow(Unprocessable);
  });

  it('faithfully, whatever people write', async () => {
    const odd = `😀 \u202eright to left "; DROP TABLE x; -- {{ 7*7 }} =1+1 <script> \\u0000 ${'é'.repeat(2000)}`;
    const id = await drafted(world, aFlow({ purposeText: odd }));
    expect((await queries.one(await world.as('submitter'), id))?.content.purposeText).toBe(odd);
  });

  it('and only for a deployment that it leads', async () => {
    const [rival] = await registered(world.candour, anOrganisation({ name: 'Rival Trust' }));
    const other = somebody('TRUST_SUBMITTER', rival?.id ?? null);
    await expect(flows.draft(other, world.deploymentId, aFlow())).rejects.toThrow(NotPermitted);
    for (const part of ['guardian', 'officer', 'executive', 'lead', 'first', 'auditor', 'admin'] as const)
      await expect(flows.draft(await world.as(part), world.deploymentId, aFlow())).rejects.toThrow(
        NotPermitted,
      );
    await expect(flows.draft(VISITOR, world.deploymentId, aFlow())).rejects.toThrow(SignInNeeded);
  });

  it('and a draft is read by its own people and auditors, and by nobody else', async () => {
    const id = await drafted(world);
    for (const part of ['submitter', 'guardian', 'officer', 'executive', 'auditor'] as const)
      expect(await queries.one(await world.as(part), id)).toMatchObject({ id });
    expect(await queries.one(OPERATOR, id)).toMatchObject({ id });
    const [rival] = await registered(world.candour, anOrganisation({ name: 'Rival Trust' }));
    const outside = [somebody('TRUST_SUBMITTER', rival?.id ?? null), VISITOR];
    for (const part of ['lead', 'first', 'lived', 'group', 'admin'] as const)
      outside.push(await world.as(part));
    for (const actor of outside) {
      expect(await queries.one(actor, id)).toBeNull();
      expect((await queries.ofDeployment(actor, world.deploymentId, FIRST)).items).toEqual([]);
      await expect(flows.judge(actor, id)).rejects.toThrow(NotFound);
      await expect(flows.submit(actor, id, { explanations: {} })).rejects.toThrow(
        actor === VISITOR ? SignInNeeded : NotFound,
      );
    }
  });

  it('and it is judged as it stands, without anything being stored', async () => {
    const submitter = await world.as('submitter');
    const id = await drafted(world, aFlow({ necessityText: '' }));
    const { results } = await flows.judge(submitter, id);
    expect(results.find(({ rule }) => rule === 'R-GEN-03')).toMatchObject({
      outcome: 'FAIL',
      message: expect.stringMatching(/^This record does not show/),
    });
    expect((await queries.one(submitter, id))?.reports).toEqual([]);
  });

  it('and identical reasons in three flows are noticed across the flows of the trust', async () => {
    const sameWords = { necessityText: 'The very same words that stand in every flow of this scheme.' };
    const ids: Uuid[] = [];
    for (let count = 0; count < 3; count += 1) ids.push(await drafted(world, aFlow(sameWords)));
    const { results } = await flows.judge(await world.as('submitter'), ids[2] ?? '');
    expect(results.find(({ rule }) => rule === 'R-GEN-03')?.outcome).toBe('WARN');
  });

  it('cannot be submitted while something is unexplained, and the refusal names each rule', async () => {
    const submitter = await world.as('submitter');
    const id = await drafted(world, aFlow({ necessityText: '' }));
    const wanted = Object.keys(await everyExplanation(world, submitter, id));
    expect(wanted).toContain('R-GEN-03');
    const refusal = await flows
      .submit(submitter, id, { explanations: { 'R-GEN-03': '  ' } })
      .catch((fault: unknown) => fault);
    expect(refusal).toBeInstanceOf(Unprocessable);
    if (refusal instanceof Unprocessable) expect(refusal.issues.map(({ field }) => field)).toEqual(wanted);
    expect(await queries.one(submitter, id)).toMatchObject({ submitted: false });
  });

  it('is submitted with its explanations, the report is stored and the counts are public', async () => {
    const submitter = await world.as('submitter');
    const id = await drafted(world, aFlow({ necessityText: '' }));
    const explanations = await everyExplanation(world, submitter, id);
    const { reportId } = await flows.submit(submitter, id, {
      explanations: { ...explanations, 'R-NONE-1': 'x' },
    });
    const flow = await queries.one(submitter, id);
    expect(flow).toMatchObject({ submitted: true, submittedOn: '2026-11-23', explanations });
    expect(flow?.reports).toMatchObject([{ id: reportId, occasion: 'submission', asAt: '2026-11-23' }]);
    const report = await queries.report(submitter, reportId);
    expect(report?.inputHash).toMatch(/^[0-9a-f]{64}$/);
    expect(report?.results.find(({ rule }) => rule === 'R-GEN-03')).toMatchObject({
      outcome: 'FAIL',
      version: 2,
    });
    const { items } = await world
      .service(DisclosuresQueries)
      .page(VISITOR, world.deploymentId, { limit: 100, after: null });
    const disclosed = items.find(({ flowId }) => flowId === id);
    expect(disclosed?.content).toMatchObject({
      tells: 'rule-results',
      notShown: expect.arrayContaining(['R-GEN-03']),
    });
    expect(JSON.stringify(disclosed)).not.toContain('Crisis plan');
  });

  it('and never changes again: neither in the service nor in PostgreSQL', async () => {
    const submitter = await world.as('submitter');
    const id = await submittedFlow(world);
    await expect(flows.change(submitter, id, aFlow())).rejects.toThrow(OutOfTurn);
    await expect(flows.submit(submitter, id, { explanations: {} })).rejects.toThrow(OutOfTurn);
    await expect(
      world.superuser.query(`UPDATE data_sharing.data_flow SET title = 'Other' WHERE id = $1`, [id]),
    ).rejects.toThrow(/a submitted flow is never edited/);
    for (const table of ['rule_report', 'flow_sign_off', 'rule_override', 'flow_disclosure'])
      for (const role of ['candour_member', 'candour_operator', 'candour_public']) {
        const { rows } = await world.superuser.query<{ may: boolean }>(
          `SELECT has_table_privilege($1, $2, 'UPDATE, DELETE') OR has_any_column_privilege($1, $2, 'UPDATE') AS may`,
          [role, `data_sharing.${table}`],
        );
        expect(rows).toEqual([{ may: false }]);
      }
  });

  it('is followed by one new version that says why, and the older one stays readable', async () => {
    const submitter = await world.as('submitter');
    const id = await submittedFlow(world);
    const { id: next } = await flows.revise(submitter, id, 'The ambulance trust merged.');
    expect(await queries.one(submitter, next)).toMatchObject({
      version: 2,
      replacesId: id,
      replacesReason: 'The ambulance trust merged.',
      submitted: false,
      versions: [{ version: 2 }, { version: 1, submittedOn: '2026-11-23' }],
    });
    await expect(flows.revise(submitter, id, 'Again.')).rejects.toThrow(/followed by one other/);
    await expect(flows.revise(submitter, next, 'Still a draft.')).rejects.toThrow(OutOfTurn);
    expect(await queries.one(submitter, id)).toMatchObject({ version: 1, submitted: true });
    const listed = await queries.ofDeployment(submitter, world.deploymentId, { limit: 100, after: null });
    expect(listed.items.filter(({ seriesId }) => seriesId === id)).toMatchObject([{ id: next }]);
    const asAuditor = await queries.ofDeployment(await world.as('auditor'), world.deploymentId, FIRST);
    expect(asAuditor.items).toHaveLength(1);
  });

  it('is submitted only once its deployment is in the public register', async () => {
    const submitter = await world.as('submitter');
    const { id: hidden } = await world
      .service(DeploymentsService)
      .register(submitter, newScheme(world.trustId));
    const { id } = await flows.draft(submitter, hidden, aFlow());
    const explanations = await everyExplanation(world, submitter, id);
    await expect(flows.submit(submitter, id, { explanations })).rejects.toThrow(
      /its deployment is not in the public register yet/,
    );
  });

  it('is begun under no id that a flow of another scheme has, and the refusal tells nothing of that one', async () => {
    const rival = await submitterOfAnotherTrust(world);
    const theirs = await publishedScheme(world.candour, rival, newScheme(trustOf(rival)));
    const { id } = await flows.draft(rival, theirs, aFlow({ title: 'Secret of the rival' }));
    const taken = flows.draft(await world.as('submitter'), world.deploymentId, aFlow(), id);
    await expect(taken).rejects.toThrow(OutOfTurn);
    await expect(taken).rejects.not.toThrow(/Secret of the rival/);
    const { id: elsewhere } = await world
      .service(DeploymentsService)
      .register(rival, newScheme(trustOf(rival), { title: 'Another scheme' }));
    await expect(flows.draft(rival, elsewhere, aFlow(), id)).rejects.toThrow(OutOfTurn);
  });

  it('and the log and the records agree after all of this', async () => {
    const { discrepancies } = await world.service(Verification).run();
    expect(discrepancies.filter(({ about }) => !['person', 'membership'].includes(about.kind))).toEqual([]);
  });
});

const FIRST = { limit: 1, after: null };
