import { z } from 'zod';
import { entryKind, type ToldTogether } from '../../deployments/entries/entry-kind.js';
import { wordsOf } from '../../kernel/words/words-of.js';
import type { ValuesIn } from '../../web/form/form.js';
import { plural, sentenceList, uncapitalised } from '../../web/words.js';
import { PERIOD_PRECISIONS } from '../series/activity-period.js';
import { areasInWords, figureFaults, periodOf, seriesOf } from '../series/activity-series.js';
import { roundedCount } from '../../deployments/entries/rounded-count.js';
import { countForReader } from '../series/count-for-reader.js';
import { activityPictures } from '../showing/activity-pictures.js';
import { ACTIVITY_UNITS, ActivityFigure, COUNTED, FIGURE_STATUSES } from './activity-figure.entity.js';
import { ActivityFigureForm, areasIn } from './activity-figure.form.js';

/** How many people a scheme took on, had and let go, period by period. */
export const ACTIVITY_FIGURES = entryKind({
  recorded: ActivityFigure,
  path: 'activity',
  singular: 'figure of activity',
  plural: 'figures of activity',
  heading: 'How many people',
  lead: 'What was counted in each period, by whom, and for which areas. Everyone reads these figures rounded to the nearest 5, and 1 to 7 as “about 5 or fewer”, each by itself, so that nobody is recognised and nothing adds up to it.',
  order: 40,
  bearsOn: ['SIM-EVD'],
  topics: ['ACTIVITY'],
  form: ActivityFigureForm,
  said: (values) => saidOf(values),
  asked: ({ areas, value, counted, unit, period, source, status }) => ({
    ...{ counted, unit, period, source, status, areas: areas.join('; ') },
    ...(value === null ? {} : { value }),
  }),
  out: z
    .object({
      counted: z.enum(wordsOf(COUNTED)),
      unit: z.enum(wordsOf(ACTIVITY_UNITS)),
      period: z.string().meta({ examples: ['2019-04', '2019-Q2', '2018/19-Q1', '2018/19', 'UNSPECIFIED_1'] }),
      closeness: z.enum(wordsOf(PERIOD_PRECISIONS)),
      areas: z.array(z.string()).meta({ description: 'All of them together where there are several.' }),
      source: z.string(),
      status: z.enum(wordsOf(FIGURE_STATUSES)),
      value: z
        .int()
        .nullable()
        .meta({ description: 'As said; null to all but the trust’s people and auditors.' }),
      publishedValue: z.int().nullable().meta({
        description: 'Rounded to the nearest 5; 5 means 1 to 7. Null where there is no figure.',
      }),
    })
    .meta({ id: 'ActivityFigureOut' }),
  shown: (figure) => ({
    title: `${ACTIVITY_UNITS[figure.unit]}, ${uncapitalised(COUNTED[figure.counted])}`,
    lines: [
      { key: 'Period', value: periodOf(figure).words },
      { key: 'Figure', value: countForReader(figure.value, figure.publishedValue) },
      { key: 'Status', value: FIGURE_STATUSES[figure.status] },
      { key: 'Area', value: areasInWords(figure.areas) },
      { key: 'Source', value: figure.source },
    ],
  }),
  together: (figures) => activityTogether(figures),
  beside: figureFaults,
  page: { template: 'activity/showing/views/activity.njk', model: activityPictures },
});

function saidOf({ value, areas, period, ...said }: ValuesIn<typeof ActivityFigureForm>) {
  const { written, closeness } = periodOf({ period: period.trim().toUpperCase().replace(/\s+/g, '') });
  return {
    ...said,
    ...{ period: written, closeness, areas: areasIn(areas), value: value ?? null },
    publishedValue: value === undefined ? null : roundedCount(value),
  };
}

function activityTogether(figures: readonly ActivityFigure[]): ToldTogether {
  const series = seriesOf(figures);
  if (series.length === 0)
    return { known: null, unanswered: ['Nobody has said how many people were on the scheme, or when.'] };
  const known = series.map(({ title, figures: members }) => {
    const last = members.findLast(({ publishedValue }) => publishedValue !== null);
    const count = last ? countForReader(last.value, last.publishedValue) : null;
    return last && count !== null
      ? `${uncapitalised(title)}: ${count} (${periodOf(last).words})`
      : `${uncapitalised(title)}: no figure`;
  });
  const told = new Set(figures.map(({ counted }) => counted));
  const silent = OUTCOMES.filter((outcome) => !told.has(outcome)).map((outcome) => OUTCOME_WORDS[outcome]);
  const gaps = figures.filter(({ status }) => status === 'NOT_COLLECTED').length;
  return {
    known: `The trust says: ${known.slice(0, 3).join('; ')}${known.length > 3 ? '; and more' : ''}.`,
    unanswered: [
      ...(silent.length === 0 ? [] : [`Nobody has said how many people ${sentenceList(silent, 'or')}.`]),
      ...(gaps === 0 ? [] : [`In ${plural(gaps, 'period')} nothing was collected.`]),
    ],
    cautions: figures.some(({ areas }) => areas.length > 1)
      ? ['Some figures are for several areas together. They are not split, because nobody has said how.']
      : [],
  };
}

const OUTCOMES = ['DISCHARGED', 'DECLINED', 'DIED', 'WITHDRAWN'] as const;
const OUTCOME_WORDS = {
  DISCHARGED: 'were discharged',
  DECLINED: 'declined',
  DIED: 'died',
  WITHDRAWN: 'withdrew',
} as const;
