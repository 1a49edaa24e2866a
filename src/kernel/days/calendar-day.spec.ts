import { addDays, addMonths, daysBetween, isCalendarDay, weekdayOf } from './calendar-day.js';

describe('A calendar day', () => {
  it('is recognised only when it exists', () => {
    expect(['2024-02-29', '2021-12-31'].every(isCalendarDay)).toBe(true);
    expect(['2021-02-29', '2021-13-01', '2021-1-1', '12/05/2021', '', null].some(isCalendarDay)).toBe(false);
  });

  it('is counted in days across months, years and the change to summer time', () => {
    expect(addDays('2021-12-31', 1)).toBe('2022-01-01');
    expect(addDays('2021-03-27', 2)).toBe('2021-03-29');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
  });

  it('has a corresponding date in a later month, or is told that there is none', () => {
    expect(addMonths('2021-05-12', 6)).toEqual({ day: '2021-11-12', exists: true });
    expect(addMonths('2021-08-31', 2)).toEqual({ day: '2021-10-31', exists: true });
    expect(addMonths('2021-08-31', 6)).toEqual({ day: '2022-02-28', exists: false });
    expect(addMonths('2020-02-29', 12)).toEqual({ day: '2021-02-28', exists: false });
  });

  it('lies so many days from another', () => {
    expect(daysBetween('2026-12-11', '2027-01-20')).toBe(40);
    expect(daysBetween('2021-03-27', '2021-03-29')).toBe(2);
    expect(daysBetween('2024-03-01', '2024-02-29')).toBe(-1);
  });

  it('knows its weekday', () => {
    expect(weekdayOf('2021-05-12')).toBe(3);
  });

  it('refuses to count from a day that does not exist', () => {
    expect(() => addDays('2021-02-29', 1)).toThrow(RangeError);
    expect(() => addDays('2021-02-29', 1)).toThrow('must exist');
  });
});
