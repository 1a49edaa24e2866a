import { daysUnanswered, unansweredFor, questionCard } from './question-card.js';
import type { ShownQuestion } from './public-questions.queries.js';

const ASKED: ShownQuestion = {
  id: '0d2f4a52-5d0b-4c6e-8a1f-0a6f3b1c2d3e',
  orderedAs: 'TRUST',
  words: 'Has the work stopped?',
  erasedOn: null,
  erasedBecause: null,
  putUpOn: '2026-06-15',
  halt: {
    id: 'h',
    orderedBy: 'Medical director',
    orderedOn: '2026-06-01',
    effectiveOn: '2026-06-10',
    organisationId: null,
    reviewId: null,
  },
  scheme: { id: 's', key: 'example', title: 'Example', area: 'Exampleshire', fictional: true },
  lead: null,
  answers: [],
};
const ANSWER: ShownQuestion['answers'][number] = {
  id: 'a',
  givenAs: 'TRUST',
  words: 'Yes.',
  answeredOn: '2026-06-16',
  by: 'Example Trust',
};

describe('A question that was put up', () => {
  it.each([
    ['2026-06-15', ', put up today'],
    ['2026-06-16', ', 1 day after it was put up'],
    ['2026-07-15', ', 30 days after it was put up'],
  ])('is seen unanswered on %s: Not answered%s', (today, words) => {
    expect(unansweredFor(ASKED, today)).toBe(words);
  });

  it('is answered by whoever answers first, and says who it was', () => {
    const answered = { ...ASKED, answers: [ANSWER] };
    expect([daysUnanswered(answered, '2026-07-15'), unansweredFor(answered, '2026-07-15')]).toEqual([
      null,
      null,
    ]);
    expect(questionCard(answered, '2026-07-15').answers[0]).toMatchObject({ as: 'the trust' });
  });

  it('whose words were taken away is a place that says why, and waits for nobody', () => {
    const erased = { ...ASKED, words: null, erasedOn: '2026-06-20', erasedBecause: 'NAMES_PERSON' } as const;
    expect(daysUnanswered(erased, '2026-07-15')).toBeNull();
    expect(questionCard(erased, '2026-07-15').erased).toBe('they named a person');
  });
});
