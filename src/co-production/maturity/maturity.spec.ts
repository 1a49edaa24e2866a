import fc from 'fast-check';
import {
  type CoProductionRecord,
  type ActivityFacts,
  type Stage,
  type StageFacts,
  STAGES,
} from './co-production-record.js';
import { overallMaturity } from './overall-maturity.js';
import { redFlags } from './red-flags/red-flags.js';
import { stageMaturity } from './stage-maturity.js';

const FACTS_OF_USER_LED = {
  reached: true,
  onlyQuotedInPromotion: false,
  peopleWereTold: true,
  feedbackSummary: true,
  sharedDecisionRights: true,
  twoOrMoreLivedExperienceMembers: true,
  agendaSetJointly: true,
  accessNeedsMet: true,
  disagreementPublished: true,
  livedExperienceHoldsBudget: true,
  livedExperienceChairs: true,
  livedExperienceCanStopService: true,
  livedExperienceOwnsEvaluation: true,
};

function activity(stage: Stage, change: Partial<ActivityFacts> = {}): ActivityFacts {
  return {
    id: `activity ${stage}`,
    stage,
    fromDay: '2025-01-10',
    decidedOn: '2025-03-01',
    namedPeople: [],
    groups: [
      {
        experience: ['been_on_sim', 'pd_diagnosis'],
        count: '5-9',
        recruitedVia: 'open_call',
        countedAsLivedExperience: true,
        includesFounder: false,
      },
    ],
    payment: 'paid',
    accessBudget: true,
    policePresent: 'no',
    influences: [
      { decision: 'accepted', answeredInWriting: true, beforeHash: 'a', afterHash: 'b' },
      { decision: 'rejected', answeredInWriting: true, beforeHash: null, afterHash: null },
    ],
    ...change,
  };
}

/** A scheme that does everything: level 5 at every stage and no red flag. */
const USER_LED: CoProductionRecord = {
  goLiveOn: '2025-06-01',
  stages: STAGES.map((stage) => ({ ...FACTS_OF_USER_LED, stage })),
  activities: STAGES.map((stage) => activity(stage)),
  attestations: STAGES.map((stage) => ({
    group: `group ${stage}`,
    stage,
    independent: true,
    statement: 'agree',
    askedOn: '2025-01-06',
    replyBy: '2025-01-20',
    fundedByTrustOrForce: false,
    fundingDeclared: true,
  })),
  wordsReusedWithoutConsent: false,
};

function levelAtStart(
  facts: Partial<StageFacts>,
  activities = [activity('START')],
  record = USER_LED,
): number {
  return stageMaturity({ ...record, activities }, { ...FACTS_OF_USER_LED, stage: 'START', ...facts }).level;
}

function withActivities(change: Partial<ActivityFacts>): CoProductionRecord {
  return { ...USER_LED, activities: STAGES.map((stage) => activity(stage, change)) };
}

describe('How far people had a say at a stage', () => {
  it.each([
    ['everything', levelAtStart({}), 5],
    ['no control of money', levelAtStart({ livedExperienceHoldsBudget: false }), 4],
    ['no shared decision rights', levelAtStart({ sharedDecisionRights: false }), 3],
    ['proposals without a written reply', levelAtStart({}, [activity('START', { influences: [] })]), 2],
    ['no summary of what was said', levelAtStart({ feedbackSummary: false }), 1],
    ['a leaflet', levelAtStart({}, []), 1],
    ['nothing', levelAtStart({ peopleWereTold: false }, []), 0],
    ['no attestation', levelAtStart({}, undefined, { ...USER_LED, attestations: [] }), 3],
    ['unpaid where pay was due', levelAtStart({}, [activity('START', { payment: 'unpaid' })]), 2],
    ['pay declined by choice', levelAtStart({}, [activity('START', { payment: 'declined' })]), 5],
    ['nobody who had been on the scheme', levelAtStart({}, [activity('START', { groups: [] })]), 2],
    ['an activity after the decision', levelAtStart({}, [activity('START', { fromDay: '2025-03-02' })]), 1],
    ['patients only quoted in promotion', levelAtStart({ onlyQuotedInPromotion: true }), 0],
  ])('%s', (_what, level, expected) => {
    expect(level).toBe(expected);
  });

  it('with a diagnosis but no experience of the scheme in the room, stays consulted and says why', () => {
    const groups = activity('START').groups.map((group) => ({
      ...group,
      experience: ['pd_diagnosis' as const],
    }));
    const record = withActivities({ groups });
    const { level, anchors, caps } = stageMaturity(record, { ...FACTS_OF_USER_LED, stage: 'START' });
    expect(level).toBe(2);
    expect(anchors.every(({ shown }) => shown)).toBe(true);
    expect(caps.map(({ sentence }) => sentence)).toEqual([
      'Nobody who had been on the scheme, or one like it, took part.',
    ]);
  });

  it('is disputed when one independent group disagrees, whatever the others say', () => {
    const [first] = USER_LED.attestations;
    if (first === undefined) throw new Error('there is an attestation');
    const disputed = {
      ...USER_LED,
      attestations: [first, { ...first, group: 'other', statement: 'disagree' as const }],
    };
    expect(levelAtStart({}, undefined, disputed)).toBe(3);
  });
});

describe('How far people had a say in a deployment', () => {
  it('is the lowest stage, because a good evaluation does not undo a decision made without them', () => {
    const noStart = { ...USER_LED, activities: USER_LED.activities.filter(({ stage }) => stage !== 'START') };
    const overall = overallMaturity({
      ...noStart,
      stages: noStart.stages.filter(({ stage }) => stage !== 'START'),
    });
    expect(overall.level).toBe(0);
    expect(overall.stages.map(({ level }) => level)).toEqual([0, 5, 5, 5]);
    expect(overall.sentence).toBe(
      'Level 0, None or manipulation: the lowest stage decides, and that is how people were involved from the start.',
    );
  });

  it('leaves out a stage that has not come, but never the start', () => {
    const unreached = (stage: Stage): CoProductionRecord => ({
      ...USER_LED,
      activities: USER_LED.activities.filter((each) => each.stage !== stage),
      stages: USER_LED.stages.map((each) => (each.stage === stage ? { ...each, reached: false } : each)),
    });
    expect(overallMaturity(unreached('STOP_OR_CHANGE'))).toMatchObject({
      level: 5,
      notReached: ['STOP_OR_CHANGE'],
    });
    expect(overallMaturity(unreached('START'))).toMatchObject({ level: 1, notReached: [] });
  });

  it('never rises when something that was shown is taken away', () => {
    const facts = Object.keys(FACTS_OF_USER_LED).filter(
      (name) => !['reached', 'onlyQuotedInPromotion'].includes(name),
    );
    fc.assert(
      fc.property(fc.subarray(facts), fc.constantFrom(...facts), (removed, another) => {
        const without = (names: readonly string[]) => ({
          ...USER_LED,
          stages: STAGES.map((stage) => ({
            ...FACTS_OF_USER_LED,
            ...Object.fromEntries(names.map((name) => [name, false])),
            stage,
          })),
        });
        const before = overallMaturity(without(removed)).level;
        expect(overallMaturity(without([...removed, another])).level).toBeLessThanOrEqual(before);
      }),
    );
  });
});

describe('Red flags ask a reviewer to look', () => {
  it('are silent about a record that does everything, and about an empty one', () => {
    expect(redFlags(USER_LED)).toEqual([]);
    const empty = {
      goLiveOn: null,
      stages: [],
      activities: [],
      attestations: [],
      wordsReusedWithoutConsent: false,
    };
    expect(redFlags(empty)).toEqual([]);
  });

  const [group] = activity('START').groups;
  const [attestation] = USER_LED.attestations;
  if (group === undefined || attestation === undefined) throw new Error('the example is whole');

  it.each<[string, CoProductionRecord, string]>([
    ['all after go-live', withActivities({ fromDay: '2025-06-02', decidedOn: null }), 'ALL_AFTER_GO_LIVE'],
    ['one person everywhere', withActivities({ namedPeople: ['person 1'] }), 'ONE_PERSON_EVERYWHERE'],
    [
      'the founder as lived experience',
      withActivities({ groups: [{ ...group, includesFounder: true }] }),
      'FOUNDER_AS_LIVED_EXPERIENCE',
    ],
    [
      'nothing rejected',
      withActivities({
        influences: [{ decision: 'partly', answeredInWriting: true, beforeHash: 'a', afterHash: 'b' }],
      }),
      'NOTHING_REJECTED',
    ],
    ['nobody paid', withActivities({ payment: 'unpaid' }), 'NOBODY_PAID'],
    [
      'only carers',
      withActivities({ groups: [{ ...group, experience: ['carer'] }] }),
      'ONLY_CARERS_OR_SUCCESSES',
    ],
    [
      'only success stories',
      withActivities({ groups: [{ ...group, recruitedVia: 'success_story' }] }),
      'ONLY_CARERS_OR_SUCCESSES',
    ],
    [
      'a change that changed nothing',
      withActivities({
        influences: [
          { decision: 'accepted', answeredInWriting: true, beforeHash: 'a', afterHash: 'a' },
          { decision: 'rejected', answeredInWriting: true, beforeHash: null, afterHash: null },
        ],
      }),
      'CHANGE_WITHOUT_CHANGE',
    ],
    ['no access budget', withActivities({ accessBudget: false }), 'NO_ACCESS_BUDGET'],
    [
      'funding not declared',
      { ...USER_LED, attestations: [{ ...attestation, fundedByTrustOrForce: true, fundingDeclared: false }] },
      'UNDECLARED_FUNDING',
    ],
    [
      'nine working days to reply',
      { ...USER_LED, attestations: [{ ...attestation, replyBy: '2025-01-17' }] },
      'TOO_LITTLE_TIME_TO_ATTEST',
    ],
    ['police throughout', withActivities({ policePresent: 'throughout' }), 'POLICE_ALWAYS_PRESENT'],
    ['words reused', { ...USER_LED, wordsReusedWithoutConsent: true }, 'WORDS_REUSED'],
  ])('%s', (_what, record, code) => {
    expect(redFlags(record).map((flag) => flag.code)).toEqual([code]);
  });

  it('leave alone what is a choice or cannot be judged', () => {
    expect(redFlags(withActivities({ payment: 'declined' }))).toEqual([]);
    const old = [{ ...attestation, askedOn: '2016-10-01', replyBy: '2016-10-02' }];
    expect(redFlags({ ...USER_LED, attestations: old })).toEqual([]);
  });
});
