import { closedToQuestions } from './closed-to-questions.js';

const HALT = { effectiveOn: '2026-06-10', published: true };

describe('Anybody may ask about a halt', () => {
  it.each(['2026-06-11', '2026-06-12', '2031-01-01'])('once its day has passed: on %s', (today) => {
    expect(closedToQuestions(HALT, today)).toBeNull();
  });

  it.each(['2026-06-09', '2026-06-10'])('not before, and is told from when: on %s', (today) => {
    expect(closedToQuestions(HALT, today)).toContain('from 11 June 2026');
  });

  it('nor about one that is not public', () => {
    expect(closedToQuestions({ ...HALT, published: false }, '2026-06-11')).toContain('not public');
  });
});
