import fc from 'fast-check';
import { PartialDate } from '../../../kernel/days/partial-date.js';
import { defineForm } from '../form.js';
import { date } from '../kinds/date.js';
import { partialDate } from '../kinds/partial-date.js';

const Dates = defineForm({
  id: 'Dates',
  fields: {
    held: date({ label: 'Date of the review', latest: () => '2026-11-22', optional: true }),
    began: partialDate({
      label: 'When did it begin?',
      called: 'When it began',
      latest: '2026-11-22',
      optional: true,
    }),
  },
});

function held(day: string, month: string, year: string) {
  return outcome({ 'held-day': day, 'held-month': month, 'held-year': year }, 'held');
}

function began(day: string, month: string, year: string, unsure?: string) {
  const sent = { 'began-day': day, 'began-month': month, 'began-year': year };
  return outcome(unsure === undefined ? sent : { ...sent, 'began-unsure': unsure }, 'began');
}

function outcome(body: Record<string, string>, field: 'held' | 'began') {
  const reading = Dates.read(body);
  return reading.ok ? reading.values[field] : [reading.issues[0]?.text, reading.issues[0]?.href];
}

describe('a date in three boxes', () => {
  it('reads days and months as people write them', () => {
    expect(held('1', '2', '2020')).toBe('2020-02-01');
    expect(held(' 01 ', ' Sept ', '2018')).toBe('2018-09-01');
    expect(held('29', 'february', '2024')).toBe('2024-02-29');
    expect(held('', '', '')).toBeUndefined();
  });

  it.each([
    ['29', '2', '2023', 'Date of the review must be a real date.', '#held-day'],
    ['32', '1', '2023', 'Date of the review must be a real date.', '#held-day'],
    ['x', '1', '2023', 'Date of the review must be a real date.', '#held-day'],
    ['1', '13', '2023', 'Month must be a number from 1 to 12, or a name.', '#held-month'],
    ['1', 'ma', '2023', 'Month must be a number from 1 to 12, or a name.', '#held-month'],
    ['1', '2', '23', 'Year must include 4 numbers.', '#held-year'],
    ['1', '2', '', 'Date of the review must include a year.', '#held-year'],
    ['1', '', '2023', 'Date of the review must include a month.', '#held-month'],
    ['', '', '2023', 'Date of the review must include a month.', '#held-month'],
    ['', '2', '2023', 'Date of the review must include a day.', '#held-day'],
    ['23', '11', '2026', 'Date of the review must be on or before 22 November 2026.', '#held-day'],
    ['31', '12', '1899', 'Date of the review must be on or after 1 January 1900.', '#held-day'],
  ])('says of %p %p %p: %s', (day, month, year, text, href) => {
    expect(held(day, month, year)).toEqual([text, href]);
    expect(Dates.read({ 'held-day': day, 'held-month': month, 'held-year': year }).answers['held']).toEqual({
      day,
      month,
      year,
    });
  });

  it('keeps as much of a date as is known, and never fills in the rest', () => {
    expect(began('', '', '2018')).toBe('2018');
    expect(began('', 'Sep', '2018')).toBe('2018-09');
    expect(began('14', '9', '2018')).toBe('2018-09-14');
    expect(began('', '', '', 'yes')).toBe('not-sure');
    expect(began('14', '', '2018')).toEqual(['When it began must include a month.', '#began-month']);
    expect(began('', '9', '2018', 'yes')).toEqual([
      'Enter a date, or say that you are not sure, but not both.',
      '#began-day',
    ]);
    expect(began('', '', '2026')).toBe('2026');
    expect(began('', '12', '2026')).toEqual([
      'When it began must be on or before 22 November 2026.',
      '#began-day',
    ]);
  });

  it('holds the API to the same dates', () => {
    for (const value of ['2018', '2018-09', '2018-09-14', 'not-sure'])
      expect(Dates.schema.safeParse({ began: value }).success).toBe(true);
    for (const value of ['18', '2018-13', '2018-02-30', '2018-9', '', 'soon', '2018-09-14T00:00', 2018])
      expect(Dates.schema.safeParse({ began: value }).success).toBe(false);
    for (const value of ['2018-02-30', '2018', '14/9/2018', '2027-01-01'])
      expect(Dates.schema.safeParse({ held: value }).success).toBe(false);
  });

  it('shows a stored date in the boxes that give it again, and every value is a date of the register', () => {
    const year = fc.integer({ min: 1900, max: 2026 }).map(String);
    const month = fc.integer({ min: 1, max: 10 }).map((m) => String(m).padStart(2, '0'));
    const stored = fc.oneof(
      year,
      fc.tuple(year, month).map((parts) => parts.join('-')),
      fc.tuple(year, month, month).map((parts) => parts.join('-')),
    );
    fc.assert(
      fc.property(stored, (value) => {
        const typed = Dates.asked({ began: value }).answers['began'];
        const boxes = Object.entries(typed ?? {}).filter(([part]) => part !== 'unsure');
        const sent = Object.fromEntries(boxes.map(([part, text]) => [`began-${part}`, text]));
        const reading = Dates.read(sent);
        expect(reading.ok && reading.values.began).toBe(value);
        expect(PartialDate.accepts(value)).toBe(true);
      }),
    );
  });
});
