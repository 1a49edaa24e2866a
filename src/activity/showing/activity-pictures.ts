import type { ClaimView } from '../../deployments/claims/claim-view.js';
import { tableOfClaim } from '../../deployments/claims/drawing/table-of-claim.js';
import type { DeploymentDetail } from '../../deployments/finding/deployment-view.js';
import type { Picture } from '../../web/pictures/picture.js';
import type { ActivityFigure } from '../figures/activity-figure.entity.js';
import { periodOf, seriesOf, type ActivitySeries } from '../series/activity-series.js';
import { countForReader } from '../series/count-for-reader.js';
import { chartOfClaim } from './claimed-activity.js';
import { periodChart, type ChartedPeriod } from './period-chart.js';

/** The pictures of a scheme's activity: what its trust says, and apart from it what sources say. */
export function activityPictures(
  figures: readonly ActivityFigure[],
  scheme: Pick<DeploymentDetail, 'key' | 'claims'>,
): { readonly told: readonly Picture[]; readonly claimed: readonly Picture[]; readonly fileAt: string } {
  return {
    told: seriesOf(figures).map((series) => pictureOfSeries(series, scheme.key)),
    claimed: scheme.claims.flatMap((claim) => pictureOfClaim(claim) ?? []),
    fileAt: `/deployments/${scheme.key}/activity/file`,
  };
}

/** One series of the trust as a picture. */
export function pictureOfSeries({ id, figures, title }: ActivitySeries, key: string): Picture {
  const periods = figures.map((figure): ChartedPeriod => {
    const { short, words } = periodOf(figure);
    const { status, value, publishedValue } = figure;
    const said = countForReader(value, publishedValue);
    return { key: figure.id, short, words, status, value: value ?? publishedValue, said };
  });
  return periodChart({
    id: `series-${id}`,
    caption: `${title}: said by the trust`,
    csv: `/deployments/${key}/activity/series/${id}/table`,
    finding: `${title}: ${courseOf(periods)}.`,
    periods,
    joined: true,
    countedWords: 'Counted',
  });
}

/** The figures of a claim as a picture; null for a claim without counts by period. */
export function pictureOfClaim(claim: ClaimView): Picture | null {
  const chart = chartOfClaim(claim);
  return chart && periodChart({ ...chart, csv: tableOfClaim(claim) });
}

/** "from 103 to 167, then paused (April to June 2020)". */
function courseOf(periods: readonly ChartedPeriod[]): string {
  const counted = periods.filter(({ said }) => said !== null);
  const [first, last] = [counted[0], counted.at(-1)];
  const paused = periods.filter(({ status }) => status === 'PAUSED').map(({ words }) => words);
  const gaps = paused.length === 0 ? '' : `; paused in ${paused.join(', ')}, which is not zero`;
  if (!first || !last) return `no figure${gaps}`;
  const course =
    first === last
      ? `${first.said ?? ''} (${first.words})`
      : `from ${first.said ?? ''} (${first.words}) to ${last.said ?? ''} (${last.words})`;
  return `${course}${gaps}`;
}
