import fc from 'fast-check';
import { addDays } from '../kernel/days/calendar-day.js';
import { REVIEW_STATE_WORDS, REVIEW_STATES, reviewState, type ReviewDates } from './review-state.js';

const NEW: ReviewDates = {
  acknowledgedOn: null,
  submittedOn: null,
  scoresOpenedOn: null,
  moderationClosedOn: null,
  replyDueOn: null,
  replyClosedOn: null,
  publishedOn: null,
  selfReviewDue: '2026-12-11',
  publicationDate: '2027-03-01',
};
const SUBMITTED = { ...NEW, acknowledgedOn: '2026-11-24', submittedOn: '2026-12-01' };
const MODERATED = {
  ...SUBMITTED,
  scoresOpenedOn: '2027-01-10',
  moderationClosedOn: '2027-01-15',
  replyDueOn: '2027-01-29',
};

describe('Where a review stands', () => {
  it.each([
    ['WAITING', NEW, '2026-12-11'],
    ['NOT_ACKNOWLEDGED', NEW, '2026-12-12'],
    ['ANSWERING', { ...NEW, acknowledgedOn: '2026-11-24' }, '2026-12-11'],
    ['NOT_ANSWERED', { ...NEW, acknowledgedOn: '2026-11-24' }, '2026-12-12'],
    ['SCORING', SUBMITTED, '2027-01-09'],
    ['MODERATING', { ...SUBMITTED, scoresOpenedOn: '2027-01-10' }, '2027-01-12'],
    ['REPLYING', MODERATED, '2027-01-29'],
    ['DECIDING_REPLIES', MODERATED, '2027-01-30'],
    ['SETTLED', { ...MODERATED, replyClosedOn: '2027-02-01' }, '2027-02-02'],
    ['DUE_NOT_PUBLISHED', { ...MODERATED, replyClosedOn: '2027-02-01' }, '2027-03-02'],
    ['DUE_NOT_PUBLISHED', NEW, '2027-03-02'],
    ['PUBLISHED', { ...NEW, publishedOn: '2027-03-01' }, '2027-06-01'],
  ] as const)('is %s', (state, dates, today) => {
    expect(reviewState(dates, today)).toBe(state);
  });

  it('has words for every state', () => {
    for (const state of REVIEW_STATES) expect(REVIEW_STATE_WORDS[state]).toMatch(/^[A-Z]/);
  });

  it('never goes back to waiting for the trust as days pass', () => {
    const ahead = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(ahead, ahead, fc.constantFrom(NEW, SUBMITTED, MODERATED), (one, other, dates) => {
        const [earlier, later] = [Math.min(one, other), Math.max(one, other)].map((days) =>
          reviewState(dates, addDays('2026-11-23', days)),
        );
        expect(REVIEW_STATES.indexOf(later ?? 'WAITING')).toBeGreaterThanOrEqual(
          REVIEW_STATES.indexOf(earlier ?? 'WAITING'),
        );
      }),
    );
  });
});
