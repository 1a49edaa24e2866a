import { z } from 'zod';
import { entryKind, type ToldTogether } from '../../deployments/entries/entry-kind.js';
import { countInWords, roundedCount, roundedCountOf } from '../../deployments/entries/rounded-count.js';
import { PartialDate } from '../../kernel/days/partial-date.js';
import type { Issue } from '../../kernel/refusal.js';
import { storedAnswers } from '../../web/form/stored-answers.js';
import { sentenceList, stretch, uncapitalised } from '../../web/words.js';
import { ComplaintsFigure } from './complaints-figure.entity.js';
import { ComplaintsFigureForm } from './complaints-figure.form.js';

const rounded = z.int().nullable().meta({ description: 'Rounded: 0, 5 for 1 to 7, else to the nearest 5.' });

/** Complaints figures that a trust declares per period, with the same definitions for every trust. */
export const COMPLAINTS_FIGURES = entryKind({
  recorded: ComplaintsFigure,
  path: 'complaints-figures',
  singular: 'complaints figure',
  plural: 'complaints figures',
  heading: 'Complaints about it',
  lead: 'Complaints per period, as the trust declares them under the complaints regulations of 2009. Every count is rounded by itself, so that totals need not add up. Concerns filed here are not counted in them.',
  order: 51,
  bearsOn: ['SIM-CMP'],
  topics: [],
  form: ComplaintsFigureForm,
  said: ({ periodFrom, periodTo, received, ...values }) => ({
    ...{ periodFrom, periodTo, received: roundedCount(received) },
    ...storedAnswers(values, ['toldHow']),
    aboutPolice: roundedCountOf(values.aboutPolice),
    upheld: roundedCountOf(values.upheld),
    partlyUpheld: roundedCountOf(values.partlyUpheld),
    notUpheld: roundedCountOf(values.notUpheld),
    toOmbudsman: roundedCountOf(values.toOmbudsman),
  }),
  out: z
    .object({
      periodFrom: z.string(),
      periodTo: z.string(),
      received: rounded.unwrap(),
      aboutPolice: rounded,
      upheld: rounded,
      partlyUpheld: rounded,
      notUpheld: rounded,
      toOmbudsman: rounded,
      toldHow: z.string().nullable(),
    })
    .meta({ id: 'ComplaintsFigureOut' }),
  shown: (figure) => ({
    title: stretch(figure.periodFrom, figure.periodTo),
    lines: [
      { key: 'Received', value: countInWords(figure.received) },
      { key: 'About the part of the police', value: countInWords(figure.aboutPolice) },
      { key: 'Upheld', value: countInWords(figure.upheld) },
      { key: 'Upheld in part', value: countInWords(figure.partlyUpheld) },
      { key: 'Not upheld', value: countInWords(figure.notUpheld) },
      { key: 'To the Ombudsman', value: countInWords(figure.toOmbudsman) },
      { key: 'How people were told that they can complain', value: figure.toldHow ?? 'Not said' },
    ],
  }),
  together: complaintsTogether,
  beside: overlapping,
});

function complaintsTogether(figures: readonly ComplaintsFigure[]): ToldTogether {
  const told = figures.map(
    ({ received, periodFrom, periodTo }) =>
      `${uncapitalised(countInWords(received))} (${uncapitalised(stretch(periodFrom, periodTo))})`,
  );
  const silent = figures.filter(({ aboutPolice }) => aboutPolice === null);
  return {
    known: figures.length === 0 ? null : `Complaints that the trust says it received: ${sentenceList(told)}.`,
    unanswered: [
      ...(figures.length > 0 ? [] : ['Nobody has said how many complaints there were about it.']),
      ...(silent.length > 0 ? ['Nobody has said how many of them were about the part of the police.'] : []),
      ...(figures.some(({ toldHow }) => toldHow !== null)
        ? []
        : ['Nobody has said how people were told that they can complain.']),
    ],
  };
}

/** One period is counted once: two figures of it would say two things. */
function overlapping(figure: ComplaintsFigure, others: readonly ComplaintsFigure[]): readonly Issue[] {
  const [from, to] = [PartialDate.from(figure.periodFrom), PartialDate.from(figure.periodTo)];
  const twice = others.some(
    (other) =>
      PartialDate.from(other.periodFrom).earliestDay <= to.latestDay &&
      PartialDate.from(other.periodTo).latestDay >= from.earliestDay,
  );
  if (!twice) return [];
  return [
    {
      field: 'periodFrom',
      text: 'Complaints of this period, or of a part of it, are recorded already. Change those, or withdraw them first.',
    },
  ];
}
