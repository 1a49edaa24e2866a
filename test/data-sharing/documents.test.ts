import type { Actor } from '../../src/identity/actor.js';
import { EvidenceService } from '../../src/evidence/evidence.service.js';
import { FlowsQueries } from '../../src/data-sharing/flows.queries.js';
import { FlowsService } from '../../src/data-sharing/flows.service.js';
import { FlowDocuments } from '../../src/data-sharing/showing/flow-documents.js';
import type { Audience } from '../../src/evidence/evidence-item.entity.js';
import { NotFound, NotPermitted } from '../../src/kernel/refusal.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { Documented } from '../../src/evidence/documented.js';
import { drafted, everyExplanation, submittedFlow, underReview } from '../support/data-flows.js';
import { registered, somebody } from '../support/deployments.js';
import { anOrganisation } from '../support/organisations.js';
import { reviewWorld, type Part, type ReviewWorld } from '../support/reviews.js';

describe('Documents bear out what a data flow says', () => {
  let world: ReviewWorld;
  let flowId: Uuid;

  beforeAll(async () => {
    world = await reviewWorld();
    flowId = await submittedFlow(world);
    await offer('DPIA, version 2', 'everyone');
    await offer('Advice of counsel', 'privileged');
  });

  afterAll(() => world.close());

  it('and its own trust, those who sign and auditors read them, with their dates', async () => {
    for (const part of ['submitter', 'guardian', 'officer', 'executive', 'auditor'] as const)
      expect([part, await titles(part)]).toEqual([part, ['DPIA, version 2', 'Advice of counsel']]);
    const flow = await world.service(FlowsQueries).one(await world.as('guardian'), flowId);
    const shown = await world.service(FlowDocuments).of(await world.as('guardian'), { seriesId: flowId });
    expect(flow?.seriesId).toBe(flowId);
    expect(shown.href).toBe(`/evidence/about/data-flow/${flowId}`);
    expect(shown.items[0]?.told).toBe(
      'Data protection impact assessment (DPIA), made June 2021, received 23 November 2026',
    );
  });

  it('and reviewers read what is not privileged, once they are cleared and not before', async () => {
    expect(await titles('first')).toEqual([]);
    expect(await world.service(Documented).find(await world.as('first'), about(flowId))).toBeNull();
    await underReview(world);
    expect(await titles('first')).toEqual(['DPIA, version 2']);
    expect(await world.service(Documented).find(await world.as('first'), about(flowId))).toMatchObject({
      href: `/examined-flows/${flowId}`,
      deploymentId: world.deploymentId,
    });
  });

  it('and nobody else, nor offers one about a flow that is not theirs', async () => {
    const [rival] = await registered(world.candour, anOrganisation({ name: 'Rival Trust' }));
    const other = somebody('TRUST_SUBMITTER', rival?.id ?? null);
    expect((await world.service(FlowDocuments).of(other, { seriesId: flowId })).items).toEqual([]);
    await expect(offer('Theirs', 'everyone', other)).rejects.toThrow(NotFound);
    await expect(offer('A reviewer’s', 'everyone', await world.as('first'))).rejects.toThrow(NotPermitted);
  });

  it('and they stay with the flow through every version, as it stood on any day', async () => {
    const submitter = await world.as('submitter');
    const { id: next } = await world.service(FlowsService).revise(submitter, flowId, 'A new DPIA.');
    expect(await world.service(Documented).find(submitter, about(flowId))).toMatchObject({
      href: `/data-flows/${next}`,
    });
    expect(await world.service(Documented).find(submitter, about(next))).toBeNull();
    const before = await world.service(FlowDocuments).of(submitter, { seriesId: flowId }, '2026-11-22');
    expect(before.items).toEqual([]);
  });

  it('and a draft that nobody else may read is not shown by its documents', async () => {
    const id = await drafted(world);
    expect(await world.service(Documented).find(await world.as('first'), about(id))).toBeNull();
    expect(await world.service(Documented).find(await world.as('submitter'), about(id))).toMatchObject({
      href: `/data-flows/${id}`,
    });
  });

  it('and a draft that is asked for twice is begun once; another kind of flow is another', async () => {
    const [submitter, flows] = [await world.as('submitter'), world.service(FlowsService)];
    const once = '01981f2e-7b1a-7c3d-8e4f-0123456789ab';
    const begin = (archetype: string) => flows.draft(submitter, world.deploymentId, { archetype }, once);
    expect(await Promise.all([begin('F3'), begin('F3')])).toEqual([{ id: once }, { id: once }]);
    expect(await begin('F5')).not.toEqual({ id: once });
    await flows.change(submitter, once, { archetype: 'F3', title: 'Changed since' }, 1);
    expect(await begin('F3')).toEqual({ id: once });
    expect(await everyExplanation(world, submitter, once)).not.toEqual({});
  });

  async function offer(title: string, audience: Audience, actor?: Actor): Promise<Uuid> {
    return world.service(EvidenceService).offer(actor ?? (await world.as('submitter')), {
      ...{ about: about(flowId), title, documentType: 'DPIA' as const, dated: '2021-06', audience },
      content: Buffer.from(`What ${title} says.`),
      whyNotEveryone: audience === 'everyone' ? null : 'It names staff.',
    });
  }

  async function titles(part: Part): Promise<string[]> {
    const shown = await world.service(FlowDocuments).of(await world.as(part), { seriesId: flowId });
    return shown.items.map(({ title }) => title);
  }
});

function about(id: Uuid) {
  return { kind: 'data-flow', id };
}
