import { isIndependent } from '../record/attestation.entity.js';
import { goLiveDay, judgeCoProduction } from './co-production-judgement.js';
import type { AttestationView, CoProductionView } from '../co-production-view.js';

const SAID: AttestationView = {
  id: '1',
  groupId: '2',
  groupName: 'Example Survivors',
  stage: 'START',
  askedOn: null,
  replyBy: null,
  statement: 'agree',
  text: 'It is so.',
  userControlled: true,
  funded: false,
  conflict: null,
  paidBy: 'operator',
  signedOn: '2026-11-20',
  withdrawnOn: null,
  withdrawnBecause: null,
  published: true,
};

const VIEW: CoProductionView = {
  accounts: [
    { id: '3', stage: 'START', facts: ['reached', 'feedbackSummary'], told: 'We asked.', published: true },
  ],
  involvements: [
    {
      id: '4',
      stage: 'START',
      fromDay: '2021-02-01',
      toDay: null,
      question: 'Should it be?',
      decisionOpen: true,
      decidedOn: '2021-03-01',
      method: 'A meeting',
      ledBy: 'shared',
      policePresent: 'no',
      accessBudget: true,
      namedPeople: [],
      published: true,
      groups: [],
      payment: null,
      influences: [],
      withdrawnOn: null,
      withdrawnBecause: null,
    },
  ],
  attestations: [SAID],
};

function capsOf(view: CoProductionView): readonly string[] {
  const start = judgeCoProduction(view, null).maturity.stages.filter(({ stage }) => stage === 'START');
  return start.flatMap(({ caps }) => caps.map(({ sentence }) => sentence));
}

describe('A co-production record as it is judged', () => {
  it('counts payment that nothing is recorded of as not shown', () => {
    expect(capsOf(VIEW)).toContain('Somebody was not paid where pay was due.');
  });

  it('counts an attestation until it is withdrawn', () => {
    const unattested = 'No independent user-led group attests this account.';
    expect(capsOf(VIEW)).not.toContain(unattested);
    const withdrawn = { ...SAID, withdrawnOn: '2026-11-21', withdrawnBecause: 'A reason.' };
    expect(capsOf({ ...VIEW, attestations: [withdrawn] })).toContain(unattested);
  });

  it.each<[string, Partial<AttestationView>]>([
    ['others have the majority in it', { userControlled: false }],
    ['it has money from those it speaks of', { funded: true }],
    ['it declares a conflict', { conflict: 'A member works there.' }],
    ['the trust pays for the answer', { paidBy: 'trust' }],
  ])('does not count a group as independent when %s', (_why, change) => {
    expect(isIndependent(SAID)).toBe(true);
    expect(isIndependent({ ...SAID, ...change })).toBe(false);
    expect(capsOf({ ...VIEW, attestations: [{ ...SAID, ...change }] })).toContain(
      'No independent user-led group attests this account.',
    );
  });

  it('does not say that a group that spoke unasked had too little time', () => {
    expect(judgeCoProduction(VIEW, null).flags.map(({ code }) => code)).not.toContain(
      'TOO_LITTLE_TIME_TO_ATTEST',
    );
    const hurried = { ...SAID, askedOn: '2026-11-16', replyBy: '2026-11-20' };
    const flags = judgeCoProduction({ ...VIEW, attestations: [hurried] }, null).flags;
    expect(flags.map(({ code }) => code)).toContain('TOO_LITTLE_TIME_TO_ATTEST');
  });
});

describe('What groups say where the trust tells nothing', () => {
  it.each<[string, Partial<AttestationView>]>([
    ['they agree', {}],
    ['they disagree', { statement: 'disagree' }],
    [
      'they are asked in a hurry, and have undeclared money',
      { askedOn: '2026-11-19', replyBy: '2026-11-20', funded: null },
    ],
    ['they withdraw', { withdrawnOn: '2026-11-21', withdrawnBecause: 'A reason.' }],
  ])('is no level and no flag of the scheme: %s', (_what, change) => {
    const { maturity, flags } = judgeCoProduction(
      { accounts: [], involvements: [], attestations: [{ ...SAID, ...change }] },
      '2021-06-01',
    );
    expect(maturity).toMatchObject({ level: null, stages: [] });
    expect(flags).toEqual([]);
  });
});

describe('The day a scheme went live', () => {
  const start = { topic: 'START', planned: false, dated: '2018-09' };

  it.each([
    [[start], '2018-09-30'],
    [[{ ...start, planned: true }], null],
    [[{ ...start, dated: null }], null],
    [[{ ...start, topic: 'END' }], null],
    [[start, { ...start, dated: '2017' }], '2017-12-31'],
  ])('is the latest day that its start can mean: %#', (claims, day) => {
    expect(goLiveDay({ claims: claims as never, transitions: [] })).toBe(day);
  });

  it('is that of a recorded step, where there is one', () => {
    const step = { toState: 'LIVE', happened: '2022-05-03' };
    expect(goLiveDay({ claims: [start] as never, transitions: [step] as never })).toBe('2022-05-03');
  });
});
