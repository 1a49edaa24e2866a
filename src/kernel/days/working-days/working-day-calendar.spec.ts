import { FactFileFault } from '../../fact-files/fact-file-fault.js';
import { ENGLAND_AND_WALES } from './england-and-wales.js';
import { missingYear, readWorkingDayCalendar } from './working-day-calendar.js';

const HEAD =
  "edition: '2026-11-30'\nsource: GOV.UK\nurl: https://www.gov.uk/bank-holidays\nlaw: the Act\nyears:\n";

describe('A file of bank holidays', () => {
  it('is read with its edition and source', () => {
    const calendar = readWorkingDayCalendar('x.yaml', HEAD + year(2027, '2027-12-27'));
    expect(calendar).toMatchObject({ edition: '2026-11-30', source: 'GOV.UK' });
    expect(calendar.years).toEqual([{ year: 2027, confidence: 'A', days: { '2027-12-27': 'A day' } }]);
  });

  it.each([
    ['a day of another year', year(2027, '2028-01-03'), '2028-01-03 is not in 2027'],
    ['a Saturday', year(2027, '2027-12-25'), '2027-12-25 is at a weekend, so it is no bank holiday'],
    ['a Sunday', year(2027, '2027-12-26'), '2027-12-26 is at a weekend, so it is no bank holiday'],
    ['a year left out', year(2027, '2027-12-27') + year(2029, '2029-01-01'), '2029 does not follow'],
    ['years out of order', year(2028, '2028-01-03') + year(2027, '2027-12-27'), '2027 does not follow'],
    ['a day that does not exist', year(2027, '2027-02-29'), 'is not a day like 2026-12-28'],
  ])('is refused with %s', (_, years, fault) => {
    expect(() => readWorkingDayCalendar('x.yaml', HEAD + years)).toThrow(FactFileFault);
    expect(() => readWorkingDayCalendar('x.yaml', HEAD + years)).toThrow(fault);
  });
});

describe('The year whose bank holidays are missing', () => {
  it.each([
    ['2026-11-30', null],
    ['2028-06-30', null],
    ['2028-07-01', 2029],
    ['2028-12-31', 2029],
    ['2029-03-01', 2029],
    ['2018-12-31', 2018],
  ])('on %s is %s, half a year before it is needed', (today, missing) => {
    expect(missingYear(today, ENGLAND_AND_WALES)).toBe(missing);
  });
});

function year(number: number, day: string): string {
  return `  - year: ${number}\n    confidence: A\n    days: { '${day}': A day }\n`;
}
