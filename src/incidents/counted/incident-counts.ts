import { z } from 'zod';
import { entryKind, type ToldTogether } from '../../deployments/entries/entry-kind.js';
import { countInWords, roundedCount } from '../../deployments/entries/rounded-count.js';
import { wordsOf } from '../../kernel/words/words-of.js';
import { storedAnswers } from '../../web/form/stored-answers.js';
import { sentenceList, stretch, uncapitalised } from '../../web/words.js';
import { INCIDENT_PROCESSES, INCIDENT_SORTS, IncidentCount } from './incident-count.entity.js';
import { IncidentCountForm } from './incident-count.form.js';

/** Incidents and deaths, as rounded counts per period, with the process that looked at them and what followed. */
export const INCIDENT_COUNTS = entryKind({
  recorded: IncidentCount,
  path: 'incidents',
  singular: 'count of incidents',
  plural: 'counts of incidents',
  heading: 'Deaths and incidents',
  lead: 'How often people on the scheme, or after it, died or came to harm: rounded counts, and references of what is published. Never who, and never an exact small number.',
  order: 50,
  bearsOn: ['SIM-SAF'],
  topics: [],
  form: IncidentCountForm,
  said: (values) => ({
    ...values,
    happened: roundedCount(values.happened),
    ...storedAnswers(values, ['reference', 'followed']),
  }),
  out: z
    .object({
      sort: z.enum(wordsOf(INCIDENT_SORTS)),
      happened: z.int().meta({ description: 'Rounded: 0, 5 for 1 to 7, else to the nearest 5.' }),
      periodFrom: z.string(),
      periodTo: z.string(),
      process: z.enum(wordsOf(INCIDENT_PROCESSES)),
      reference: z.string().nullable(),
      followed: z.string().nullable(),
    })
    .meta({ id: 'IncidentCountOut' }),
  shown: ({ sort, happened, periodFrom, periodTo, process, reference, followed }) => ({
    title: `${INCIDENT_SORTS[sort]}, ${uncapitalised(stretch(periodFrom, periodTo))}`,
    lines: [
      { key: 'How often', value: countInWords(happened) },
      { key: 'Process', value: INCIDENT_PROCESSES[process] },
      { key: 'Reference', value: reference },
      { key: 'What followed', value: followed ?? 'Not said' },
    ],
  }),
  together: incidentsTogether,
});

function incidentsTogether(counts: readonly IncidentCount[]): ToldTogether {
  const deaths = counts.filter(({ sort }) => sort === 'DEATH');
  const unexamined = counts.filter(
    ({ happened, process }) => happened > 0 && (process === 'NONE' || process === 'NOT_KNOWN'),
  );
  const silent = counts.filter(({ happened, followed }) => happened > 0 && followed === null);
  const told = counts.map(
    ({ sort, happened }) =>
      `${uncapitalised(INCIDENT_SORTS[sort])}: ${uncapitalised(countInWords(happened))}`,
  );
  return {
    known: counts.length === 0 ? null : `The trust has counted ${sentenceList([...new Set(told)])}.`,
    unanswered: [
      ...(deaths.length > 0 ? [] : ['Nobody has said whether people died while on the scheme or after it.']),
      ...silent.map(
        ({ sort }) => `Nobody has said what followed from this: ${uncapitalised(INCIDENT_SORTS[sort])}.`,
      ),
    ],
    cautions: unexamined.map(
      ({ sort }) => `No process is said to have looked at this: ${uncapitalised(INCIDENT_SORTS[sort])}.`,
    ),
  };
}
