import { coverageOf, isRegimeInForce, regimesBetween } from './regime-line.js';

const stretch = (validFrom: string | undefined, validTo?: string, regime = 'UKGDPR' as const) => ({
  regime,
  validFrom,
  validTo,
});

describe('the line of regimes that a flow runs through', () => {
  it('has four stretches from October 2016 to today', () => {
    expect(regimesBetween('2016-10-01', '2026-11-22')).toEqual([
      { regime: 'DPA1998', from: '2016-10-01', to: '2018-05-24' },
      { regime: 'GDPR2018', from: '2018-05-25', to: '2020-12-31' },
      { regime: 'UKGDPR', from: '2021-01-01', to: '2026-02-04' },
      { regime: 'UKGDPR_DUAA', from: '2026-02-05', to: '2026-11-22' },
    ]);
  });

  it('has one stretch for a day, and none where the last day is before the first', () => {
    expect(regimesBetween('2021-01-01', '2021-01-01')).toEqual([
      { regime: 'UKGDPR', from: '2021-01-01', to: '2021-01-01' },
    ]);
    expect(regimesBetween('2021-01-02', '2021-01-01')).toEqual([]);
  });
});

describe('how a controller’s assertions lie over a flow', () => {
  it('leaves no gap where each begins the day after the last ended', () => {
    const coverage = coverageOf(
      [stretch('2021-07-01'), stretch('2021-01-01', '2021-06-30')],
      '2021-01-01',
      '2022-01-01',
    );
    expect(coverage).toEqual({ gaps: [], overlaps: [], undated: false });
  });

  it('shows every day that none covers', () => {
    const assertions = [stretch('2021-02-01', '2021-03-31'), stretch('2021-05-01', '2021-06-30')];
    expect(coverageOf(assertions, '2021-01-01', '2021-12-31').gaps).toEqual([
      { from: '2021-01-01', to: '2021-01-31' },
      { from: '2021-04-01', to: '2021-04-30' },
      { from: '2021-07-01', to: '2021-12-31' },
    ]);
  });

  it('shows the days for which two say different things', () => {
    const assertions = [stretch('2021-01-01', '2021-06-30'), stretch('2021-06-01', '2021-12-31')];
    expect(coverageOf(assertions, '2021-01-01', '2021-12-31').overlaps).toEqual([
      { from: '2021-06-01', to: '2021-06-30' },
    ]);
  });

  it('lets law enforcement run beside the rest without overlapping it', () => {
    const assertions = [stretch('2021-01-01'), { regime: 'DPA_PART3' as const, validFrom: '2021-01-01' }];
    expect(coverageOf(assertions, '2021-01-01', '2021-12-31')).toEqual({
      gaps: [],
      overlaps: [],
      undated: false,
    });
  });

  it('counts a stretch within another as covered, and as an overlap', () => {
    const assertions = [stretch('2021-01-01', '2021-12-31'), stretch('2021-03-01', '2021-03-31')];
    expect(coverageOf(assertions, '2021-01-01', '2022-01-31')).toEqual({
      gaps: [{ from: '2022-01-01', to: '2022-01-31' }],
      overlaps: [{ from: '2021-03-01', to: '2021-03-31' }],
      undated: false,
    });
  });

  it('takes the last day into account, and no stretch that ends before it begins', () => {
    expect(coverageOf([stretch('2021-01-01', '2021-12-30')], '2021-01-01', '2021-12-31').gaps).toEqual([
      { from: '2021-12-31', to: '2021-12-31' },
    ]);
    expect(coverageOf([stretch('2021-01-02')], '2021-01-01', '2021-12-31').gaps).toEqual([
      { from: '2021-01-01', to: '2021-01-01' },
    ]);
    expect(coverageOf([stretch('2021-06-30', '2021-06-29')], '2021-01-01', '2021-12-31').gaps).toEqual([
      { from: '2021-01-01', to: '2021-12-31' },
    ]);
    expect(coverageOf([stretch('2022-01-01')], '2021-01-01', '2021-12-31').gaps).toEqual([
      { from: '2021-01-01', to: '2021-12-31' },
    ]);
    expect(coverageOf([], '2021-01-02', '2021-01-01').gaps).toEqual([]);
  });

  it('covers one day by a stretch of one day, and begins where another ended', () => {
    const days = [
      stretch('2021-01-01', '2021-01-01'),
      stretch('2021-01-02', '2021-01-02'),
      stretch('2021-01-04'),
    ];
    expect(coverageOf(days, '2021-01-01', '2021-01-05')).toEqual({
      gaps: [{ from: '2021-01-03', to: '2021-01-03' }],
      overlaps: [],
      undated: false,
    });
    expect(coverageOf([stretch('2020-01-01', '2021-01-01')], '2021-01-01', '2021-01-02').gaps).toEqual([
      { from: '2021-01-02', to: '2021-01-02' },
    ]);
    expect(coverageOf([stretch('2020-01-01', '2020-12-31')], '2021-01-01', '2021-01-01').gaps).toEqual([
      { from: '2021-01-01', to: '2021-01-01' },
    ]);
    expect(
      coverageOf([stretch('2021-01-01', '2021-01-02'), stretch('2021-02-01')], '2021-01-01', '2021-01-02')
        .gaps,
    ).toEqual([]);
  });

  it('overlaps on one day, never beyond the last day of the flow, and once for each that comes later', () => {
    const touching = [stretch('2021-01-01', '2021-06-30'), stretch('2021-06-30', '2021-12-31')];
    expect(coverageOf(touching, '2021-01-01', '2021-12-31').overlaps).toEqual([
      { from: '2021-06-30', to: '2021-06-30' },
    ]);
    const open = [stretch('2021-01-01'), stretch('2021-02-01'), stretch('2021-02-01', '2021-02-28')];
    expect(coverageOf(open, '2021-01-01', '2021-12-31').overlaps).toEqual([
      { from: '2021-02-01', to: '2021-02-28' },
      { from: '2021-02-01', to: '2021-12-31' },
    ]);
    expect(
      coverageOf([stretch('2021-01-01'), stretch('2022-01-01')], '2021-01-01', '2021-12-31').overlaps,
    ).toEqual([]);
  });

  it('says so where an assertion has no first day', () => {
    expect(coverageOf([stretch(undefined)], '2021-01-01', '2021-12-31')).toMatchObject({ undated: true });
  });
});

describe('A regime is in force', () => {
  it.each([
    ['DPA1998', '2001-01-01', '2018-05-24', true],
    ['DPA1998', '2018-05-24', '2018-05-25', false],
    ['GDPR2018', '2018-05-24', '2018-06-01', false],
    ['GDPR2018', '2018-05-25', '2020-12-31', true],
    ['UKGDPR_DUAA', '2026-02-05', '2099-01-01', true],
    ['DPA_PART3', '2018-05-25', '2099-01-01', true],
    ['DPA_PART3', '2018-05-24', '2099-01-01', false],
  ] as const)('%s from %s to %s: %s', (regime, from, to, inForce) => {
    expect(isRegimeInForce(regime, from, to)).toBe(inForce);
  });
});
