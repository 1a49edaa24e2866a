import { activity, attestation, USER_LED } from '../../../test/support/co-production/user-led-scheme.js';
import type { ActivityFacts, AttestationFacts, CoProductionRecord } from './co-production-record.js';
import { redFlags } from './red-flags/red-flags.js';

/** The scheme that does everything, with activities 1, 2, 3 … that differ from a good one only in what is given. */
function acts(...changes: Partial<ActivityFacts>[]): CoProductionRecord {
  const activities = changes.map((change, place) => activity('START', { id: `${place + 1}`, ...change }));
  return { ...USER_LED, activities };
}

/** The same with attestations of groups 1, 2, 3 … */
function attests(...changes: Partial<AttestationFacts>[]): CoProductionRecord {
  return {
    ...USER_LED,
    attestations: changes.map((change, place) => attestation('START', { group: `${place + 1}`, ...change })),
  };
}

const [good] = activity('START').groups;
const [accepted, rejected] = activity('START').influences;
if (good === undefined || accepted === undefined || rejected === undefined)
  throw new Error('the example is whole');

const founder = { ...good, includesFounder: true };
const carers = { ...good, experience: ['carer' as const] };
const picked = { ...good, recruitedVia: 'success_story' as const };
const unchanged = { ...accepted, beforeHash: 'a', afterHash: 'a' };
const late = { fromDay: '2025-06-02', decidedOn: null };
const onTheDay = { fromDay: '2025-06-01', decidedOn: null };

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

  it.each<[code: string, what: string, record: CoProductionRecord, lookAt: string[]]>([
    ['ALL_AFTER_GO_LIVE', 'the first activity a day after', acts(late, late), ['1', '2']],
    ['ONE_PERSON_EVERYWHERE', 'the same one in all', acts(...named('x', 'x', 'x')), ['1', '2', '3']],
    ['ONE_PERSON_EVERYWHERE', 'in two of three', acts(...named('x', 'yz', 'yx')), ['1', '3']],
    [
      'ONE_PERSON_EVERYWHERE',
      'not the one named first',
      acts(...named('xy', 'y', 'z', 'y')),
      ['1', '2', '4'],
    ],
    ['FOUNDER_AS_LIVED_EXPERIENCE', 'in a second group', acts({}, { groups: [good, founder] }), ['2']],
    [
      'NOTHING_REJECTED',
      'partly is not rejected',
      acts({ influences: [partly()] }, { influences: [] }),
      ['1'],
    ],
    ['NOBODY_PAID', 'unpaid, others declined', acts({ payment: 'unpaid' }, { payment: 'declined' }), ['1']],
    ['ONLY_CARERS_OR_SUCCESSES', 'carers', acts({ groups: [carers] }, { groups: [] }), ['1', '2']],
    ['ONLY_CARERS_OR_SUCCESSES', 'some of each', acts({ groups: [carers, picked] }), ['1']],
    [
      'ONLY_CARERS_OR_SUCCESSES',
      'others came not',
      acts({ groups: [carers, { ...good, count: '0' }] }),
      ['1'],
    ],
    ['CHANGE_WITHOUT_CHANGE', 'one of two', acts({ influences: [rejected, unchanged] }, {}), ['1']],
    ['CHANGE_WITHOUT_CHANGE', 'partly', acts({}, { influences: [rejected, partly('a')] }), ['2']],
    ['NO_ACCESS_BUDGET', 'none at all', acts({ accessBudget: false }, { accessBudget: false }), ['1', '2']],
    [
      'UNDECLARED_FUNDING',
      'of one',
      attests({}, { fundedByTrustOrForce: true, fundingDeclared: false }),
      ['2'],
    ],
    ['TOO_LITTLE_TIME_TO_ATTEST', 'nine working days', attests({}, { replyBy: '2025-01-17' }), ['2']],
    ['POLICE_ALWAYS_PRESENT', 'throughout one', acts({}, { policePresent: 'throughout' }), ['2']],
    ['WORDS_REUSED', 'without consent', { ...USER_LED, wordsReusedWithoutConsent: true }, []],
  ])('%s is raised alone: %s', (code, _what, record, lookAt) => {
    expect(redFlags(record)).toEqual([{ code, sentence: expect.stringMatching(/^\S.+\.$/), lookAt }]);
  });

  it.each<[code: string, what: string, record: CoProductionRecord]>([
    ['ALL_AFTER_GO_LIVE', 'an activity on the very day', acts(late, onTheDay)],
    ['ALL_AFTER_GO_LIVE', 'a day that is not known', { ...acts(late), goLiveOn: null }],
    ['ONE_PERSON_EVERYWHERE', 'two activities are too few to say', acts(...named('x', 'x'))],
    ['ONE_PERSON_EVERYWHERE', 'half of them is not more than half', acts(...named('x', 'x', 'y', 'z'))],
    ['ONE_PERSON_EVERYWHERE', 'different people', acts(...named('x', 'y', 'z'))],
    [
      'FOUNDER_AS_LIVED_EXPERIENCE',
      'not so counted',
      acts({ groups: [{ ...founder, countedAsLivedExperience: false }] }),
    ],
    [
      'NOTHING_REJECTED',
      'one rejected elsewhere',
      acts({ influences: [accepted] }, { influences: [rejected] }),
    ],
    ['NOTHING_REJECTED', 'nothing was proposed', acts({ influences: [] })],
    ['NOBODY_PAID', 'one was paid', acts({ payment: 'unpaid' }, {})],
    ['NOBODY_PAID', 'a choice, or none due', acts({ payment: 'declined' }, { payment: 'not_due' })],
    ['ONLY_CARERS_OR_SUCCESSES', 'others in another activity', acts({ groups: [carers] }, {})],
    [
      'ONLY_CARERS_OR_SUCCESSES',
      'carers who lived through it too',
      acts({ groups: [{ ...good, experience: ['carer', 'been_on_sim'] }] }),
    ],
    ['ONLY_CARERS_OR_SUCCESSES', 'experience nobody told', acts({ groups: [{ ...good, experience: [] }] })],
    ['ONLY_CARERS_OR_SUCCESSES', 'nobody came', acts({ groups: [{ ...carers, count: '0' }] })],
    [
      'CHANGE_WITHOUT_CHANGE',
      'rejected, so none is claimed',
      acts({ influences: [{ ...unchanged, decision: 'rejected' }] }),
    ],
    [
      'CHANGE_WITHOUT_CHANGE',
      'no documents',
      acts({ influences: [rejected, { ...accepted, beforeHash: null, afterHash: null }] }),
    ],
    ['NO_ACCESS_BUDGET', 'one had it', acts({ accessBudget: false }, {})],
    ['UNDECLARED_FUNDING', 'declared', attests({ fundedByTrustOrForce: true })],
    ['UNDECLARED_FUNDING', 'nothing to declare', attests({ fundingDeclared: false })],
    ['TOO_LITTLE_TIME_TO_ATTEST', 'ten working days', attests({ replyBy: '2025-01-20' })],
    [
      'TOO_LITTLE_TIME_TO_ATTEST',
      'years without a calendar',
      attests({ askedOn: '2016-10-01', replyBy: '2016-10-02' }),
    ],
    ['POLICE_ALWAYS_PRESENT', 'part of the time', acts({ policePresent: 'partly' })],
  ])('%s is not raised: %s', (code, _what, record) => {
    expect(redFlags(record).map((flag) => flag.code)).not.toContain(code);
  });

  it('say how often one person stood in for many', () => {
    expect(redFlags(acts(...named('x', 'x', 'yx', 'y')))[0]?.sentence).toContain('in 3 of 4 activities');
  });
});

/** Activities in which the people of each letter took part. */
function named(...people: string[]): Partial<ActivityFacts>[] {
  return people.map((letters) => ({ namedPeople: [...letters] }));
}

function partly(afterHash = 'b') {
  return { decision: 'partly' as const, answeredInWriting: true, beforeHash: 'a', afterHash };
}
