import { z } from 'zod';
import { countForReader } from '../../activity/series/count-for-reader.js';
import { roundedCount } from '../../deployments/entries/rounded-count.js';
import { entryKind, type ToldTogether } from '../../deployments/entries/entry-kind.js';
import type { Issue } from '../../kernel/refusal.js';
import { wordsOf } from '../../kernel/words/words-of.js';
import type { ValuesIn } from '../../web/form/form.js';
import { storedAnswers } from '../../web/form/stored-answers.js';
import { uncapitalised } from '../../web/words.js';
import { amountInWords, profilesOf } from '../showing/use-profile.js';
import { usePictures } from '../showing/use-pictures.js';
import { USE_BASES, USES, UseFigure } from './use-figure.entity.js';
import { UseFigureForm } from './use-figure.form.js';

/** What people on a scheme used of other services, and what it cost, year by year. */
export const USE_FIGURES = entryKind({
  recorded: UseFigure,
  path: 'cost-and-use',
  singular: 'figure of cost or use',
  plural: 'figures of cost or use',
  heading: 'Cost and use of services',
  lead: 'What people on the scheme used of other services and what it cost, in the years before, during and after they joined, with the number of people, the baseline and whom they are compared with.',
  order: 42,
  bearsOn: ['SIM-EVD'],
  topics: ['COST'],
  form: UseFigureForm,
  said: (values) => saidOf(values),
  asked: ({ used, basis, year, amount, people, baseline, priceBase, unitCost, comparator, source }) =>
    Object.fromEntries(
      Object.entries({
        used,
        basis,
        year,
        amount,
        people,
        baseline,
        priceBase,
        unitCost,
        comparator,
        source,
      }).filter(([, value]) => value !== null),
    ),
  out: z
    .object({
      used: z.enum(wordsOf(USES)),
      basis: z.enum(wordsOf(USE_BASES)),
      year: z.string().meta({ examples: ['Y-1', 'Y0', 'Y1'] }),
      amount: z
        .number()
        .nullable()
        .meta({ description: 'As said; null to all but the trust’s people and auditors.' }),
      publishedAmount: z
        .number()
        .nullable()
        .meta({ description: 'Null where it rests on 7 people or fewer.' }),
      people: z
        .int()
        .nullable()
        .meta({ description: 'As said; null to all but the trust’s people and auditors.' }),
      publishedPeople: z
        .int()
        .nullable()
        .meta({ description: 'Rounded to the nearest 5; null where not said.' }),
      baseline: z.string(),
      priceBase: z.string().nullable(),
      unitCost: z.string().nullable().meta({ description: 'Multiplied with nothing.' }),
      comparator: z.string().nullable().meta({ description: 'Null where people are compared with nobody.' }),
      source: z.string(),
    })
    .meta({ id: 'UseFigureOut' }),
  shown: (figure) => ({
    title: `${USES[figure.used]}, ${figure.year}`,
    lines: [
      { key: 'Figure', value: `${amountInWords(figure)}, ${uncapitalised(USE_BASES[figure.basis])}` },
      {
        key: 'People',
        value: countForReader(figure.people, figure.publishedPeople) ?? 'Nobody has said how many',
      },
      { key: 'Baseline', value: figure.baseline },
      { key: 'Price base', value: figure.priceBase },
      { key: 'Cost of a unit', value: figure.unitCost },
      { key: 'Compared with', value: figure.comparator ?? 'Nobody' },
      { key: 'Source', value: figure.source },
    ],
  }),
  together: (figures) => useTogether(figures),
  beside: (figure, others) => faultsBeside(figure, others),
  page: { template: 'spending/showing/views/cost-and-use.njk', model: usePictures },
});

function saidOf({ amount, people, ...said }: ValuesIn<typeof UseFigureForm>) {
  const isHidden = people !== undefined && roundedCount(people) === 5;
  return {
    ...said,
    ...storedAnswers(said, ['priceBase', 'unitCost', 'comparator']),
    ...{ amount, people: people ?? null },
    publishedAmount: isHidden ? null : amount,
    publishedPeople: people === undefined ? null : roundedCount(people),
  };
}

function faultsBeside(figure: UseFigure, others: readonly UseFigure[]): readonly Issue[] {
  const [profile] = profilesOf([figure]);
  const twin = others.some(
    (other) => other.year === figure.year && profilesOf([other])[0]?.key === profile?.key,
  );
  return twin
    ? [
        {
          field: 'year',
          text: `${figure.year} is recorded already. Change that figure, or withdraw it first.`,
        },
      ]
    : [];
}

function useTogether(figures: readonly UseFigure[]): ToldTogether {
  const profiles = profilesOf(figures);
  if (profiles.length === 0)
    return {
      known: null,
      unanswered: ['Nobody has said what people used of other services, or what it cost.'],
    };
  const alone = figures.some(({ comparator }) => comparator === null);
  const uncounted = figures.some(({ publishedPeople }) => publishedPeople === null);
  return {
    known: `The trust says: ${profiles
      .slice(0, 3)
      .map(({ course }) => course)
      .join('; ')}${profiles.length > 3 ? '; and more' : ''}.`,
    unanswered: [
      ...(uncounted ? ['Nobody has said on how many people some of these figures rest.'] : []),
      ...(alone ? ['Nobody has said how others fared who were not on the scheme.'] : []),
    ],
    cautions: alone ? [REGRESSION] : [],
  };
}

/** Why a fall after the worst year shows nothing by itself. */
const REGRESSION =
  'Where no comparison group is named, these people are compared with nobody. People who are chosen when they are at their worst improve without any help (regression to the mean), so a fall after the year of joining does not show that the scheme did it. No money is counted as spared here.';
