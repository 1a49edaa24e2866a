import { claimDateFaults, dateFaults, type SchemeDates } from './date-faults.js';

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

  it('and an end is not before the start', () => {
    const claimed = { started: '2018-09', ended: '2020' };
    expect(claimDateFaults({ topic: 'END', dated: '2018-08' }, claimed)).toHaveLength(1);
    expect(claimDateFaults({ topic: 'END', dated: '2018' }, claimed)).toEqual([]);
    expect(claimDateFaults({ topic: 'START', dated: '2021' }, claimed)).toHaveLength(1);
    expect(claimDateFaults({ topic: 'START', dated: null }, claimed)).toEqual([]);
    expect(claimDateFaults({ topic: 'TEAM', dated: '1999' }, claimed)).toEqual([]);
  });
});
