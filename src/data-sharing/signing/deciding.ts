import { plural, stretch } from '../../web/words.js';
import { groupOf } from '../../legal-basis/rules/rule-groups.js';
import type { FlowContent } from '../../legal-basis/record/flow-content.js';
import { valueAt } from '../questions/content-at.js';
import { answerLines } from '../questions/item-name.js';
import { flowFields } from '../questions/record-fields.js';
import type { ShownAnswer } from '../showing/record-shown.js';
import type { ShownGroup, ShownResult } from '../showing/report-shown.js';

/** How many results are read before the whole report. */
const READ_FIRST = 5;

const NOT_SAID = 'This record does not say.';

/** What decides about a flow, each with the fields of the record that say it, in the order in which they are read. */
const DECIDING: readonly (readonly [key: string, fields: readonly string[]])[] = [
  ['Who sends', ['senderOrgId']],
  ['Who receives', ['recipientOrgIds']],
  ['What is shared', ['dataCategories', 'identifiability']],
  ['How it travels, and how often', ['mechanism', 'frequency']],
  ['Whose records', ['subjectGroups']],
  ['For whom, and for what', ['purposeCodes', 'purposeText']],
  ['Why it is necessary', ['necessityText']],
  ['Which less intrusive ways were considered', ['lessIntrusiveAlternativesText']],
  [
    'Route through confidentiality',
    ['confidentiality.route', 'confidentiality.routeLaw', 'confidentiality.routeCitation'],
  ],
];

/** Who shares what of whom, why, for whom, and by which route through confidentiality; what is not said is told as that. */
export function whatDecides(content: FlowContent): ShownAnswer[] {
  return DECIDING.map(([key, paths]) => {
    const values = paths.flatMap((path) => {
      const field = flowFields.get(path);
      return field ? answerLines(field, valueAt(content, path), content) : [];
    });
    return answerTo(key, values);
  }).concat(answerTo('When', whenItRan(content)));
}

function answerTo(key: string, values: readonly string[]): ShownAnswer {
  return { key, values: values.length === 0 ? [NOT_SAID] : values };
}

function whenItRan(content: FlowContent): string[] {
  const ran = stretch(content.startDate ?? null, content.endDate ?? null);
  const status = flowFields.get('status');
  return [...(ran === '' ? [] : [ran]), ...(status ? answerLines(status, content.status, content) : [])];
}

/** What stands in the way of a flow, the worst first, as far as it is read before the whole report. */
export interface InTheWay {
  readonly first: readonly ShownResult[];
  /** How many more there are in the report. */
  readonly more: number;
  /** What is to be said where nothing stands in the way; null where something does. */
  readonly nothing: string | null;
}

/**
 * The results that stand in the way: what law asks for and the record does not show, then the patterns of a scheme, then what
 * else is not shown, not known or asks for care. That nothing is found to object to is said only where `unjudged`, the
 * results that are only stated and that nobody finds adequate, are none.
 */
export function inTheWay(groups: readonly ShownGroup[], unjudged: number): InTheWay {
  const found = groups.filter(({ key }) => AMISS.includes(key)).flatMap(({ results }) => results);
  const ranked = found.map((result) => ({ result, rank: rankOf(result) }));
  const inOrder = ranked.sort((one, other) => one.rank - other.rank).map(({ result }) => result);
  return {
    first: inOrder.slice(0, READ_FIRST),
    more: Math.max(0, inOrder.length - READ_FIRST),
    nothing: found.length > 0 ? null : nothingFound(groups, unjudged),
  };
}

const AMISS: readonly string[] = ['mend', 'say-more', 'take-care'];

/** Red lines and law come first, then patterns, then the rest by how bad it is. */
function rankOf({ rule, outcome, kind, redLine }: ShownResult): number {
  const isLaw = kind.includes('law');
  if (outcome === 'FAIL' && isLaw) return redLine ? 0 : 1;
  if (groupOf(rule) === 'PAT') return 2;
  if (outcome === 'FAIL') return 3;
  if (outcome === 'UNKNOWN') return isLaw ? 4 : 6;
  return isLaw ? 5 : 7;
}

function nothingFound(groups: readonly ShownGroup[], unjudged: number): string {
  const waiting = groups.find(({ key }) => key === 'waits')?.results.length ?? 0;
  if (unjudged > 0)
    return `No rule finds a fault. But ${plural(unjudged, 'result')} ${unjudged === 1 ? 'rests' : 'rest'} on words that nobody has found adequate.`;
  if (waiting > 0)
    return `No rule finds a fault. ${plural(waiting, 'rule')} ${waiting === 1 ? 'waits' : 'wait'} for people to sign.`;
  return 'No rule finds anything to object to, and all that is only stated was judged adequate.';
}
