import fc from 'fast-check';
import { addDays } from '../../kernel/days/calendar-day.js';
import { publicity, type PublicityFacts } from './publicity.js';
import { acknowledgementDue, dueSteps, reviewStanding, type DueFacts } from './review-standing.js';
import { reviewWork, type WorkFacts } from './review-work.js';

const NEW = {
  startedOn: '2026-11-23',
  acknowledgedOn: null,
  submittedOn: null,
  scoresOpenedOn: null,
  moderationClosedOn: null,
  replyDueOn: null,
  replyClosedOn: null,
  publishedOn: null,
  selfReviewDue: '2026-12-11',
  scoringDue: '2027-01-15',
  publicationDate: '2027-03-01',
  firstSelfReviewDue: '2026-12-11',
  firstScoringDue: '2027-01-15',
  firstPublicationDate: '2027-03-01',
  releasedOn: null,
  withdrawn: null,
  setAsideOn: null,
  refusedOn: null,
  voidedOn: null,
} satisfies WorkFacts & DueFacts & PublicityFacts;
const ACKNOWLEDGED = { ...NEW, acknowledgedOn: '2026-11-24' };
const SUBMITTED = { ...ACKNOWLEDGED, submittedOn: '2026-12-11' };
const OPENED = { ...SUBMITTED, scoresOpenedOn: '2027-01-15' };
const MODERATED = { ...OPENED, moderationClosedOn: '2027-02-15', replyDueOn: '2027-03-10' };
const SETTLED = { ...MODERATED, replyClosedOn: '2027-03-11' };

describe('What can be done in a review', () => {
  it.each([
    ['ACKNOWLEDGE', NEW, '2027-03-02'],
    ['ANSWER', ACKNOWLEDGED, '2027-03-02'],
    ['SCORE', SUBMITTED, '2027-03-02'],
    ['MODERATE', OPENED, '2027-03-02'],
    ['REPLY', MODERATED, '2027-03-10'],
    ['DECIDE_REPLIES', MODERATED, '2027-03-11'],
    ['PUBLISH', SETTLED, '2027-03-12'],
    ['FOLLOW_UP', { ...SETTLED, releasedOn: '2027-03-11' }, '2027-03-12'],
    ['NONE', { ...OPENED, voidedOn: '2027-01-20' }, '2027-03-02'],
  ] as const)('is %s', (work, facts, today) => {
    expect(reviewWork(facts, today)).toBe(work);
  });

  it.each([
    ['ANSWER', ACKNOWLEDGED],
    ['SCORE', { ...ACKNOWLEDGED, submittedOn: '2027-03-20' }],
    ['PUBLISH', { ...SETTLED, submittedOn: '2027-03-02' }],
  ] as const)('is %s after silence was published, because a late answer is taken', (work, facts) => {
    expect(reviewWork({ ...facts, releasedOn: '2027-03-01' }, '2027-04-01')).toBe(work);
  });

  it('is never taken away by a promised day that passes', () => {
    const someday = fc.nat(400).map((days) => addDays('2026-11-23', days));
    const review = fc.constantFrom(NEW, ACKNOWLEDGED, SUBMITTED, OPENED, SETTLED);
    fc.assert(
      fc.property(review, someday, someday, (facts, one, other) => {
        expect(reviewWork(facts, one)).toBe(reviewWork(facts, other));
      }),
    );
  });
});

describe('What a trust has done, late or not', () => {
  it.each([
    ['ASKED', NEW, '2026-11-30'],
    ['NOT_ACKNOWLEDGED', NEW, '2026-12-01'],
    ['ACKNOWLEDGED', ACKNOWLEDGED, '2026-12-11'],
    ['NOT_ANSWERED', ACKNOWLEDGED, '2026-12-12'],
    ['ANSWERED', SUBMITTED, '2027-09-01'],
    ['ANSWERED_LATE', { ...ACKNOWLEDGED, submittedOn: '2026-12-12' }, '2026-12-12'],
    ['NOTHING_OWED', { ...NEW, voidedOn: '2026-12-01' }, '2027-03-02'],
  ] as const)('is %s', (standing, facts, today) => {
    expect(reviewStanding(facts, today)).toBe(standing);
  });

  it('is acknowledged within five working days, and not after the self-review is due', () => {
    expect(acknowledgementDue(NEW)).toBe('2026-11-30');
    expect(acknowledgementDue({ ...NEW, startedOn: '2026-12-23' })).toBe('2026-12-11');
    expect(acknowledgementDue({ startedOn: '2026-12-23', firstSelfReviewDue: '2027-02-01' })).toBe(
      '2027-01-04',
    );
    expect(acknowledgementDue({ startedOn: '2199-01-01', firstSelfReviewDue: '2199-03-01' })).toBe(
      '2199-01-08',
    );
  });

  it('is counted in calendar days from the day first promised', () => {
    const late = { ...OPENED, submittedOn: '2027-01-20', scoresOpenedOn: '2027-02-01' };
    const moved = { ...late, publicationDate: '2027-06-01', selfReviewDue: '2027-01-31' };
    expect(dueSteps(moved, '2027-03-03')).toEqual([
      { step: 'acknowledgement', due: '2026-11-30', movedTo: null, on: '2026-11-24', daysLate: 0 },
      { step: 'self-review', due: '2026-12-11', movedTo: '2027-01-31', on: '2027-01-20', daysLate: 40 },
      { step: 'scoring', due: '2027-01-15', movedTo: null, on: '2027-02-01', daysLate: 17 },
      { step: 'publication', due: '2027-03-01', movedTo: '2027-06-01', on: null, daysLate: 2 },
    ]);
    expect(dueSteps(late, null).at(-1)?.daysLate).toBeNull();
    expect(dueSteps(late, '2027-03-01').at(-1)?.daysLate).toBe(0);
  });

  it('counts nothing that nobody owes: no scores of what was not answered, and nothing after voiding', () => {
    const latenessOf = (facts: DueFacts) => dueSteps(facts, '2027-03-03').map(({ daysLate }) => daysLate);
    expect(latenessOf(NEW)).toEqual([93, 82, null, 2]);
    expect(latenessOf({ ...NEW, voidedOn: '2026-12-01' })).toEqual([null, null, null, null]);
  });
});

describe('What became of a promise to publish', () => {
  it.each([
    ['PROMISED', NEW, '2027-03-01'],
    ['DUE_NOT_PUBLISHED', NEW, '2027-03-02'],
    ['PUBLISHED', { ...NEW, releasedOn: '2027-03-05', withdrawn: false }, '2027-03-06'],
    [
      'SETTLED_AGAIN',
      { ...NEW, releasedOn: '2027-03-05', withdrawn: false, setAsideOn: '2027-03-09' },
      '2027-04-01',
    ],
    [
      'WITHDRAWN',
      { ...NEW, releasedOn: '2027-03-05', withdrawn: true, setAsideOn: '2027-03-09' },
      '2027-04-01',
    ],
    ['WITHDRAWN', { ...NEW, releasedOn: '2027-03-05', withdrawn: true }, '2027-03-06'],
    ['REFUSED', { ...NEW, refusedOn: '2027-02-01' }, '2027-03-06'],
    [
      'PUBLISHED',
      { ...NEW, refusedOn: '2027-02-01', releasedOn: '2027-03-05', withdrawn: false },
      '2027-03-06',
    ],
    ['VOIDED', { ...NEW, voidedOn: '2026-12-01', refusedOn: '2026-11-30' }, '2027-03-06'],
  ] as const)('is %s', (became, facts, today) => {
    expect(publicity(facts, today)).toBe(became);
  });

  it('is due and not published on every day after the first promise, whatever was done besides', () => {
    const review = fc.constantFrom(NEW, ACKNOWLEDGED, SUBMITTED, OPENED, MODERATED, SETTLED);
    fc.assert(
      fc.property(review, fc.nat(400), (facts, late) => {
        expect(publicity(facts, addDays('2027-03-02', late))).toBe('DUE_NOT_PUBLISHED');
      }),
    );
  });
});
