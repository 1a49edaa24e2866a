import { ExchangeQueries } from '../../src/data-sharing/exchange/exchange.queries.js';
import type { FlowInFile } from '../../src/data-sharing/exchange/reading/file-reading.js';
import { FlowImportService } from '../../src/data-sharing/exchange/flow-import.service.js';
import { FlowsQueries } from '../../src/data-sharing/flow/flows.queries.js';
import { FlowsService } from '../../src/data-sharing/recording/flows.service.js';
import type { FlowContent } from '../../src/legal-basis/record/flow-content.js';
import { VISITOR, type Actor } from '../../src/identity/actor.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { ChangedMeanwhile, NotFound, NotPermitted, SignInNeeded } from '../../src/kernel/refusal.js';
import { Verification } from '../../src/ledger/verification/verification.js';
import { aFlow, drafted, submittedFlow } from '../support/data-flows.js';
import { registered, somebody } from '../support/deployments.js';
import { anOrganisation } from '../support/organisations.js';
import { reviewWorld, type ReviewWorld } from '../support/reviews.js';

const ALL = { limit: 100, after: null };
const TAKE_IT_UP = /put aside\. Take it up again first/;

describe('A draft that was made by mistake is put aside and can be taken up again', () => {
  let world: ReviewWorld;
  let flows: FlowsService;
  let queries: FlowsQueries;
  let submitter: Actor;

  beforeAll(async () => {
    world = await reviewWorld();
    flows = world.service(FlowsService);
    queries = world.service(FlowsQueries);
    submitter = await world.as('submitter');
  });

  afterAll(() => world.close());

  it('with a reason and a day, and comes back with every answer as it was', async () => {
    const content = aFlow({ title: 'Begun twice' });
    const id = await drafted(world, content);
    await flows.putAside(submitter, id, 'It was begun twice.', 1);
    const aside = { putAsideOn: '2026-11-23', putAsideReason: 'It was begun twice.' };
    expect(await queries.one(submitter, id)).toMatchObject({ ...aside, revision: 2, content });
    expect(await listed(id)).toEqual({ stands: false, putAside: true });
    await flows.takeUp(submitter, id, 2);
    const back = { putAsideOn: null, putAsideReason: null, submitted: false, revision: 3, content };
    expect(await queries.one(submitter, id)).toMatchObject(back);
    expect(await listed(id)).toEqual({ stands: true, putAside: false });
    expect(await eventsOf(id)).toEqual([
      { action: 'draft', reason: null },
      { action: 'put-aside', reason: 'It was begun twice.' },
      { action: 'take-up', reason: null },
    ]);
  });

  it('and meanwhile it is neither changed nor submitted, in the service or in PostgreSQL', async () => {
    const id = await asideDraft();
    await expect(flows.change(submitter, id, aFlow({ title: 'Other' }))).rejects.toThrow(TAKE_IT_UP);
    await expect(flows.submit(submitter, id, { explanations: {} })).rejects.toThrow(TAKE_IT_UP);
    await expect(flows.putAside(submitter, id, 'Once more.')).rejects.toThrow(/put aside already/);
    for (const change of [`title = 'Other'`, `content = '{}'`, `content = '{}', ${STANDING}`])
      await expect(update(id, change)).rejects.toThrow(/is taken up again before it changes/);
    for (const half of ['put_aside_on = NULL', 'put_aside_reason = NULL'])
      await expect(update(id, half)).rejects.toThrow(/on a day and for a reason/);
    for (const reason of ['   ', 'x'.repeat(1001)])
      await expect(update(id, `put_aside_reason = '${reason}'`)).rejects.toThrow(/in a few words/);
    expect(await queries.one(submitter, id)).toMatchObject({ revision: 2, putAsideReason: 'A mistake.' });
  });

  it('but never once it is submitted, nor over what somebody else saved', async () => {
    const kept = await submittedFlow(world);
    await expect(flows.putAside(submitter, kept, 'Too late.')).rejects.toThrow(/stays as it is/);
    const id = await drafted(world);
    await expect(flows.takeUp(submitter, id)).rejects.toThrow(/not put aside/);
    await flows.change(submitter, id, aFlow({ title: 'Saved meanwhile' }));
    await expect(flows.putAside(submitter, id, 'A mistake.', 1)).rejects.toThrow(ChangedMeanwhile);
    expect(await listed(id)).toEqual({ stands: true, putAside: false });
  });

  it('by its own trust alone; those who may read drafts still read it, and nobody else learns of it', async () => {
    const id = await asideDraft();
    const [rival] = await registered(world.candour, anOrganisation({ name: 'Rival Trust' }));
    const outside = [somebody('TRUST_SUBMITTER', rival?.id ?? null), VISITOR];
    const inside: Actor[] = [];
    for (const part of ['guardian', 'officer', 'executive', 'auditor'] as const)
      inside.push(await world.as(part));
    for (const part of ['lead', 'first', 'group', 'admin'] as const) outside.push(await world.as(part));
    for (const actor of inside) expect(await queries.one(actor, id)).toMatchObject({ id });
    for (const actor of outside) {
      expect(await queries.one(actor, id)).toBeNull();
      expect((await queries.putAsideOf(actor, world.deploymentId, ALL)).items).toEqual([]);
    }
    for (const actor of [...inside, ...outside]) {
      const refusal = await flows.takeUp(actor, id).catch((fault: unknown) => fault);
      expect([NotFound, NotPermitted, SignInNeeded].some((kind) => refusal instanceof kind)).toBe(true);
    }
    expect(await listed(id)).toEqual({ stands: false, putAside: true });
  });

  it('and no rule compares it with the flows that stand', async () => {
    const sameWords = {
      necessityText: 'One sentence that was copied from flow to flow of this scheme.',
      lessIntrusiveAlternativesText: 'And another that was copied with it.',
    };
    const first = await drafted(world, aFlow(sameWords));
    const second = await drafted(world, aFlow(sameWords));
    const third = await drafted(world, aFlow(sameWords));
    expect(await outcomeOf(third, 'R-GEN-03')).toBe('WARN');
    for (const id of [first, second]) await flows.putAside(submitter, id, 'A mistake.');
    expect(await outcomeOf(third, 'R-GEN-03')).toBe('STATED');
    for (const id of [first, second]) await flows.takeUp(submitter, id);
    expect(await outcomeOf(third, 'R-GEN-03')).toBe('WARN');
  });

  it('a version that is put aside leaves the one before it standing, and keeps its place', async () => {
    const first = await submittedFlow(world, aFlow({ title: 'Has a version put aside' }));
    const { id: second } = await flows.revise(submitter, first, 'The DPIA was reviewed.');
    await flows.putAside(submitter, second, 'The review is not finished.');
    expect(await listed(first)).toEqual({ stands: true, putAside: false });
    expect(await listed(second)).toEqual({ stands: false, putAside: true });
    const again = flows.revise(submitter, first, 'Again.');
    await expect(again).rejects.toThrow(/Version 2 was begun before and is put aside\. Take it up again/);
    await flows.takeUp(submitter, second);
    expect(await listed(first)).toEqual({ stands: false, putAside: false });
    await expect(flows.revise(submitter, first, 'Again.')).rejects.toThrow(/followed by one other/);
  });

  it('files leave it out, and nothing is imported over it', async () => {
    const words = { title: 'Only in files', purposeText: 'Words that only this draft has.' };
    const id = await drafted(world, aFlow(words));
    await flows.putAside(submitter, id, 'A mistake.');
    const exported = await world.service(ExchangeQueries).newest(submitter, world.deploymentId);
    expect(exported.map((flow) => flow.id)).not.toContain(id);
    expect(exported.length).toBeGreaterThan(0);
    expect(await planned(id, aFlow({ title: 'Other' }))).toMatchObject({
      does: 'refused',
      refusals: [expect.stringMatching(/is put aside\. Take it up again first/)],
    });
    expect(await planned(id, aFlow(words))).toMatchObject({ does: 'nothing' });
    expect(await planned('new-1', aFlow(words))).toMatchObject({
      does: 'refused',
      refusals: [expect.stringMatching(/says the same is put aside/)],
    });
  });

  it('and a file of the version that stands is refused over the one that is put aside after it', async () => {
    const content = aFlow({ title: 'Out and in again' });
    const first = await submittedFlow(world, content);
    const { id: second } = await flows.revise(submitter, first, 'The DPIA was reviewed.');
    await flows.putAside(submitter, second, 'A mistake.');
    const exported = await world.service(ExchangeQueries).newest(submitter, world.deploymentId);
    expect(exported.find(({ versions }) => versions.includes(second))).toMatchObject({ id: first });
    expect(await planned(first, content)).toMatchObject({ does: 'nothing', held: { id: first } });
    expect(await planned(first, aFlow({ title: 'Other' }))).toMatchObject({
      does: 'refused',
      refusals: [expect.stringMatching(/^Version 2 is put aside/)],
    });
  });

  it('and the log and the records agree after all of this, and notice what was put aside without it', async () => {
    expect(await discrepancies()).toEqual([]);
    const id = await drafted(world);
    await update(id, `put_aside_on = '2026-11-23', put_aside_reason = 'Quietly.'`, 'replica');
    expect(await discrepancies()).toEqual([
      expect.objectContaining({ about: { kind: 'data-flow', id } }),
      expect.objectContaining({ about: { kind: 'data-flow', id } }),
    ]);
  });

  async function asideDraft(): Promise<Uuid> {
    const id = await drafted(world);
    await flows.putAside(submitter, id, 'A mistake.');
    return id;
  }

  async function listed(id: Uuid): Promise<{ stands: boolean; putAside: boolean }> {
    const [standing, aside] = await Promise.all([
      queries.ofDeployment(submitter, world.deploymentId, ALL),
      queries.putAsideOf(submitter, world.deploymentId, ALL),
    ]);
    const holds = ({ items }: typeof standing): boolean => items.some((row) => row.id === id);
    return { stands: holds(standing), putAside: holds(aside) };
  }

  async function planned(key: string, record: FlowContent): Promise<unknown> {
    const inFile: FlowInFile = { key, deploymentId: null, record };
    const place = { id: world.deploymentId, leadOrganisationId: world.trustId };
    const { flows: all } = await world.service(FlowImportService).plan(submitter, place, [inFile]);
    return all[0];
  }

  async function outcomeOf(id: Uuid, wanted: string): Promise<string | undefined> {
    const { results } = await flows.judge(submitter, id);
    return results.find(({ rule }) => rule === wanted)?.outcome;
  }

  async function eventsOf(id: Uuid): Promise<unknown[]> {
    const { rows } = await world.superuser.query<object>(
      "SELECT action, leaf::jsonb ->> 'reason' AS reason FROM ledger.event WHERE subject_id = $1 ORDER BY revision",
      [id],
    );
    return rows;
  }

  async function update(id: Uuid, change: string, as: 'origin' | 'replica' = 'origin'): Promise<void> {
    await world.superuser.query(`SET session_replication_role = '${as}'`);
    await world.superuser
      .query(`UPDATE data_sharing.data_flow SET ${change} WHERE id = $1`, [id])
      .finally(() => world.superuser.query(`SET session_replication_role = 'origin'`));
  }

  async function discrepancies() {
    const report = await world.service(Verification).run();
    return report.discrepancies.filter(({ about }) => about.kind === 'data-flow');
  }
});

const STANDING = 'put_aside_on = NULL, put_aside_reason = NULL';
