import { DisclosuresQueries } from '../../src/data-sharing/disclosing/disclosures.queries.js';
import { FlowsQueries } from '../../src/data-sharing/flow/flows.queries.js';
import { FlowsService } from '../../src/data-sharing/recording/flows.service.js';
import { LeadingService } from '../../src/data-sharing/examining/leading.service.js';
import { VISITOR } from '../../src/identity/actor.js';
import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { NotFound, NotPermitted, OutOfTurn, Unprocessable } from '../../src/kernel/refusal.js';
import { aFlow, drafted, policeFlow, signed, submittedFlow, underReview } from '../support/data-flows.js';
import { reviewWorld, type ReviewWorld } from '../support/reviews.js';

const ALL = { limit: 100, after: null };

describe('People other than the submitter sign a flow', () => {
  let world: ReviewWorld;
  let queries: FlowsQueries;

  beforeAll(async () => {
    world = await reviewWorld();
    queries = world.service(FlowsQueries);
  });

  afterAll(() => world.close());

  it('each in their own capacity, and the rules about sign-off are asked again each time', async () => {
    const id = await submittedFlow(world, policeFlow());
    const guardianRule = async (reportId: Uuid) => {
      const report = await queries.report(await world.as('officer'), reportId);
      return report?.results.find(({ rule }) => rule === 'R-SO-01')?.outcome ?? 'no such rule yet';
    };
    await signed(world, 'guardian', id);
    await signed(world, 'officer', id);
    const { reportId } = await signed(world, 'executive', id, { adviceFollowed: true });
    const flow = await queries.one(await world.as('submitter'), id);
    expect(flow?.signOffs).toMatchObject([
      { capacity: 'CALDICOTT_GUARDIAN', decision: 'APPROVED', signedOn: '2026-11-23' },
      { capacity: 'DPO', decision: 'ADVISED' },
      { capacity: 'EXEC_APPROVER', decision: 'APPROVED', adviceFollowed: true },
    ]);
    expect(flow?.reports.map(({ occasion }) => occasion)).toEqual([
      'submission',
      'sign-off',
      'sign-off',
      'sign-off',
    ]);
    expect(['PASS', 'no such rule yet']).toContain(await guardianRule(reportId));
    expect(JSON.stringify(flow)).not.toContain(world.personId('guardian'));
  });

  it('and dissent is kept and published word for word, while the reasons stay with the trust and its reviewers', async () => {
    const id = await submittedFlow(world);
    await signed(world, 'guardian', id, {
      decision: 'REFUSED',
      reasons: 'A reason that is for the trust.',
      dissent: 'I was told after it had begun, and I do not agree.',
    });
    const { items } = await world.service(DisclosuresQueries).page(VISITOR, world.deploymentId, ALL);
    const disclosed = items.filter(({ flowId }) => flowId === id);
    expect(disclosed.find(({ subject }) => subject === 'sign-off')?.content).toEqual({
      tells: 'sign-off',
      capacity: 'CALDICOTT_GUARDIAN',
      decision: 'REFUSED',
      adviceFollowed: null,
      dissent: 'I was told after it had begun, and I do not agree.',
    });
    expect(JSON.stringify(items)).not.toContain('A reason that is for the trust.');
    expect(disclosed.map(({ subject }) => subject).sort()).toEqual([
      'rule-results',
      'rule-results',
      'sign-off',
    ]);
  });

  it('but a data protection officer advises and cannot approve', async () => {
    const id = await submittedFlow(world);
    await expect(signed(world, 'officer', id, { decision: 'APPROVED' })).rejects.toThrow(Unprocessable);
    await expect(signed(world, 'guardian', id, { decision: 'ADVISED' })).rejects.toThrow(Unprocessable);
    await expect(signed(world, 'officer', id, { capacity: 'CALDICOTT_GUARDIAN' })).rejects.toThrow();
    await expect(
      insertSignOff(world, id, {
        capacity: 'DPO',
        decision: 'APPROVED',
        signedBy: world.personId('officer'),
      }),
    ).rejects.toThrow(/advises and never approves/);
  });

  it('with conditions and reasons where they are due', async () => {
    const id = await submittedFlow(world);
    const issuesOf = async (different: object) =>
      signed(world, 'guardian', id, different).catch((fault: unknown) =>
        fault instanceof Unprocessable ? fault.issues.map(({ field }) => field) : fault,
      );
    expect(await issuesOf({ decision: 'APPROVED_WITH_CONDITIONS' })).toEqual(['conditions']);
    expect(await issuesOf({ reasons: ' ' })).toEqual(['reasons']);
    expect(await issuesOf({ adviceFollowed: false })).toEqual(['adviceNotFollowedReason']);
  });

  it('and nobody signs in a capacity that is not theirs, for another trust, or a draft', async () => {
    const id = await submittedFlow(world);
    await expect(signed(world, 'guardian', id, { capacity: 'EXEC_APPROVER' })).rejects.toThrow(NotPermitted);
    await expect(signed(world, 'executive', id, { capacity: 'CALDICOTT_GUARDIAN' })).rejects.toThrow(
      NotPermitted,
    );
    for (const part of ['submitter', 'auditor'] as const)
      await expect(signed(world, part, id)).rejects.toThrow(NotPermitted);
    for (const part of ['lead', 'first', 'group', 'admin'] as const)
      await expect(signed(world, part, id)).rejects.toThrow(NotFound);
    await expect(signed(world, 'guardian', await drafted(world))).rejects.toThrow(OutOfTurn);
  });

  it('three different people: the submitter signs nothing, and nobody signs twice in two capacities', async () => {
    const id = await submittedFlow(world);
    const submitter = world.personId('submitter');
    await expect(
      insertSignOff(world, id, { capacity: 'CALDICOTT_GUARDIAN', decision: 'APPROVED', signedBy: submitter }),
    ).rejects.toThrow(/nobody signs a flow that they submitted themselves/);
    await signed(world, 'guardian', id);
    const guardian = world.personId('guardian');
    await expect(
      insertSignOff(world, id, { capacity: 'EXEC_APPROVER', decision: 'APPROVED', signedBy: guardian }),
    ).rejects.toThrow(/nobody signs one flow in two capacities/);
  });

  it('a change of mind is another sign-off, and a new version starts without any', async () => {
    const id = await submittedFlow(world);
    await signed(world, 'guardian', id, { decision: 'REFUSED' });
    await signed(world, 'guardian', id, { decision: 'APPROVED' });
    const guardian = await world.as('guardian');
    expect((await queries.one(guardian, id))?.signOffs).toMatchObject([
      { decision: 'REFUSED' },
      { decision: 'APPROVED' },
    ]);
    const submitter = await world.as('submitter');
    const { id: next } = await world.service(FlowsService).revise(submitter, id, 'Another recipient.');
    expect((await queries.one(guardian, next))?.signOffs).toEqual([]);
  });

  it('and each finds what waits for them, until they have signed it', async () => {
    const guardian = await world.as('guardian');
    const wanted = { organisations: [world.trustId], capacities: ['CALDICOTT_GUARDIAN'] } as const;
    const id = await submittedFlow(world);
    const before = await queries.awaiting(guardian, wanted, ALL);
    expect(before.items.map((flow) => flow.id)).toContain(id);
    await signed(world, 'guardian', id);
    const after = await queries.awaiting(guardian, wanted, ALL);
    expect(after.items.map((flow) => flow.id)).not.toContain(id);
  });
});

describe('Reviewers of the deployment', () => {
  let world: ReviewWorld;
  let queries: FlowsQueries;
  let flowId: Uuid;
  let reportId: Uuid;

  beforeAll(async () => {
    world = await reviewWorld();
    queries = world.service(FlowsQueries);
    flowId = await submittedFlow(world, aFlow({ necessityText: '' }));
    reportId = (await queries.one(await world.as('submitter'), flowId))?.reports[0]?.id ?? '';
  });

  afterAll(() => world.close());

  it('read nothing before they are assigned and cleared, then what is submitted and no draft', async () => {
    const draft = await drafted(world);
    for (const part of ['lead', 'first', 'lived'] as const)
      expect(await queries.one(await world.as(part), flowId)).toBeNull();
    await underReview(world);
    for (const part of ['lead', 'first', 'lived'] as const) {
      expect(await queries.one(await world.as(part), flowId)).toMatchObject({ id: flowId });
      expect(await queries.report(await world.as(part), reportId)).toMatchObject({ occasion: 'submission' });
      expect(await queries.one(await world.as(part), draft)).toBeNull();
    }
    for (const part of ['otherLead', 'stranger', 'group', 'admin'] as const)
      expect(await queries.one(await world.as(part), flowId)).toBeNull();
  });

  it('the lead alone overrides a result, with reason and evidence, in public, and the result stays', async () => {
    const leading = world.service(LeadingService);
    const view = {
      reportId,
      rule: 'R-GEN-03',
      reason: 'It stands in the DPIA.',
      evidence: 'DPIA v2, page 4',
    };
    for (const part of ['first', 'lived', 'submitter', 'guardian', 'auditor'] as const)
      await expect(leading.override(await world.as(part), view)).rejects.toThrow(NotPermitted);
    for (const part of ['otherLead', 'stranger', 'admin'] as const)
      await expect(leading.override(await world.as(part), view)).rejects.toThrow(NotFound);
    const lead = await world.as('lead');
    await expect(leading.override(lead, { ...view, rule: 'R-GEN-01' })).rejects.toThrow(OutOfTurn);
    await expect(leading.override(lead, { ...view, rule: 'R-NONE-1' })).rejects.toThrow(NotFound);
    await leading.override(lead, view);
    await expect(leading.override(lead, view)).rejects.toThrow(/a result is overridden once/);
    const { items } = await world.service(DisclosuresQueries).page(VISITOR, world.deploymentId, ALL);
    expect(items.filter(({ subject }) => subject === 'override')).toMatchObject([
      {
        content: {
          tells: 'override',
          rule: 'R-GEN-03',
          outcome: 'FAIL',
          reason: view.reason,
          evidence: view.evidence,
        },
      },
    ]);
    const report = await queries.report(lead, reportId);
    expect(report?.results.find(({ rule }) => rule === 'R-GEN-03')?.outcome).toBe('FAIL');
    expect((await queries.one(lead, flowId))?.overrides).toMatchObject([
      { rule: 'R-GEN-03', outcome: 'FAIL' },
    ]);
  });

  it('and a later judgement stands beside the first, with its own label', async () => {
    const lead = await world.as('lead');
    await world.service(LeadingService).reevaluate(lead, flowId, 'Judged anew by a later rule set');
    const flow = await queries.one(lead, flowId);
    expect(flow?.reports).toMatchObject([
      { id: reportId, occasion: 'submission' },
      { occasion: 're-evaluation', label: 'Judged anew by a later rule set' },
    ]);
    await expect(
      world.service(LeadingService).reevaluate(await world.as('first'), flowId, 'Not mine to do'),
    ).rejects.toThrow(NotPermitted);
  });
});

/** Past the service, as only a fault in it could. */
async function insertSignOff(
  world: ReviewWorld,
  flowId: Uuid,
  { capacity, decision, signedBy }: { capacity: string; decision: string; signedBy: Uuid },
): Promise<void> {
  await world.superuser.query(
    `INSERT INTO data_sharing.flow_sign_off (id, revision, flow_id, deployment_id, organisation_id, capacity, decision,
       signed_by, signed_on, reasons, scheme_parts) VALUES ($1, 1, $2, $3, $4, $5, $6, $7, '2026-11-23', 'Because.', '{}')`,
    [newId(), flowId, world.deploymentId, world.trustId, capacity, decision, signedBy],
  );
}
