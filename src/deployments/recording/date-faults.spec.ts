import { dateFaults, unfittingDates, type SchemeDates } from './date-faults.js';

const TODAY = '2026-11-30';

function faults(different: Partial<SchemeDates>): string[] {
  const said: SchemeDates = {
    state: 'LIVE',
    stateAt: null,
    started: null,
    startPlanned: false,
    ...different,
  };
  return dateFaults(said, TODAY).map(({ field }) => field);
}

describe('The dates of a scheme fit each other and the calendar', () => {
  it.each<[Partial<SchemeDates>, string[]]>([
    [{ started: '2031-03' }, ['started']],
    [{ started: '2031-03', startPlanned: true }, []],
    [{ started: '2031-03', startPlanned: null }, []],
    [{ started: '2026' }, []],
    [{ stateAt: '2027' }, ['stateAt']],
    [{ stateAt: '2026-11' }, []],
    [{ started: '2018-09', stateAt: '2018-08' }, ['stateAt']],
    [{ started: '2018-09', stateAt: '2018' }, []],
    [{ state: 'CLOSED', started: '2018', stateAt: '2017' }, ['stateAt']],
    [{ state: 'PLANNED', started: '2018-09', stateAt: '2018-05' }, []],
    [{ started: '2018-09', stateAt: '2018-08', startPlanned: true }, []],
  ])('%j', (different, expected) => {
    expect(faults(different)).toEqual(expected);
  });

  it.each([
    [{ started: '2018-09', ended: '2018-08' }, 1],
    [{ started: '2018-09', ended: '2018' }, 0],
    [{ started: '2018-12', ended: '2018-winter' }, 0],
    [{ started: '2019-03', ended: '2018-winter' }, 1],
    [{ started: '2018-09', stateAt: '2018-08' }, 1],
    [{ started: '2018-09', stateAt: '2018-08', state: 'PLANNED' as const }, 0],
    [{ stateAt: '2020', steps: ['2019', '2018-05'] }, 1],
    [{ steps: ['2018-05', '2018', '2018-06'] }, 0],
    [{}, 0],
  ])('side by side: %j', (different, count) => {
    const said = { state: 'LIVE' as const, stateAt: null, started: null, ended: null, steps: [] };
    expect(unfittingDates({ ...said, ...different })).toHaveLength(count);
  });
});
