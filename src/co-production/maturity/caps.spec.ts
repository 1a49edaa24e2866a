import {
  activity,
  attestation,
  FACTS_OF_USER_LED,
} from '../../../test/support/co-production/user-led-scheme.js';
import { anchorsOf } from './anchors.js';
import { capsOf } from './caps.js';
import type {
  AttestationFacts,
  CoProductionRecord,
  ActivityFacts,
  StageFacts,
} from './co-production-record.js';

const FACTS: StageFacts = { ...FACTS_OF_USER_LED, stage: 'START' };

/** Decided on the day on which it took place, and one proposal was accepted. */
const ACTIVITY = activity('START', {
  decidedOn: '2025-01-10',
  influences: activity('START').influences.slice(0, 1),
});

function record(
  activityChange: Partial<ActivityFacts>,
  attestationChange: Partial<AttestationFacts> = {},
): CoProductionRecord {
  return {
    goLiveOn: null,
    stages: [FACTS],
    activities: [{ ...ACTIVITY, ...activityChange }],
    attestations: [attestation('START', attestationChange)],
    wordsReusedWithoutConsent: false,
  };
}

describe('What keeps a stage below a level, whatever else is shown', () => {
  it('is nothing where everything is in place, on the very day of the decision', () => {
    expect(capsOf(record({}), FACTS)).toEqual([]);
  });

  it.each([
    ['an activity after its decision', record({ fromDay: '2025-01-11' }), 1, 'after the decision'],
    ['pay that was due and did not come', record({ payment: 'unpaid' }), 2, 'not paid'],
    ['nobody who had been on the scheme', record({ groups: [] }), 2, 'been on the scheme'],
    [
      'a group counted as nobody',
      record({ groups: ACTIVITY.groups.map((g) => ({ ...g, count: '0' })) }),
      2,
      'Nobody',
    ],
    ['an account that a group disputes', record({}, { statement: 'disagree' }), 3, 'disputes'],
    ['an account that a group declines to attest', record({}, { statement: 'decline' }), 3, 'attests'],
    ['an account nobody has answered about', record({}, { statement: null }), 3, 'attests'],
    ['a group that is not independent', record({}, { independent: false }), 3, 'attests'],
    ['an attestation of another stage', record({}, { stage: 'DURING' }), 3, 'attests'],
  ])('%s', (_what, of, highest, words) => {
    expect(capsOf(of, FACTS)).toEqual([{ highest, sentence: expect.stringContaining(words) }]);
  });

  it('is one activity of several, where one is enough, and none of another stage', () => {
    const several = (
      one: Partial<ActivityFacts>,
      other: Partial<ActivityFacts> = {},
    ): CoProductionRecord => ({
      ...record({}),
      activities: [
        { ...ACTIVITY, ...one },
        { ...ACTIVITY, ...other },
      ],
    });
    const highest = (of: CoProductionRecord) => capsOf(of, FACTS).map((cap) => cap.highest);
    expect(highest(several({ fromDay: '2025-01-11' }))).toEqual([1]);
    expect(highest(several({ payment: 'unpaid' }))).toEqual([2]);
    expect(highest(several({ groups: [] }))).toEqual([]);
    expect(highest(several({}, { stage: 'DURING', fromDay: '2025-01-11', payment: 'unpaid' }))).toEqual([]);
    expect(highest(several({ groups: [] }, { stage: 'DURING' }))).toEqual([2]);
  });

  it('is that patients were only quoted in promotion', () => {
    expect(capsOf(record({}), { ...FACTS, onlyQuotedInPromotion: true })).toEqual([
      { highest: 0, sentence: expect.stringContaining('promotion') },
    ]);
  });

  it('lifts the cap for an account attested with reservations', () => {
    expect(capsOf(record({}, { statement: 'agree_with_reservations' }), FACTS)).toEqual([]);
  });
});

describe('A change that can be traced', () => {
  it.each([
    ['is one whose document differs', 'b', true],
    ['is not one whose document stayed the same', 'a', false],
    ['is not one without a document', null, false],
  ])('%s', (_what, afterHash, shown) => {
    const influences = ACTIVITY.influences.map((influence) => ({ ...influence, afterHash }));
    const traced = anchorsOf(record({ influences }), FACTS).find(({ text }) => text.includes('traced'));
    expect(traced?.shown).toBe(shown);
  });
});
