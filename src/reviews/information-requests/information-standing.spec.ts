import {
  informationStanding,
  type InformationDays,
  type InformationStanding,
} from './information-standing.js';

const ASKED: InformationDays = {
  dueOn: '2026-12-21',
  ...{ gives: null, answeredOn: null, scoresOpenedOn: null, replyClosedOn: null, voidedOn: null },
};

describe('Where a request for information stands', () => {
  const cases: readonly (readonly [string, Partial<InformationDays>, string, InformationStanding, number])[] =
    [
      ['it waits, the day it is due included', {}, '2026-12-21', 'WAITING', 0],
      ['it is overdue the day after, without anybody’s act', {}, '2026-12-22', 'OVERDUE', 1],
      ['answered in time', { gives: 'GIVEN', answeredOn: '2026-12-21' }, '2027-02-01', 'GIVEN', 0],
      ['answered late stays late', { gives: 'GIVEN', answeredOn: '2026-12-23' }, '2027-02-01', 'GIVEN', 2],
      ['refused', { gives: 'REFUSED', answeredOn: '2026-12-20' }, '2027-02-01', 'REFUSED', 0],
      ['never answered', { replyClosedOn: '2027-02-01' }, '2027-05-01', 'NEVER_ANSWERED', 42],
      ['in a round that was voided', { voidedOn: '2026-12-20' }, '2027-05-01', 'VOIDED', 0],
    ];

  it.each(cases)('%s', (_, different, today, standing, late) => {
    const found = informationStanding({ ...ASKED, ...different }, today);
    expect([found.standing, found.daysLate]).toEqual([standing, late]);
  });

  it('tells an answer on which no score rests', () => {
    const after = (answeredOn: string | null) =>
      informationStanding({ ...ASKED, answeredOn, scoresOpenedOn: '2027-01-10' }, '2027-02-01').isAfterScores;
    expect([after('2027-01-10'), after('2027-01-11'), after(null)]).toEqual([false, true, true]);
    expect(informationStanding(ASKED, '2027-02-01').isAfterScores).toBe(false);
  });
});
