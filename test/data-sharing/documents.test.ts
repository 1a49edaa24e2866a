import { createHash } from 'node:crypto';
import type { Actor } from '../../src/identity/actor.js';
import { ClosingService } from '../../src/evidence/closing/closing.service.js';
import { EvidenceService } from '../../src/evidence/documents/evidence.service.js';
import type { FlowContent } from '../../src/legal-basis/record/flow-content.js';
import { FlowsQueries } from '../../src/data-sharing/flow/flows.queries.js';
import { FlowsService } from '../../src/data-sharing/recording/flows.service.js';
import { FlowDocuments } from '../../src/data-sharing/showing/flow-documents.js';
import type { Audience } from '../../src/evidence/documents/evidence-item.entity.js';
import { NotFound, NotPermitted, SentOtherwise } from '../../src/kernel/refusal.js';
import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { Documented } from '../../src/evidence/documented.js';
import {
  aFlow,
  drafted,
  everyExplanation,
  submittedFlow,
  submitterOfAnotherTrust,
  underReview,
} from '../support/data-flows.js';
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
    const shown = await world.service(FlowDocuments).of(await world.as('guardian'), unnamed());
    expect(flow?.seriesId).toBe(flowId);
    expect(shown.href).toBe(`/evidence/about/data-flow/${flowId}`);
    expect(shown.items[0]?.details).toBe(
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
    const other = await submitterOfAnotherTrust(world);
    expect((await world.service(FlowDocuments).of(other, unnamed())).items).toEqual([]);
    await expect(offer('Theirs', 'everyone', other)).rejects.toThrow(NotFound);
    await expect(offer('A reviewer’s', 'everyone', await world.as('first'))).rejects.toThrow(NotPermitted);
  });

  it('and the record names its impact assessment by SHA-256: whoever may open that file is led to it, and nobody else', async () => {
    const [rival, submitter] = [await submitterOfAnotherTrust(world), await world.as('submitter')];
    const named = (fileHash: string) => ({ seriesId: flowId, content: { dpia: { fileHash } } });
    const found = async (actor: Actor, fileHash: string, by?: string) => {
      const { assessment } = await world.service(FlowDocuments).of(actor, named(fileHash), by);
      return assessment && { isHash: assessment.isHash, titles: assessment.items.map(({ title }) => title) };
    };
    const [open, advice] = ['DPIA, version 2', 'Advice of counsel'].map(hashOf);
    const nothing = { isHash: true, titles: [] };
    const kept = { isHash: true, titles: ['DPIA, version 2'] };
    for (const typed of [open, ` ${open?.toUpperCase()} `])
      expect(await found(submitter, typed ?? '')).toEqual(kept);
    expect(await found(submitter, open ?? '', '2026-11-22')).toEqual(nothing);
    expect(await found(submitter, hashOf('A file that nobody offered'))).toEqual(nothing);
    expect(await found(rival, open ?? '')).toEqual(nothing);
    expect(await found(await world.as('first'), open ?? '')).toEqual(kept);
    expect(await found(await world.as('first'), advice ?? '')).toEqual(nothing);
    expect(await found(submitter, advice ?? '')).toEqual({ isHash: true, titles: ['Advice of counsel'] });
    expect(await found(submitter, 'DPIA v2.pdf')).toEqual({ isHash: false, titles: [] });
    for (const silent of ['', '  ', 'not known']) expect(await found(submitter, silent)).toBeNull();
  });

  it('and a rule shows of a document only what rests on one that is kept, by its id or its SHA-256, until it is closed', async () => {
    const id = await offer('Agreement', 'everyone');
    const [hash, lost] = [hashOf('Agreement'), hashOf('A file that nobody offered')];
    expect(await outcomes(id)).toEqual(['PASS', 'STATED']);
    expect(await outcomes(hash)).toEqual(['PASS', 'PASS']);
    for (const typed of [lost, newId(), 'x', 'Signed, see the shared drive'])
      expect([typed, ...(await outcomes(typed))]).toEqual([typed, 'STATED', 'STATED']);
    const document = { id, sha256: hash, organisationId: world.trustId };
    const why = { reason: 'It named a patient.', version: 1 };
    await world.service(ClosingService).close(await world.as('submitter'), document, why);
    for (const closed of [id, hash]) expect(await outcomes(closed)).toEqual(['STATED', 'STATED']);
  });

  it('and of a notice and of a record of processing it shows nothing by a document that bears no date', async () => {
    const said = async (link: string) => {
      const { transparency, processingRecords } = aFlow();
      const id = await drafted(
        world,
        aFlow({
          transparency: {
            ...transparency,
            notices: transparency?.notices?.map((one) => ({ ...one, evidenceId: link })),
          },
          processingRecords: processingRecords?.map((one) => ({ ...one, evidenceId: link })),
        }),
      );
      const { results } = await world.service(FlowsService).judge(await world.as('submitter'), id);
      return ['R-TR-01', 'R-TR-05', 'R-ROPA-01'].map(
        (rule) => results.find((one) => one.rule === rule)?.outcome,
      );
    };
    expect(await said(await offer('Notice and entry', 'everyone'))).toEqual(['PASS', 'PASS', 'PASS']);
    expect(await said(await offer('Notice without a date', 'everyone', undefined, null))).toEqual([
      'STATED',
      'STATED',
      'STATED',
    ]);
  });

  it('and they stay with the flow through every version, as it stood on any day', async () => {
    const submitter = await world.as('submitter');
    const { id: next } = await world.service(FlowsService).revise(submitter, flowId, 'A new DPIA.');
    expect(await world.service(Documented).find(submitter, about(flowId))).toMatchObject({
      href: `/data-flows/${next}`,
    });
    expect(await world.service(Documented).find(submitter, about(next))).toBeNull();
    const before = await world.service(FlowDocuments).of(submitter, unnamed(), '2026-11-22');
    expect(before.items).toEqual([]);
  });

  it('and a draft that nobody else may read is not shown by its documents', async () => {
    const id = await drafted(world);
    expect(await world.service(Documented).find(await world.as('first'), about(id))).toBeNull();
    expect(await world.service(Documented).find(await world.as('submitter'), about(id))).toMatchObject({
      href: `/data-flows/${id}`,
    });
  });

  it('and a draft that is asked for twice is begun once; another kind of flow under the same token is refused', async () => {
    const [submitter, flows] = [await world.as('submitter'), world.service(FlowsService)];
    const once = '01981f2e-7b1a-7c3d-8e4f-0123456789ab';
    const begin = (archetype: string) => flows.draft(submitter, world.deploymentId, { archetype }, once);
    expect(await Promise.all([begin('F3'), begin('F3')])).toEqual([{ id: once }, { id: once }]);
    await expect(begin('F5')).rejects.toThrow(SentOtherwise);
    await flows.change(submitter, once, { archetype: 'F3', title: 'Changed since' }, 1);
    expect(await begin('F3')).toEqual({ id: once });
    expect(await everyExplanation(world, submitter, once)).not.toEqual({});
  });

  it('and the same content that two offer at the same moment is one document', async () => {
    await world.superuser.query('BEGIN; LOCK TABLE evidence.item IN SHARE MODE');
    const offered = Promise.all([offer('Sent by two', 'everyone'), offer('Sent by two', 'everyone')]);
    await waitingForLocks(2);
    await world.superuser.query('COMMIT');
    const [first, second] = await offered;
    expect(second).toBe(first);
  });

  /** What is said of an agreement and of an impact assessment that both link this. */
  async function outcomes(link: string): Promise<(string | undefined)[]> {
    const { dpia, controllership } = aFlow();
    const agreements = controllership?.agreements?.map((one) => ({ ...one, evidenceId: link }));
    const id = await drafted(
      world,
      aFlow({ dpia: { ...dpia, fileHash: link }, controllership: { ...controllership, agreements } }),
    );
    const { results } = await world.service(FlowsService).judge(await world.as('submitter'), id);
    return ['R-AGR-01', 'R-DPIA-01'].map((rule) => results.find((one) => one.rule === rule)?.outcome);
  }

  async function waitingForLocks(count: number): Promise<void> {
    const { rows } = await world.superuser.query<{ waiting: number }>(
      `SELECT count(*)::int AS waiting FROM pg_locks
       WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    if ((rows[0]?.waiting ?? 0) >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
    return waitingForLocks(count);
  }

  async function offer(
    title: string,
    audience: Audience,
    actor?: Actor,
    dated: string | null = '2021-06',
  ): Promise<Uuid> {
    const { id } = await world.service(EvidenceService).offer(actor ?? (await world.as('submitter')), {
      ...{ about: about(flowId), title, documentType: 'DPIA' as const, dated, audience },
      content: Buffer.from(`What ${title} says.`),
      whyNotEveryone: audience === 'everyone' ? null : 'It names staff.',
    });
    return id;
  }

  /** The flow as it is, with nothing in its record that names a document. */
  function unnamed(): { readonly seriesId: Uuid; readonly content: FlowContent } {
    return { seriesId: flowId, content: {} };
  }

  async function titles(part: Part): Promise<string[]> {
    const shown = await world.service(FlowDocuments).of(await world.as(part), unnamed());
    return shown.items.map(({ title }) => title);
  }
});

/** The SHA-256 of what is offered under a title. */
function hashOf(title: string): string {
  return createHash('sha256').update(`What ${title} says.`).digest('hex');
}

function about(id: Uuid) {
  return { kind: 'data-flow', id };
}
