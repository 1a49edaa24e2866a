import { StageAccountsService } from '../../src/co-production/accounts/stage-accounts.service.js';
import type { AccountFact } from '../../src/co-production/record/stage-account.entity.js';
import type { AttestationAnswer } from '../../src/co-production/record/attestation.entity.js';
import { CoProductionService } from '../../src/co-production/publishing/co-production.service.js';
import { AttestationsService } from '../../src/co-production/attestations/attestations.service.js';
import { goLiveDay, judgeCoProduction } from '../../src/co-production/publishing/co-production-judgement.js';
import { CoProductionQueries } from '../../src/co-production/co-production.queries.js';
import { InvolvementService } from '../../src/co-production/involvement/involvement.service.js';
import type { NewInvolvement } from '../../src/co-production/involvement/new-involvement.js';
import { DeploymentsQueries } from '../../src/deployments/finding/deployments.queries.js';
import { DeploymentsService } from '../../src/deployments/recording/deployments.service.js';
import { OPERATOR, VISITOR, type Actor } from '../../src/identity/actor.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { NotFound, NotPermitted, OutOfTurn, Unprocessable } from '../../src/kernel/refusal.js';
import { candourOnDatabase, type CandourOnDatabase } from '../support/candour.js';
import { publishedScheme, registered, somebody, newScheme } from '../support/deployments.js';
import { anOrganisation } from '../support/organisations.js';

const ACTIVITY: NewInvolvement = {
  stage: 'START',
  fromDay: '2021-02-01',
  toDay: null,
  question: 'Should there be such a scheme at all?',
  decisionOpen: true,
  decidedOn: '2021-03-01',
  method: 'Two meetings',
  ledBy: 'shared',
  policePresent: 'no',
  accessBudget: true,
  namedPeople: ['A'],
  groups: [
    {
      experience: ['been_on_sim', 'pd_diagnosis'],
      count: '5-9',
      recruitedVia: 'open_call',
      countedAsLivedExperience: true,
      includesFounder: false,
      role: 'members',
      vote: true,
    },
  ],
  payment: {
    outcome: 'paid',
    policy: 'An involvement policy, version 1',
    rate: null,
    offeredToAll: true,
    paidWithinDays: 14,
    benefitsAdviceOffered: true,
  },
  influences: [
    {
      proposal: 'No police in the team.',
      proposedBy: 'The members',
      decision: 'rejected',
      reason: 'The force had agreed already.',
      answeredInWriting: true,
      artefact: null,
      beforeHash: null,
      afterHash: null,
    },
  ],
};

const ANSWER: AttestationAnswer = {
  statement: 'disagree',
  text: 'We were told, not asked.\n\n  It stands as we wrote it. ',
  publishConsent: true,
  userControlled: true,
  funded: false,
  conflict: null,
  paidBy: 'operator',
};

describe('How people were involved in a scheme', () => {
  let world: CandourOnDatabase;
  let service: InvolvementService;
  let publishing: CoProductionService;
  let attestations: AttestationsService;
  let queries: CoProductionQueries;
  let scheme: Uuid;
  let submitter: Actor;
  let rival: Actor;
  let member: Actor;
  let otherMember: Actor;
  let group: Uuid;

  beforeAll(async () => {
    world = await candourOnDatabase();
    service = world.candour.get(InvolvementService);
    publishing = world.candour.get(CoProductionService);
    attestations = world.candour.get(AttestationsService);
    queries = world.candour.get(CoProductionQueries);
    const groupOf = (name: string) => anOrganisation({ name, type: 'USER_LED_GROUP' });
    const all = [
      anOrganisation({}),
      anOrganisation({}),
      groupOf('Example Survivors'),
      groupOf('Other Group'),
    ];
    const [trust, other, ours, theirs] = (await registered(world.candour, ...all)).map(({ id }) => id);
    submitter = somebody('TRUST_SUBMITTER', trust ?? null);
    rival = somebody('TRUST_SUBMITTER', other ?? null);
    group = ours ?? '';
    member = somebody('USER_GROUP_MEMBER', group);
    otherMember = somebody('USER_GROUP_MEMBER', theirs ?? null);
  });

  beforeEach(async () => {
    const [trust] = submitter.organisationsAs('TRUST_SUBMITTER');
    scheme = await publishedScheme(world.candour, submitter, newScheme(trust ?? ''));
  });

  afterAll(() => world.close());

  async function tellStart(...facts: readonly AccountFact[]): Promise<void> {
    await world.candour
      .get(StageAccountsService)
      .record(submitter, scheme, { stage: 'START', facts, told: 'We asked people.' });
  }

  async function publishedStart(): Promise<void> {
    await tellStart('reached', 'peopleWereTold', 'feedbackSummary');
    await publishing.publish(submitter, scheme);
  }

  async function levelFor(actor: Actor): Promise<number> {
    const detail = await world.candour.get(DeploymentsQueries).one(actor, scheme);
    if (!detail) throw new Error('the scheme is there');
    const { maturity } = judgeCoProduction(await queries.of(actor, scheme), goLiveDay(detail));
    expect(maturity).toMatchObject({
      level: null,
      untold: expect.arrayContaining(['EVALUATION']) as string[],
    });
    return maturity.stages.find(({ stage }) => stage === 'START')?.level ?? -1;
  }

  it('is told by its trust alone, and read by nobody else until it is published', async () => {
    await tellStart('reached');
    await service.record(submitter, scheme, ACTIVITY);
    for (const reader of [submitter, somebody('AUDITOR'), OPERATOR]) {
      const view = await queries.of(reader, scheme);
      expect(view.involvements).toMatchObject([{ method: 'Two meetings', groups: [{ count: '5-9' }] }]);
    }
    for (const reader of [VISITOR, rival, member, somebody('REVIEWER')])
      expect(await queries.of(reader, scheme)).toEqual({ accounts: [], involvements: [], attestations: [] });
    await publishing.publish(submitter, scheme);
    expect(await queries.of(VISITOR, scheme)).toMatchObject({
      accounts: [{ stage: 'START' }],
      involvements: [
        { payment: { outcome: 'paid' }, influences: [{ decision: 'rejected' }], groups: [{ vote: true }] },
      ],
    });
    for (const actor of [
      rival,
      member,
      somebody('CALDICOTT_GUARDIAN', submitter.organisationsAs('TRUST_SUBMITTER')[0]),
    ])
      await expect(service.record(actor, scheme, ACTIVITY)).rejects.toThrow(NotPermitted);
  });

  it('is judged stage by stage from what the reader can see; a stage that nobody told has no level, nor has the whole', async () => {
    await tellStart('reached', 'peopleWereTold', 'feedbackSummary');
    expect(await levelFor(submitter)).toBe(1);
    await service.record(submitter, scheme, ACTIVITY);
    expect(await levelFor(submitter)).toBe(2);
    expect(await levelFor(VISITOR)).toBe(-1);
  });

  it('cannot be published before the scheme is, nor twice', async () => {
    const [trust] = submitter.organisationsAs('TRUST_SUBMITTER');
    const draft = await world.candour.get(DeploymentsService).register(submitter, newScheme(trust ?? ''));
    await service.record(submitter, draft.id, ACTIVITY);
    await expect(publishing.publish(submitter, draft.id)).rejects.toThrow(OutOfTurn);
    await publishedStart();
    await expect(publishing.publish(submitter, scheme)).rejects.toThrow(/nothing new/);
  });

  it('and the same activity sent twice is one', async () => {
    const once = '8c9f2f5e-5b0a-4c6e-9c70-1d1f6a5f3a10';
    await service.record(submitter, scheme, { ...ACTIVITY, once });
    await service.record(submitter, scheme, { ...ACTIVITY, once });
    expect((await queries.of(submitter, scheme)).involvements).toHaveLength(1);
    const [other] = rival.organisationsAs('TRUST_SUBMITTER');
    const elsewhere = await publishedScheme(world.candour, rival, newScheme(other ?? ''));
    await expect(service.record(rival, elsewhere, { ...ACTIVITY, once })).rejects.toThrow(
      /What was sent before stands/,
    );
    expect((await queries.of(rival, elsewhere)).involvements).toEqual([]);
  });

  it('is attested by the group that was asked, once its account is public', async () => {
    const asked = { groupId: group, stage: 'START', replyBy: '2099-01-01' } as const;
    await expect(attestations.ask(submitter, scheme, asked)).rejects.toThrow(/Publish your account/);
    await publishedStart();
    await expect(attestations.ask(submitter, scheme, { ...asked, replyBy: '2020-01-01' })).rejects.toThrow(
      Unprocessable,
    );
    await expect(attestations.ask(rival, scheme, asked)).rejects.toThrow(NotPermitted);
    const id = await attestations.ask(submitter, scheme, asked);
    for (const actor of [submitter, otherMember, somebody('ADMIN')])
      await expect(attestations.attest(actor, id, ANSWER)).rejects.toThrow(NotFound);
    await attestations.attest(member, id, ANSWER);
    expect((await queries.of(VISITOR, scheme)).attestations).toMatchObject([
      { groupName: 'Example Survivors', statement: 'disagree', text: ANSWER.text, published: true },
    ]);
    await expect(attestations.attest(member, id, { ...ANSWER, text: 'Softer.' })).rejects.toThrow(OutOfTurn);
  });

  it('stays as it was attested: the account cannot be rewritten under the group that answered for it', async () => {
    await publishedStart();
    await attestations.offer(member, scheme, {
      groupId: group,
      stage: 'START',
      answer: { ...ANSWER, statement: 'agree' },
    });
    await expect(tellStart('reached', 'livedExperienceChairs')).rejects.toThrow(OutOfTurn);
  });

  it('and what a group says without agreeing to publish it is read by the trust and auditors, not by everyone', async () => {
    await publishedStart();
    const answer = { ...ANSWER, publishConsent: false };
    await attestations.offer(member, scheme, { groupId: group, stage: 'START', answer });
    for (const reader of [member, submitter, somebody('AUDITOR')])
      expect((await queries.of(reader, scheme)).attestations).toHaveLength(1);
    for (const reader of [VISITOR, otherMember, rival, somebody('REVIEWER')])
      expect((await queries.of(reader, scheme)).attestations).toEqual([]);
  });

  it('and a withdrawal is shown beside what was said, and never deleted', async () => {
    await publishedStart();
    const id = await attestations.offer(member, scheme, { groupId: group, stage: 'START', answer: ANSWER });
    await expect(attestations.withdraw(otherMember, id, 'Not ours.')).rejects.toThrow(NotFound);
    await attestations.withdraw(member, id, 'We were given more to read.');
    expect((await queries.of(VISITOR, scheme)).attestations).toMatchObject([
      { text: ANSWER.text, statement: 'disagree', withdrawnBecause: 'We were given more to read.' },
    ]);
    await expect(attestations.withdraw(member, id, 'Again.')).rejects.toThrow(OutOfTurn);
    await attestations.offer(member, scheme, {
      groupId: group,
      stage: 'START',
      answer: { ...ANSWER, statement: 'agree' },
    });
    expect((await queries.of(VISITOR, scheme)).attestations).toHaveLength(2);
  });

  it('and nobody speaks for a group they are not of, or for a body that is no user-led group', async () => {
    await publishedStart();
    const said = { stage: 'START', answer: ANSWER } as const;
    await expect(attestations.offer(otherMember, scheme, { groupId: group, ...said })).rejects.toThrow(
      NotPermitted,
    );
    await expect(attestations.offer(submitter, scheme, { groupId: group, ...said })).rejects.toThrow(
      NotPermitted,
    );
    const [trust] = submitter.organisationsAs('TRUST_SUBMITTER');
    await expect(attestations.offer(member, scheme, { groupId: trust ?? '', ...said })).rejects.toThrow(
      Unprocessable,
    );
  });

  it('and PostgreSQL itself refuses to rewrite what a group said, even to its owner', async () => {
    await publishedStart();
    const id = await attestations.offer(member, scheme, { groupId: group, stage: 'START', answer: ANSWER });
    const { superuser } = world;
    for (const change of ["text = 'Softer'", "statement = 'agree'", 'published = false', 'funded = true'])
      await expect(
        superuser.query(`UPDATE co_production.attestation SET ${change} WHERE id = $1`, [id]),
      ).rejects.toThrow(/never rewritten/);
  });
});
