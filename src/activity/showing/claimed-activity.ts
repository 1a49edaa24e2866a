import type { ClaimFigures } from '../../deployments/claims/claim-figures.js';
import type { ClaimView } from '../../deployments/claims/claim-view.js';
import { sentenceList } from '../../web/words.js';
import { readPeriod } from '../series/activity-period.js';
import { firstFall } from '../series/falls.js';
import type { ChartedPeriod, PeriodChart } from './period-chart.js';

type ClaimedFigure = ClaimFigures['values'][number];

/** Counts by period that a source gives, as a chart; null where the claim has none. What they are is for its source to say. */
export function chartOfClaim(claim: ClaimView): Omit<PeriodChart, 'csv'> | null {
  const values = countsOf(claim.figures);
  if (values.length < 2) return null;
  const periods = values.map(chartedPeriod);
  const listed = sentenceList(periods.map(({ said }) => said ?? ''));
  return {
    id: `claimed-${claim.key}`,
    caption: `Figures of a source: ${claim.statement}`,
    finding: `A source gives ${listed}${scopeOf(claim)}. ${verdictOn(values, claim.figures?.definition ?? 'UNSTATED')}`,
    periods,
    joined: false,
    countedWords: 'As the source gives it',
  };
}

function countsOf(figures: ClaimFigures | null): readonly ClaimedFigure[] {
  const counts = figures?.values.filter(({ unit }) => unit === 'people') ?? [];
  return counts.every(({ metric }) => metric === counts[0]?.metric) ? counts : [];
}

function chartedPeriod({ period, value, status }: ClaimedFigure): ChartedPeriod {
  const read = readPeriod(period);
  return {
    ...{ key: period, short: read?.short ?? period, words: read?.words ?? period },
    ...(status === 'PAUSED'
      ? { status, value: null, said: `${inDigits(value)}, marked as paused` }
      : { status: 'ACTUAL', value, said: inDigits(value) }),
  };
}

function scopeOf({ scope, about }: ClaimView): string {
  if (scope === null) return '';
  return about.length > 1 && scope.includes(' and ') ? `, for ${scope} together` : `, for ${scope}`;
}

function verdictOn(values: readonly ClaimedFigure[], definition: ClaimFigures['definition']): string {
  const fall = firstFall(
    values.flatMap(({ period, value }) => {
      const read = readPeriod(period);
      return read ? [{ period: read, value }] : [];
    }),
  );
  if (definition === 'CONTRADICTORY' && fall)
    return `They fall from ${String(fall.from.value)} to ${String(fall.to.value)}, so they cannot be counted from the beginning, as the source says.`;
  return definition === 'CONTRADICTORY'
    ? 'They cannot be what the source says they are.'
    : 'Nobody has checked them.';
}

function inDigits(value: number): string {
  return value.toLocaleString('en-GB');
}
