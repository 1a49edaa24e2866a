import {
  activity,
  FACTS_OF_USER_LED,
  USER_LED,
} from '../../../test/support/co-production/user-led-scheme.js';
import { anchorsOf } from './anchors.js';
import type {
  ActivityFacts,
  CoProductionRecord,
  GroupFacts,
  InfluenceFacts,
  StageFacts,
} from './co-production-record.js';
import { MATURITY_LEVELS } from './maturity-level.js';

/** What the record of the start does not show, of a scheme that shows everything but for what is changed. */
function missing(facts: Partial<StageFacts>, ...activities: Partial<ActivityFacts>[]): [number, string][] {
  const record = {
    ...USER_LED,
    activities: [
      ...USER_LED.activities.filter(({ stage }) => stage !== 'START'),
      ...(activities.length === 0 ? [{}] : activities).map((change) => activity('START', change)),
    ],
  };
  return anchorsOf(record, { ...FACTS_OF_USER_LED, stage: 'START', ...facts }).flatMap(
    ({ level, text, shown }): [number, string][] => (shown ? [] : [[level, text]]),
  );
}

function group(change: Partial<GroupFacts>): Partial<ActivityFacts> {
  return { groups: activity('START').groups.map((each) => ({ ...each, ...change })) };
}

function proposals(...changes: Partial<InfluenceFacts>[]): Partial<ActivityFacts> {
  const traced = { decision: 'accepted', answeredInWriting: true, beforeHash: 'a', afterHash: 'b' } as const;
  return { influences: changes.map((change) => ({ ...traced, ...change })) };
}

describe('What a level needs is shown, or not, by what is recorded', () => {
  it('misses nothing where everything is recorded', () => {
    expect(missing({})).toEqual([]);
  });

  it.each([
    ['feedbackSummary', 2, 'summary'],
    ['sharedDecisionRights', 4, 'decision rights'],
    ['twoOrMoreLivedExperienceMembers', 4, 'Two or more'],
    ['agendaSetJointly', 4, 'agenda'],
    ['accessNeedsMet', 4, 'Access needs'],
    ['disagreementPublished', 4, 'Disagreement'],
    ['livedExperienceHoldsBudget', 5, 'budget'],
    ['livedExperienceChairs', 5, 'chairs'],
    ['livedExperienceCanStopService', 5, 'stop'],
    ['livedExperienceOwnsEvaluation', 5, 'evaluation'],
  ] as const)('without %s, level %s misses it alone', (fact, level, word) => {
    expect(missing({ [fact]: false })).toEqual([[level, expect.stringContaining(word)]]);
  });

  it.each<[what: string, level: number, word: string, activities: Partial<ActivityFacts>[]]>([
    ['nobody was asked before the decision', 2, 'before', [{ fromDay: '2025-03-02' }]],
    ['no decision is named', 2, 'before', [{ decidedOn: null }]],
    ['only others were present', 3, 'present', [group({ experience: ['carer', 'self_harm'] })]],
    ['a group was counted as nobody', 3, 'present', [group({ count: '0' })]],
    ['one of two was unpaid', 3, 'paid', [{}, { payment: 'unpaid' }]],
    ['one of two proposals had no answer', 3, 'answered', [proposals({}, { answeredInWriting: false })]],
    ['the document stayed as it was', 3, 'traced', [proposals({ afterHash: 'a' })]],
    ['the change was rejected', 3, 'traced', [proposals({ decision: 'rejected' })]],
    ['there is no document from before', 3, 'traced', [proposals({ beforeHash: null })]],
    ['there is no document from after', 3, 'traced', [proposals({ afterHash: null })]],
  ])('where %s, level %s misses it alone', (_what, level, word, activities) => {
    expect(missing({}, ...activities)).toEqual([[level, expect.stringContaining(word)]]);
  });

  it.each<[what: string, activities: Partial<ActivityFacts>[]]>([
    ['people were asked on the very day of the decision', [{ fromDay: '2025-03-01' }]],
    ['one of two activities came before', [{}, { fromDay: '2025-03-02' }]],
    ['people with a diagnosis alone were present', [group({ experience: ['pd_diagnosis'] })]],
    ['people who had been on it alone were present', [group({ experience: ['been_on_sim'] })]],
    ['no pay was due', [{ payment: 'not_due' }]],
    ['one of two changes can be traced', [proposals({ afterHash: 'a' }, {})]],
    ['a change was made in part', [proposals({ decision: 'partly' })]],
  ])('where %s, nothing is missed', (_what, activities) => {
    expect(missing({}, ...activities)).toEqual([]);
  });

  it('needs an activity or the word that people were told, for the lowest level', () => {
    const without = { ...USER_LED, activities: USER_LED.activities.filter(({ stage }) => stage !== 'START') };
    const shownWhere = (peopleWereTold: boolean, record: CoProductionRecord = without) =>
      anchorsOf(record, { ...FACTS_OF_USER_LED, stage: 'START', peopleWereTold }).filter(
        ({ level, shown }) => level < 4 && shown,
      );
    expect(shownWhere(false)).toEqual([expect.objectContaining({ level: 2 })]);
    expect(shownWhere(true).map(({ text }) => text)).toContain('People were told');
    expect(shownWhere(false, USER_LED).map(({ text }) => text)).toContain('People were told');
  });

  it('needs an attestation of this stage for the fourth', () => {
    const record = {
      ...USER_LED,
      attestations: USER_LED.attestations.filter(({ stage }) => stage !== 'START'),
    };
    const facts = { ...FACTS_OF_USER_LED, stage: 'START' as const };
    expect(anchorsOf(record, facts).filter(({ shown }) => !shown)).toEqual([
      { level: 4, text: expect.stringContaining('attests'), shown: false },
    ]);
  });
});

describe('The scale', () => {
  it('has a name and a band of Arnstein’s ladder for each level from 0 to 5', () => {
    expect(MATURITY_LEVELS.map(({ level, name, band }) => [level, name !== '', band !== ''])).toEqual(
      [0, 1, 2, 3, 4, 5].map((level) => [level, true, true]),
    );
    expect(new Set(MATURITY_LEVELS.map(({ name }) => name)).size).toBe(6);
  });
});
