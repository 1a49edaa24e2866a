import fc from 'fast-check';
import { newId } from '../../kernel/identifiers.js';
import { made } from '../../platform/database/recorded.js';
import { ActivityFigure } from '../figures/activity-figure.entity.js';
import { ActivityFigureForm } from '../figures/activity-figure.form.js';
import { byPeriod, readPeriod } from './activity-period.js';
import { areasInWords, figureFaults, seriesOf } from './activity-series.js';
import { roundedCount } from '../../deployments/entries/rounded-count.js';
import { countForReader } from './count-for-reader.js';

const DERBYSHIRE_AND_LEICESTERSHIRE = ['Derbyshire', 'Leicestershire'];
const TODAY = '2026-11-30';

describe('A series that is counted from the beginning', () => {
  it('never falls: 26, 31, 28, 68 is refused where it falls, with what it can be', () => {
    expect(refusals([26, 31, 28, 68])).toEqual([
      null,
      null,
      'The figures fall from 31 (period not stated (figure 2)) to 28 (period not stated (figure 3)). A count of everybody since the beginning cannot fall. Record them as people on the scheme at the end of each period, or as new people in each period, whichever was counted.',
      null,
    ]);
    expect(refusals([26, 31, 28, 68], 'OPEN_AT_END')).toEqual([null, null, null, null]);
    expect(refusals([26, 31, 28, 68], 'NEW')).toEqual([null, null, null, null]);
  });

  it('may be paused: 103, 133, 167, paused is one series, for Derbyshire and Leicestershire together', () => {
    expect(refusals([103, 133, 167, null])).toEqual([null, null, null, null]);
    const [series, more] = seriesOf(figuresOf([103, 133, 167, null]));
    expect(more).toBeUndefined();
    expect(series?.figures.map(({ value, status }) => value ?? status)).toEqual([103, 133, 167, 'PAUSED']);
    expect(series?.title).toBe(
      'People, ever on the scheme, counted from the beginning, for Derbyshire and Leicestershire together',
    );
  });

  it('is never accepted while it falls, and never refused while it does not, in whatever order it is told', () => {
    const counts = fc.array(fc.option(fc.integer({ min: 0, max: 50 })), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        counts.chain((told) => fc.tuple(fc.constant(told), orders(told.length))),
        ([told, order]) => {
          const figures = figuresOf(told);
          const inOrder = order.flatMap((at) => figures[at] ?? []);
          const refused = inOrder.some(
            (figure, at) => figureFaults(figure, inOrder.slice(0, at), TODAY).length > 0,
          );
          const said = told.filter((count) => count !== null);
          const falls = said.some((count, at) => count < (said[at - 1] ?? 0));
          expect(refused).toBe(falls);
        },
      ),
    );
  });
});

describe('A figure', () => {
  const told = figure({ period: '2019-Q2', value: 30 });

  it.each([
    ['of 2045 cannot have been counted', { period: '2045' }, 'Record it as an estimate'],
    ['of a quarter that is not over cannot either', { period: '2026-Q4' }, 'is not over'],
    ['of a period that is told already is not told twice', { period: '2019/20-Q1' }, 'is recorded for'],
  ])('%s', (_, given, words) => {
    expect(figureFaults(figure(given), [told], TODAY)[0]?.text).toContain(words);
  });

  it.each([
    ['of 2045 may be estimated', { period: '2045', status: 'ESTIMATE' as const }],
    ['of another area stands beside', { period: '2019-Q2', areas: ['Rutland'] }],
    ['of another source stands beside', { period: '2019-Q2', source: 'A board paper' }],
    ['of an earlier month of the same quarter fits below it', { period: '2019-04', value: 12 }],
  ])('%s', (_, given) => {
    expect(figureFaults(figure(given), [told], TODAY)).toEqual([]);
  });

  it('that was estimated is changed into what was counted once its period is over', () => {
    const estimate = figure({ period: '2026-Q4', status: 'ESTIMATE' });
    const counted = figure({ period: '2026-Q4', saidOn: '2026-11-30' });
    const faults = (today: string) => figureFaults(counted, [], today).map(({ text }) => text);
    expect(faults('2026-12-31')).toEqual([expect.stringContaining('is not over')]);
    expect(faults('2027-01-01')).toEqual([]);
    expect(figureFaults(counted, [estimate], '2027-01-01')[0]?.text).toContain(
      'Change it into what was counted; what it said before stays to be read.',
    );
  });

  it('is for several areas together or for one', () => {
    expect(areasInWords(['Derbyshire'])).toBe('for Derbyshire');
    expect(areasInWords(DERBYSHIRE_AND_LEICESTERSHIRE)).toBe('for Derbyshire and Leicestershire together');
  });

  it('that was paused is not zero', () => {
    const answers = { counted: 'NEW', unit: 'PEOPLE', period: '2020-Q2', areas: 'Derbyshire', source: 'X' };
    const texts = (more: object): string =>
      JSON.stringify(ActivityFigureForm.read({ ...answers, ...more }), ['issues', 'text']);
    expect(texts({ status: 'PAUSED', value: '0' })).toContain('has none, and is not 0');
    expect(texts({ status: 'ACTUAL', value: '' })).toContain('Enter the figure.');
    expect(ActivityFigureForm.read({ ...answers, status: 'PAUSED', value: '' }).ok).toBe(true);
  });
});

describe('A period', () => {
  it.each([
    ['2019', '2019-01-01', '2019-12-31', 'YEAR'],
    ['2018/19', '2018-04-01', '2019-03-31', 'YEAR'],
    ['2019-q2', '2019-04-01', '2019-06-30', 'QUARTER'],
    ['2019/20-Q4', '2020-01-01', '2020-03-31', 'QUARTER'],
    ['2020-02', '2020-02-01', '2020-02-29', 'MONTH'],
  ])('%s runs from %s to %s', (written, from, to, closeness) => {
    expect(readPeriod(written)).toMatchObject({
      days: { from, to },
      closeness,
      written: written.toUpperCase(),
    });
  });

  it.each(['2018/20', '2019-13', '2019-Q5', '2018/19-03', 'UNSPECIFIED_0', 'spring', '1066'])(
    '%s is none',
    (written) => expect(readPeriod(written)).toBeNull(),
  );

  it('that its source does not state keeps its place and gets no date', () => {
    const [second, first] = [readPeriod('UNSPECIFIED_2'), readPeriod('unspecified_1')];
    expect(first).toMatchObject({ days: null, closeness: 'NOT_STATED', place: 1 });
    expect(first && second && byPeriod(first, second)).toBeLessThan(0);
  });
});

describe('A count as somebody reads it', () => {
  it('is exact to whoever may know it, and rounded to everyone else', () => {
    expect([countForReader(3, 5), countForReader(1003, 1005)]).toEqual(['3', '1,003']);
    expect([countForReader(null, 5), countForReader(null, 105)]).toEqual(['about 5 or fewer', 'about 105']);
    expect(countForReader(null, null)).toBeNull();
  });

  it('never lets a small one be told from another', () => {
    const small = fc.integer({ min: 1, max: 7 });
    fc.assert(
      fc.property(small, small, (one, other) => {
        expect(countForReader(null, roundedCount(one))).toBe(countForReader(null, roundedCount(other)));
      }),
    );
  });
});

function orders(length: number): fc.Arbitrary<readonly number[]> {
  return fc.shuffledSubarray(
    Array.from({ length }, (_, at) => at),
    { minLength: length },
  );
}

function refusals(
  counts: readonly (number | null)[],
  counted: ActivityFigure['counted'] = 'EVER',
): readonly (string | null)[] {
  const accepted: ActivityFigure[] = [];
  return figuresOf(counts, counted).map((one) => {
    const [fault] = figureFaults(one, accepted, TODAY);
    if (!fault) accepted.push(one);
    return fault?.text ?? null;
  });
}

function figuresOf(
  counts: readonly (number | null)[],
  counted: ActivityFigure['counted'] = 'EVER',
): readonly ActivityFigure[] {
  return counts.map((value, at) =>
    figure({
      counted,
      period: `UNSPECIFIED_${String(at + 1)}`,
      value,
      status: value === null ? 'PAUSED' : 'ACTUAL',
    }),
  );
}

function figure(given: Partial<ActivityFigure>): ActivityFigure {
  const value = given.value === undefined ? 40 : given.value;
  return made(ActivityFigure, {
    ...{ id: newId(), deploymentId: newId(), leadOrganisationId: newId(), published: true },
    ...{ saidOn: TODAY, withdrawnOn: null, withdrawnBecause: null },
    ...{
      counted: 'EVER',
      unit: 'PEOPLE',
      areas: DERBYSHIRE_AND_LEICESTERSHIRE,
      source: 'Slides',
      status: 'ACTUAL',
    },
    ...{ period: '2019-Q2', closeness: 'QUARTER', ...given, value },
    publishedValue: value === null ? null : roundedCount(value),
  });
}
