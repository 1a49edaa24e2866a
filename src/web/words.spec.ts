import {
  capitalised,
  day,
  dayAndTime,
  numberInWords,
  plural,
  sentenceList,
  stretch,
  time,
  withArticle,
} from './words.js';

describe('words on a page', () => {
  it('writes a day as precisely as it is known, and no more', () => {
    expect(day('2026-11-22')).toBe('22 November 2026');
    expect(day('2026-11-02')).toBe('2 November 2026');
    expect(day('2018-09')).toBe('September 2018');
    expect(day('2018-autumn')).toBe('autumn 2018');
    expect(day('2018')).toBe('2018');
    expect(day('2026-11-22T10:00:00Z')).toBe('22 November 2026');
  });

  it('puts the article before a thing that its first letter asks for', () => {
    expect(['decision', 'endorsement', 'assessment', 'place of the team'].map(withArticle)).toEqual([
      'a decision',
      'an endorsement',
      'an assessment',
      'a place of the team',
    ]);
  });

  it('shows what is stored when it is not a date, and nothing when nothing is stored', () => {
    expect(day('The T is not a date')).toBe('The T is not a date');
    expect(day('not sure')).toBe('not sure');
    expect(day(null)).toBe('');
    expect(day(undefined)).toBe('');
  });

  it('counts days and hours as people in London do, in winter and in summer', () => {
    expect(dayAndTime(new Date('2026-11-22T15:05:00Z'))).toBe('22 November 2026 at 3:05pm');
    expect(dayAndTime(new Date('2026-06-30T23:30:00Z'))).toBe('1 July 2026 at 12:30am');
    expect(time(new Date('2026-01-01T09:00:00Z'))).toBe('9am');
    expect(time(new Date('2026-01-01T12:00:00Z'))).toBe('midday');
    expect(time(new Date('2026-01-01T00:00:00Z'))).toBe('midnight');
  });

  it('says a stretch of days with as many ends as it has', () => {
    expect(stretch('2018-05-25', '2020-12-31')).toBe('From 25 May 2018 to 31 December 2020');
    expect(stretch('2026-02-05', null)).toBe('Since 5 February 2026');
    expect(stretch(null, '2018-05-24')).toBe('Until 24 May 2018');
    expect(stretch(null, null)).toBe('');
  });

  it('begins with a capital letter, and leaves the rest as it is', () => {
    expect(capitalised('policy documents of the NHS')).toBe('Policy documents of the NHS');
    expect(capitalised('')).toBe('');
  });

  it('counts things and lists them as a sentence would', () => {
    expect(plural(0, 'file')).toBe('no files');
    expect(plural(1, 'file')).toBe('1 file');
    expect(plural(1204, 'reply', 'replies')).toBe('1,204 replies');
    expect(sentenceList([])).toBe('');
    expect(sentenceList(['a'])).toBe('a');
    expect(sentenceList(['a', 'b', 'c'])).toBe('a, b and c');
    expect(numberInWords(1234567.5)).toBe('1,234,567.5');
  });
});
