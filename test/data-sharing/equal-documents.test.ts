import { createHash } from 'node:crypto';
import { FlowsService } from '../../src/data-sharing/recording/flows.service.js';
import type { FlowContent } from '../../src/legal-basis/record/flow-content.js';
import { LifeCycleService } from '../../src/deployments/life-cycle/life-cycle.service.js';
import type { DocumentType } from '../../src/evidence/documents/document-types.js';
import type { Audience } from '../../src/evidence/documents/evidence-item.entity.js';
import { EvidenceService } from '../../src/evidence/documents/evidence.service.js';
import { scopeOf } from '../../src/identity/actor-scope.js';
import { OPERATOR, VISITOR, type Actor } from '../../src/identity/actor.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { Database } from '../../src/platform/database/database.js';
import { aFlow, submitterOfAnotherTrust, trustOf } from '../support/data-flows.js';
import { publishedScheme, newScheme } from '../support/deployments.js';
import { reviewWorld, type ReviewWorld } from '../support/reviews.js';

describe('Rules hold documents of one trust against those of another, and tell that they are equal and nothing else', () => {
  let world: ReviewWorld;
  let submitter: Actor;
  let rival: Actor;

  beforeAll(async () => {
    world = await reviewWorld();
    submitter = await world.as('submitter');
    rival = await submitterOfAnotherTrust(world);
  });

  afterAll(() => world.close());

  it('a new scheme with the protocol of one that ended in the same area', async () => {
    const [fresh, old] = await schemesIn('Eastshire', 'Eastshire');
    expect(await outcomes(fresh)).toMatchObject({ 'R-CN-05': 'UNKNOWN' });
    await offer(submitter, fresh, { content: 'How we visit people.' });
    await offer(submitter, fresh, { content: 'How we visit people, mended.' });
    expect(await outcomes(fresh)).toMatchObject({ 'R-CN-05': 'PASS' });
    await offer(rival, old, { content: 'How we visit people.', title: 'Secret title' });
    for (const reader of [submitter, await world.as('guardian'), OPERATOR])
      expect(await outcomes(fresh, {}, reader)).toMatchObject({ 'R-CN-05': 'WARN' });
    expect(JSON.stringify(await results(fresh))).not.toContain('Secret title');
  });

  it('but not where the schemes share nothing else, or the earlier one has not ended', async () => {
    const [fresh, old] = await schemesIn('Hillshire', 'Daleshire');
    const running = await publishedScheme(
      world.candour,
      rival,
      newScheme(trustOf(rival), { title: 'Running', area: 'Hillshire', agencies: [] }),
    );
    await offer(submitter, fresh, { content: 'One way of working.' });
    for (const other of [old, running]) await offer(rival, other, { content: 'One way of working.' });
    expect(await outcomes(fresh)).toMatchObject({ 'R-CN-05': 'PASS' });
  });

  it.each<[string, Partial<Offered>, Partial<Offered>]>([
    ['what the other trust keeps for itself', {}, { audience: 'privileged' }],
    ['what the trust keeps for itself', { audience: 'privileged' }, {}],
    ['a document of another sort there', {}, { documentType: 'MINUTES' }],
    ['a document of another sort here', { documentType: 'OTHER' }, {}],
  ])('and %s takes no part', async (what, ours, theirs) => {
    const [fresh, old] = await schemesIn(`Shire of ${what}`, `Shire of ${what}`);
    await offer(submitter, fresh, { content: 'A protocol that is known.' });
    await offer(submitter, fresh, { content: what, ...ours });
    await offer(rival, old, { content: what, ...theirs });
    expect(await outcomes(fresh)).toMatchObject({ 'R-CN-05': 'PASS' });
  });

  it('an impact assessment that comes from a supplier’s pack, wherever the pack is kept', async () => {
    const [scheme, elsewhere] = await schemesIn('Packshire', 'Elsewhere');
    const [pack, kept, minutes, own] = ['The pack.', 'Kept back.', 'Minutes.', 'Our own.'];
    await offer(rival, elsewhere, { content: pack, documentType: 'SUPPLIER_PACK', title: 'Secret title' });
    await offer(rival, elsewhere, { content: kept, documentType: 'SUPPLIER_PACK', audience: 'privileged' });
    await offer(rival, elsewhere, { content: minutes, documentType: 'MINUTES' });
    await offer(submitter, scheme, { content: own, documentType: 'DPIA' });
    for (const [content, outcome] of [
      [kept, 'STATED'],
      [minutes, 'STATED'],
      [own, 'PASS'],
    ] as const)
      expect([content, await outcomes(scheme, dpia(hashOf(content)))]).toMatchObject([
        content,
        { 'R-DPIA-09': outcome },
      ]);
    for (const typed of [hashOf(pack), ` ${hashOf(pack).toUpperCase()} `])
      expect([typed, await outcomes(scheme, dpia(typed))]).toMatchObject([typed, { 'R-DPIA-09': 'WARN' }]);
    expect(JSON.stringify(await results(scheme, dpia(hashOf(pack))))).not.toContain('Secret title');
  });

  it('and neither question answers a visitor, nor somebody who asks about a flow of another trust', async () => {
    const [scheme, elsewhere] = await schemesIn('Askshire', 'Elsewhere');
    await offer(rival, elsewhere, { content: 'Asked about.', documentType: 'SUPPLIER_PACK' });
    const { id } = await flows().draft(submitter, scheme, aFlow(dpia(hashOf('Asked about.'))));
    await expect(flows().judge(rival, id)).rejects.toThrow();
    for (const question of ['in_a_suppliers_pack', 'protocols_shared'])
      await expect(
        world
          .service(Database)
          .rows(scopeOf(VISITOR), { text: `SELECT data_sharing.${question}($1)`, values: [id] }),
      ).rejects.toThrow(/permission denied/);
  });

  /** A running scheme of the world's trust, and one of the rival's that ended; neither names a police force. */
  async function schemesIn(area: string, endedIn: string): Promise<readonly [Uuid, Uuid]> {
    const fresh = await publishedScheme(
      world.candour,
      submitter,
      newScheme(world.trustId, { title: 'New', area, agencies: [] }),
    );
    const old = await publishedScheme(
      world.candour,
      rival,
      newScheme(trustOf(rival), {
        title: 'Old',
        area: endedIn,
        agencies: [],
        state: 'LIVE',
        stateAt: '2022-05',
      }),
    );
    const reason = 'The team was dissolved.';
    const end = { to: 'DISBANDED', happened: '2026-04', reason, answers: {} } as const;
    await world.service(LifeCycleService).step(rival, old, end);
    return [fresh, old];
  }

  async function offer(actor: Actor, deploymentId: Uuid, different: Partial<Offered>): Promise<void> {
    const { content, ...others } = { ...A_PROTOCOL, ...different };
    await world.service(EvidenceService).offer(actor, {
      ...others,
      about: { kind: 'deployment', id: deploymentId },
      content: Buffer.from(content),
      dated: null,
      whyNotEveryone: others.audience === 'everyone' ? null : 'It names staff.',
    });
  }

  function flows(): FlowsService {
    return world.service(FlowsService);
  }

  async function results(deploymentId: Uuid, content: Partial<FlowContent> = {}, reader = submitter) {
    const { id } = await flows().draft(submitter, deploymentId, aFlow(content));
    return (await flows().judge(reader, id)).results;
  }

  async function outcomes(...asked: Parameters<typeof results>): Promise<Record<string, string>> {
    return Object.fromEntries((await results(...asked)).map(({ rule, outcome }) => [rule, outcome]));
  }
});

interface Offered {
  readonly title: string;
  readonly content: string;
  readonly documentType: DocumentType;
  readonly audience: Audience;
}

const A_PROTOCOL: Offered = {
  title: 'Protocol',
  content: 'A protocol.',
  documentType: 'PROTOCOL',
  audience: 'reviewers',
};

function dpia(fileHash: string): Partial<FlowContent> {
  return { dpia: { exists: true, fileHash, approvedAt: '2026-02-10' } };
}

function hashOf(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}
