import { askedAnswers, storedAnswers } from './stored-answers.js';

const NAMES = ['title', 'note'] as const;

describe('Answers of a form and what a record keeps', () => {
  it('are the same, but that what is left out is null in the record', () => {
    const values: { title: string; note?: string | undefined; version: number } = { title: 'A', version: 3 };
    expect(storedAnswers(values, NAMES)).toEqual({ title: 'A', note: null });
    expect(storedAnswers({ ...values, note: 'N' }, NAMES)).toEqual({ title: 'A', note: 'N' });
  });

  it('and back: null was left out, and nothing else of the record is shown', () => {
    const record: { title: string; note: string | null; area: string } = {
      title: 'A',
      note: null,
      area: 'B',
    };
    expect(askedAnswers(record, NAMES)).toEqual({ title: 'A' });
    expect(askedAnswers({ ...record, note: 'N' }, NAMES)).toEqual({ title: 'A', note: 'N' });
  });
});
