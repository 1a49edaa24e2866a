import fc from 'fast-check';
import {
  activity,
  FACTS_OF_USER_LED,
  USER_LED,
  withActivities,
} from '../../../test/support/co-production/user-led-scheme.js';
import { type CoProductionRecord, type Stage, type StageFacts, STAGES } from './co-production-record.js';
import { overallMaturity } from './overall-maturity.js';
import { stageMaturity } from './stage-maturity.js';

function levelAtStart(
  facts: Partial<StageFacts>,
  activities = [activity('START')],
  record = USER_LED,
): number {
  return stageMaturity({ ...record, activities }, { ...FACTS_OF_USER_LED, stage: 'START', ...facts }).level;
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
    const overall = overallMaturity(noStart);
    expect(overall.level).toBe(1);
    expect(overall.stages.map(({ level }) => level)).toEqual([1, 5, 5, 5]);
    expect(overall.sentence).toBe(
      'Level 1, Informed: the lowest stage decides, and that is how people were involved from the start.',
    );
  });

  it('names every stage that is lowest', () => {
    const told = (stage: Stage) => stage !== 'START';
    const record = {
      ...USER_LED,
      stages: USER_LED.stages.map((each) => ({ ...each, feedbackSummary: !told(each.stage) })),
    };
    expect(overallMaturity(record).sentence).toBe(
      'Level 1, Informed: the lowest stage decides, and that is how people were involved ' +
        'while it ran, in its evaluation and in deciding to stop or change it.',
    );
  });

  it('has no level where the trust is silent on a stage, and says of which: silence neither accuses nor praises', () => {
    const overall = overallMaturity({
      ...USER_LED,
      stages: USER_LED.stages.filter(({ stage }) => stage !== 'EVALUATION'),
    });
    expect(overall.stages.map(({ stage, level }) => [stage, level])).toEqual([
      ['START', 5],
      ['DURING', 5],
      ['STOP_OR_CHANGE', 5],
    ]);
    expect(overall).toMatchObject({ level: null, untold: ['EVALUATION'], notReached: [] });
    expect(overall.sentence).toBe(
      'No level of the whole: nothing is recorded of how people were involved in its evaluation. ' +
        'Of what is told, level 5, User-led or controlled: the lowest stage decides, and that is how people were involved ' +
        'from the start, while it ran and in deciding to stop or change it.',
    );
  });

  it.each(['agree', 'agree_with_reservations', 'disagree', 'decline'] as const)(
    'has no level where the trust gives no account, whatever a group says: %s',
    (statement) => {
      const attestations = USER_LED.attestations.map((each) => ({ ...each, statement }));
      for (const activities of [[], USER_LED.activities])
        expect(overallMaturity({ ...USER_LED, stages: [], activities, attestations })).toEqual({
          level: null,
          sentence: 'No level is shown: the trust has published no account of how people were involved.',
          stages: [],
          untold: [...STAGES],
          notReached: [],
        });
    },
  );

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
        expect(overallMaturity(without([...removed, another])).level).toBeLessThanOrEqual(before ?? -1);
      }),
    );
  });
});
