import { countForReader } from '../../activity/series/count-for-reader.js';
import { uncapitalised } from '../../web/words.js';
import { USE_BASES, USES, type UseFigure } from '../figures/use-figure.entity.js';
import type { ProfiledYear } from './profile-chart.js';

/** Figures of one thing by one source in the order of their years. */
export interface UseProfile {
  readonly key: string;
  /** The id of the figure that was recorded first: it names the profile in addresses. */
  readonly id: string;
  readonly title: string;
  readonly years: readonly ProfiledYear[];
  /** "money spent on average for one person: £16,200 (Y-1), £19,800 (Y0)". */
  readonly course: string;
}

/** All profiles among figures, each figure in exactly one. */
export function profilesOf(figures: readonly UseFigure[]): readonly UseProfile[] {
  const found = new Map<string, UseFigure[]>();
  for (const figure of figures) {
    const { used, basis, baseline, comparator, source } = figure;
    const key = JSON.stringify([used, basis, baseline, comparator, source]);
    found.set(key, [...(found.get(key) ?? []), figure]);
  }
  return [...found].flatMap(([key, members]) => {
    const [first] = members;
    if (!first) return [];
    const years = [...members].sort((one, other) => yearOf(one) - yearOf(other)).map(profiledYear);
    const title = `${USES[first.used]}, ${uncapitalised(USE_BASES[first.basis])}`;
    const course = `${uncapitalised(title)}: ${years.map(({ words, said }) => `${said ?? 'not published'} (${words})`).join(', ')}`;
    return [{ key, id: first.id, title: `${title}. Baseline: ${first.baseline}`, years, course }];
  });
}

/** How an amount reads: in pounds where it is money. */
export function amountInWords({ used, amount, publishedAmount }: UseFigure): string {
  const said = amount ?? publishedAmount;
  if (said === null) return 'Not published: it rests on 7 people or fewer';
  const digits = said.toLocaleString('en-GB', { maximumFractionDigits: 2 });
  return used === 'MONEY' ? `£${digits}` : digits;
}

function profiledYear(figure: UseFigure): ProfiledYear {
  const value = figure.amount ?? figure.publishedAmount;
  return {
    key: figure.id,
    words: figure.year,
    value,
    said: value === null ? null : amountInWords(figure),
    people: countForReader(figure.people, figure.publishedPeople),
  };
}

function yearOf({ year }: UseFigure): number {
  return Number(year.slice(1));
}
