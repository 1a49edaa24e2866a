import type { ClaimFigures } from '../../deployments/claims/claim-figures.js';
import type { ClaimView } from '../../deployments/claims/claim-view.js';
import type { ProfileChart, ProfiledYear } from './profile-chart.js';

type Average = ClaimFigures['values'][number];

/**
 * Averages that a source gives, by year or by service, as a chart; null where the claim has none. A cost of one unit is no
 * profile, and neither are changes, nor figures of which two stand for one place.
 */
export function chartOfCostClaim(claim: ClaimView): Omit<ProfileChart, 'csv'> | null {
  const { figures } = claim;
  if (figures?.definition !== 'AVERAGE_PER_PERSON' || figures.values.length < 2) return null;
  const isByYear = of(figures, 'metric').size === 1;
  const places = of(figures, isByYear ? 'period' : 'metric').size;
  const isProfile = places === figures.values.length && (isByYear || of(figures, 'period').size === 1);
  if (!isProfile || figures.values.some(({ value }) => value < 0)) return null;
  const people = figures.people === null ? null : String(figures.people);
  const years = figures.values.map((average) => profiled(average, { isByYear, people }));
  const where = claim.scope === null ? '' : `, ${claim.scope}`;
  const list = years.map(({ words, said }) => `${said ?? ''} (${words})`).join(', ');
  const counted =
    people === null
      ? 'The source does not say on how many people they rest'
      : `They rest on ${people} people`;
  return {
    id: `averages-${claim.key}`,
    caption: `Figures of a source: ${claim.statement}`,
    finding: `A source gives averages for one person${where}: ${list}. ${counted}, and compares them with nobody.`,
    across: isByYear ? 'Year' : 'Service',
    years,
  };
}

function of({ values }: ClaimFigures, name: 'metric' | 'period'): ReadonlySet<string> {
  return new Set(values.map((average) => average[name]));
}

function profiled(
  { metric, period, value, unit }: Average,
  { isByYear, people }: { readonly isByYear: boolean; readonly people: string | null },
): ProfiledYear {
  const digits = value.toLocaleString('en-GB');
  return {
    key: `${metric}-${period}`,
    words: isByYear ? period : (METRICS[metric] ?? metric),
    value,
    said: unit.startsWith('GBP') ? `£${digits}` : digits,
    people,
  };
}

const METRICS: Readonly<Record<string, string>> = {
  POLICE_INCIDENT: 'Police incidents',
  S136_ASSESS: 'Section 136',
  AMBULANCE: 'Ambulance',
  ED_ATTEND: 'A&E',
  MH_BED_DAY: 'MH bed days',
  OTHER_BED_DAY: 'Other bed days',
};
