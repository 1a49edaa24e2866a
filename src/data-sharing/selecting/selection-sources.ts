import { z } from 'zod';
import { entryKind, type ToldTogether } from '../../deployments/entries/entry-kind.js';
import type { DeploymentDetail } from '../../deployments/finding/deployment-view.js';
import { isId } from '../../kernel/identifiers.js';
import { wordsOf } from '../../kernel/words/words-of.js';
import { askedAnswers, storedAnswers } from '../../web/form/stored-answers.js';
import { sentenceList, uncapitalised } from '../../web/words.js';
import { SELECTION_SOURCES, SelectionSource } from './selection-source.entity.js';
import { flowIn, SelectionSourceForm } from './selection-source.form.js';

/** How people are selected: which sources are searched, for what, by whom, and under which data flow. */
export const SELECTION_SOURCES_KIND = entryKind({
  recorded: SelectionSource,
  path: 'selection',
  singular: 'selection source',
  plural: 'selection sources',
  heading: 'How people are selected',
  lead: 'Where people are searched for, before anybody refers them: searching affects people who are never selected. Each source needs a data flow of its own, and people have a right to know and to object.',
  order: 30,
  bearsOn: ['SIM-DAT', 'SIM-ASM'],
  topics: ['SELECTION'],
  form: SelectionSourceForm,
  said: ({ flow, ...values }) => {
    const id = flowIn(flow);
    return {
      ...values,
      ...storedAnswers(values, ['threshold', 'period', 'toldHow', 'objectHow']),
      flowId: isId(id) ? id : null,
    };
  },
  asked: (source) => ({
    ...askedAnswers(source, [
      'source',
      'searchedFor',
      'threshold',
      'period',
      'searchedBy',
      'toldHow',
      'objectHow',
    ]),
    ...(source.flowId !== null && { flow: `/data-flows/${source.flowId}` }),
  }),
  out: z
    .object({
      source: z.enum(wordsOf(SELECTION_SOURCES)),
      searchedFor: z.string(),
      threshold: z.string().nullable(),
      period: z.string().nullable(),
      searchedBy: z.string(),
      flowId: z
        .uuid()
        .nullable()
        .meta({ description: 'A version of the data flow; null where none is recorded.' }),
      toldHow: z.string().nullable(),
      objectHow: z.string().nullable(),
    })
    .meta({ id: 'SelectionSourceOut' }),
  shown: (source) => ({
    title: SELECTION_SOURCES[source.source],
    lines: [
      { key: 'Searched for', value: source.searchedFor },
      { key: 'Threshold', value: source.threshold ?? 'Not said' },
      { key: 'Time searched', value: source.period ?? 'Not said' },
      { key: 'Who searches', value: source.searchedBy },
      flowLine(source),
      { key: 'How people learn of it', value: source.toldHow ?? 'Not said' },
      { key: 'How people can object', value: source.objectHow ?? 'Not said' },
    ],
  }),
  together: selectionTogether,
});

function flowLine({ flowId, deploymentId }: SelectionSource) {
  if (flowId === null) return { key: 'Data flow', value: 'None is recorded' };
  return {
    key: 'Data flow',
    value: 'See what is told of the data flows',
    href: `/deployments/${deploymentId}/data-sharing`,
  };
}

function selectionTogether(sources: readonly SelectionSource[], scheme: DeploymentDetail): ToldTogether {
  if (sources.length === 0)
    return { known: null, unanswered: ['Nobody has said where people are searched for.'] };
  const silent = (said: (source: SelectionSource) => string | null, what: string): readonly string[] => {
    const without = sources.filter((source) => said(source) === null);
    return without.length === 0 ? [] : [`Nobody has said ${what}: ${namesOf(without)}.`];
  };
  return {
    known: `The trust says that people are searched for in: ${namesOf(sources)}.`,
    unanswered: [
      ...silent(({ threshold }) => threshold, 'what leads to somebody being picked from these'),
      ...silent(({ toldHow }) => toldHow, 'how people learn that they are searched for in these'),
      ...silent(({ objectHow }) => objectHow, 'how people can object to these'),
    ],
    cautions: [...withoutFlow(sources), ...againstScreening(sources, scheme)],
  };
}

/** The sentence about sources that are searched without a recorded data flow; none where each has one. */
export function withoutFlow(sources: readonly SelectionSource[]): readonly string[] {
  const bare = sources.filter(({ flowId }) => flowId === null);
  return bare.length === 0
    ? []
    : [`People are searched for without a recorded data flow in: ${namesOf(bare)}.`];
}

/** What the scheme's newest screening denies and its sources show: SCR-06, selection by use; SCR-08, a panel. */
function againstScreening(
  sources: readonly SelectionSource[],
  { screenings }: DeploymentDetail,
): readonly string[] {
  const answers = screenings[0]?.answers;
  const byUse = sources.some(({ threshold }) => threshold !== null);
  const panel = sources.some(({ source, toldHow }) => source === 'PANEL' && toldHow === null);
  return [
    ...(answers?.['SCR-06'] === 'no' && byUse
      ? [
          'The screening says that people are not selected mainly by how often they use services (SCR-06), and a threshold is recorded here.',
        ]
      : []),
    ...(answers?.['SCR-08'] === 'no' && panel
      ? [
          'The screening says that no panel sees who people are before they know (SCR-08), and a panel is recorded here without how people learn of it.',
        ]
      : []),
  ];
}

function namesOf(sources: readonly SelectionSource[]): string {
  return sentenceList([...new Set(sources.map(({ source }) => uncapitalised(SELECTION_SOURCES[source])))]);
}
