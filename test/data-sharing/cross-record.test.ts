import { DisclosuresQueries } from '../../src/data-sharing/disclosing/disclosures.queries.js';
import { FlowsService } from '../../src/data-sharing/recording/flows.service.js';
import { CohortService } from '../../src/deployments/cohort/cohort.service.js';
import { DeploymentsQueries } from '../../src/deployments/finding/deployments.queries.js';
import { SchemeMentions } from '../../src/deployments/finding/scheme-mentions.js';
import type { FlowContent } from '../../src/legal-basis/record/flow-content.js';
import { VISITOR, type Actor } from '../../src/identity/actor.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { aFlow, everyExplanation, submitterOfAnotherTrust, trustOf } from '../support/data-flows.js';
import { publishedScheme, newScheme } from '../support/deployments.js';
import { pastTheLedger, reviewWorld, type ReviewWorld } from '../support/reviews.js';

const POLICE_FLOW: Partial<FlowContent> = {
  recipientOrgIds: ['police'],
  parties: [
    { orgId: 'trust', orgType: 'NHS_MH_TRUST' },
    { orgId: 'police', orgType: 'POLICE_FORCE' },
  ],
};

describe('Rules look beyond the one flow, at what the register really holds', () => {
  let world: ReviewWorld;
  let flows: FlowsService;
  let submitter: Actor;
  let rival: Actor;
  let rivalScheme: Uuid;

  beforeAll(async () => {
    world = await reviewWorld();
    flows = world.service(FlowsService);
    submitter = await world.as('submitter');
    rival = await submitterOfAnotherTrust(world);
    rivalScheme = await publishedScheme(world.candour, rival, newScheme(trustOf(rival)));
  });

  afterAll(() => world.close());

  it('a flow with the police in a scheme that says there are none', async () => {
    const quiet = await scheme({ title: 'Without police', agencies: [] });
    expect(await outcomes(quiet, aFlow(POLICE_FLOW))).toMatchObject({ 'R-CN-01': 'FAIL' });
    expect(await outcomes(quiet, aFlow({ ...POLICE_FLOW, status: 'CEASED' }))).toMatchObject({
      'R-CN-01': 'PASS',
    });
    const open = await scheme({ title: 'With police' });
    expect(await outcomes(open, aFlow(POLICE_FLOW))).toMatchObject({ 'R-CN-01': 'DOES_NOT_APPLY' });
  });

  it('a flow that runs on when its scheme was halted or closed', async () => {
    const closing = await scheme({ title: 'Closing' });
    expect(await outcomes(closing, aFlow())).toMatchObject({ 'R-CN-02': 'DOES_NOT_APPLY' });
    for (const state of ['HALT_ORDERED', 'CLOSED']) {
      await inState(closing, state);
      expect([state, await outcomes(closing, aFlow())]).toMatchObject([state, { 'R-CN-02': 'FAIL' }]);
      const ceased = await outcomes(closing, aFlow({ status: 'CEASED' }));
      expect([state, ceased]).toMatchObject([state, { 'R-CN-02': 'PASS' }]);
    }
  });

  it('a live scheme whose screening leaves a red line open', async () => {
    const live = await scheme({ title: 'Live' });
    await inState(live, 'LIVE');
    expect(await outcomes(live, aFlow())).toMatchObject({ 'R-CN-04': 'PASS' });
    for (const answer of ['yes', 'not-known']) {
      await pastTheLedger(
        world.superuser,
        `UPDATE deployments.screening SET answers = answers || '{"SCR-04": "${answer}"}' WHERE deployment_id = '${live}'`,
      );
      expect([answer, await outcomes(live, aFlow())]).toMatchObject([answer, { 'R-CN-04': 'FAIL' }]);
    }
  });

  it('what a flow shows and the screening denies, which the page of the scheme tells everybody', async () => {
    const denying = await scheme({ title: 'Denying', area: 'Northshire' });
    const refusing = aFlow({
      mechanism: 'VERBAL',
      dpia: { exists: true, serviceDenialEffect: true },
    });
    expect(await outcomes(denying, aFlow({ mechanism: 'VERBAL' }))).toMatchObject({
      'R-PAT-05': 'PASS',
    });
    expect(await outcomes(denying, refusing)).toMatchObject({ 'R-PAT-05': 'FAIL', 'R-PAT-03': 'WARN' });
    const told = () => world.service(DisclosuresQueries).counted(VISITOR, denying);
    expect(await told()).toMatchObject({ deny: 0 });
    await submit((await flows.draft(submitter, denying, refusing)).id, submitter);
    expect(await told()).toMatchObject({ deny: 1 });
    const detail = await world.service(DeploymentsQueries).one(VISITOR, denying);
    if (detail === null) throw new Error('There is no such scheme.');
    expect(await world.service(SchemeMentions).of(VISITOR, detail)).toContainEqual(
      expect.objectContaining({ againstScreening: true, state: '1 data flow' }),
    );
  });

  it('the purpose to prevent crime, in a scheme whose people have no history of offences', async () => {
    const calm = await scheme({ title: 'Nobody has offended' });
    const toPrevent = () => outcomes(calm, aFlow({ purposeCodes: ['CRIME_PREVENTION', 'DIRECT_CARE'] }));
    expect(await toPrevent()).toMatchObject({ 'R-CN-03': 'UNKNOWN' });
    const cohort = world.service(CohortService);
    for (const [offenceHistory, outcome] of [
      ['NONE', 'WARN'],
      ['SOME', 'PASS'],
      ['ALL', 'PASS'],
      ['NOT_KNOWN', 'UNKNOWN'],
    ] as const) {
      await cohort.describe(submitter, calm, { offenceHistory, reason: 'We looked again.' });
      expect([offenceHistory, await toPrevent()]).toMatchObject([offenceHistory, { 'R-CN-03': outcome }]);
    }
    expect(await outcomes(calm, aFlow({ purposeCodes: ['DIRECT_CARE'] }))).toMatchObject({
      'R-CN-03': 'DOES_NOT_APPLY',
    });
  });

  it('a scheme that follows a closed one, of any trust, in the same area with the same force', async () => {
    const agencies = [{ name: 'Force of the North', part: 'POLICE' as const }];
    const fresh = await scheme({ title: 'New name', area: 'Northshire', agencies });
    expect(await outcomes(fresh, aFlow())).toMatchObject({ 'R-CN-05': 'PASS' });
    const old = await publishedScheme(
      world.candour,
      rival,
      newScheme(trustOf(rival), {
        title: 'Old name',
        area: 'northshire',
        agencies: [{ name: 'FORCE OF THE NORTH', part: 'POLICE' }],
      }),
    );
    expect(await outcomes(fresh, aFlow())).toMatchObject({ 'R-CN-05': 'PASS' });
    await inState(old, 'CLOSED');
    expect(await outcomes(fresh, aFlow())).toMatchObject({ 'R-CN-05': 'WARN' });
    const elsewhere = await scheme({ title: 'Elsewhere', area: 'Southshire', agencies });
    expect(await outcomes(elsewhere, aFlow())).toMatchObject({ 'R-CN-05': 'PASS' });
  });

  it('also where several forces took part in both, and one of them in both', async () => {
    const forces = (...names: string[]) => names.map((name) => ({ name, part: 'POLICE' as const }));
    const eastern = { area: 'Eastshire', agencies: forces('Alpha Police', 'Middle Police') };
    const fresh = await scheme({ ...eastern, title: 'Two forces' });
    const old = await scheme({
      ...eastern,
      title: 'Two others',
      agencies: forces('Beta Police', 'Middle Police'),
    });
    const strange = await scheme({ ...eastern, title: 'A third', agencies: forces('Other Police') });
    await inState(strange, 'CLOSED');
    expect(await outcomes(fresh, aFlow())).toMatchObject({ 'R-CN-05': 'PASS' });
    await inState(old, 'CLOSED');
    expect(await outcomes(fresh, aFlow())).toMatchObject({ 'R-CN-05': 'WARN' });
  });

  it('an impact assessment that another trust submitted too; its drafts and its record stay its own', async () => {
    const dpia = { exists: true, fileHash: 'a'.repeat(64) };
    expect(await outcomes(world.deploymentId, aFlow({ dpia }))).toMatchObject({ 'R-DPIA-09': 'STATED' });
    const draft = await flows.draft(rival, rivalScheme, aFlow({ dpia, title: 'Secret of the rival' }));
    expect(await outcomes(world.deploymentId, aFlow({ dpia }))).toMatchObject({ 'R-DPIA-09': 'STATED' });
    await submit(draft.id);
    const { id } = await flows.draft(submitter, world.deploymentId, aFlow({ dpia }));
    const { results } = await flows.judge(submitter, id);
    expect(results.find(({ rule }) => rule === 'R-DPIA-09')?.outcome).toBe('WARN');
    for (const secret of ['Secret of the rival', draft.id, rivalScheme])
      expect(JSON.stringify(results)).not.toContain(secret);
  });

  it('the same reasons in flows of other trusts, whatever their spacing and case', async () => {
    const necessityText = 'Without this the officer, who attends, cannot help at all.';
    const own = (words: string) => aFlow({ necessityText, lessIntrusiveAlternativesText: words });
    expect(await outcomes(world.deploymentId, own('A letter.'))).toMatchObject({ 'R-GEN-03': 'STATED' });
    for (const text of ['without this the officer who attends cannot help AT ALL', necessityText])
      await submit((await flows.draft(rival, rivalScheme, aFlow({ necessityText: text }))).id);
    expect(await outcomes(world.deploymentId, own('A call.'))).toMatchObject({ 'R-GEN-03': 'WARN' });
  });

  function scheme(different: Parameters<typeof newScheme>[1]): Promise<Uuid> {
    return publishedScheme(world.candour, submitter, newScheme(world.trustId, different));
  }

  async function inState(id: Uuid, state: string): Promise<void> {
    await pastTheLedger(
      world.superuser,
      `UPDATE deployments.deployment SET state_code = '${state}', state_at = '2026-06-01' WHERE id = '${id}'`,
    );
  }

  async function submit(id: Uuid, by: Actor = rival): Promise<void> {
    await flows.submit(by, id, { explanations: await everyExplanation(world, by, id) });
  }

  async function outcomes(deploymentId: Uuid, content: FlowContent): Promise<Record<string, string>> {
    const { id } = await flows.draft(submitter, deploymentId, content);
    const { results } = await flows.judge(submitter, id);
    return Object.fromEntries(results.map(({ rule, outcome }) => [rule, outcome]));
  }
});
