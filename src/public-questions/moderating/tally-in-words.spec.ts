import { tallyInWords, type Tallied } from './tally-in-words.js';

const one = (outcome: Tallied['outcome'], questions: number, since: string | null = null): Tallied => ({
  outcome,
  questions,
  since,
});

describe('What everybody is told of questions that they cannot read', () => {
  it('counts them by reason', () => {
    expect(tallyInWords([one('REPEATS', 1), one('NAMES_PERSON', 2)])).toEqual([
      '3 questions were not put up: 2 name a person, 1 repeats a question.',
    ]);
    expect(tallyInWords([one('ABUSE', 1)])).toEqual(['1 question was not put up: 1 is abuse.']);
  });

  it('adds up what was not put up about several halts', () => {
    expect(tallyInWords([one('ABUSE', 1), one('ABUSE', 2), one('NOT_ABOUT_HALT', 1)])).toEqual([
      '4 questions were not put up: 1 is not about the halt, 3 are abuse.',
    ]);
  });

  it('says how many wait, and since when the first does', () => {
    expect(tallyInWords([one('WAITS', 1, '2026-06-11')])).toEqual([
      '1 question waits to be read since 11 June 2026.',
    ]);
    expect(tallyInWords([one('WAITS', 1, '2026-06-12'), one('WAITS', 2, '2026-06-11')])).toEqual([
      '3 questions wait to be read since 11 June 2026.',
    ]);
  });

  it('says nothing where there is nothing', () => {
    expect(tallyInWords([])).toEqual([]);
  });
});
