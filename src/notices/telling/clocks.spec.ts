import { lastDaysToAcknowledge, nearDays } from './clocks.js';

/** Worked by hand with the bank holidays of Christmas 2026: Friday 25 December, and Monday 28 December for Boxing Day. */
describe('What is due', () => {
  it.each([
    ['on a Friday', '2026-12-11', '2026-12-09'],
    ['on a Monday', '2026-12-14', '2026-12-10'],
    ['on a Saturday, when nobody works', '2026-12-12', '2026-12-10'],
    ['on the first working day after Christmas', '2026-12-29', '2026-12-23'],
  ])('%s has two working days left since the day that a calendar on the wall says', (_, due, since) => {
    const soon = (today: string) =>
      nearDays(today).find((near) => near.moment === 'SOON' && near.due === due);
    expect(soon(since)).toEqual({ moment: 'SOON', due, since });
    expect(soon(due)).toEqual({ moment: 'SOON', due, since });
    const before = new Date(Date.parse(since) - 86_400_000).toISOString().slice(0, 10);
    expect(soon(before)).toBeUndefined();
  });

  it('is reminded of with ten working days left, Christmas not counted', () => {
    const of = (today: string) =>
      nearDays(today).filter(({ moment, due }) => moment === 'REMINDER' && due === '2027-01-04');
    expect(of('2026-12-15')).toEqual([]);
    expect(of('2026-12-16')).toEqual([{ moment: 'REMINDER', due: '2027-01-04', since: '2026-12-16' }]);
  });

  it('in a year whose bank holidays nobody knows is told early, not never', () => {
    expect(nearDays('2199-05-01').filter(({ moment }) => moment === 'SOON')).toEqual([
      { moment: 'SOON', due: '2199-05-01', since: '2199-04-29' },
      { moment: 'SOON', due: '2199-05-02', since: '2199-04-30' },
      { moment: 'SOON', due: '2199-05-03', since: '2199-05-01' },
    ]);
  });

  it('to be acknowledged is so five working days after it was asked', () => {
    const day = lastDaysToAcknowledge('2027-01-05').find(({ counted_from }) => counted_from === '2026-12-23');
    expect(day?.due).toBe('2027-01-04');
  });
});
