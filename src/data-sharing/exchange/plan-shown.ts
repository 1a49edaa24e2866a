import { plural, sentenceList } from '../../web/words.js';
import type { ImportPlan, PlannedFlow } from './flow-import-plan.js';

/** What would happen to one flow, as a page shows it. */
export interface ShownPlan {
  readonly key: string;
  readonly title: string;
  readonly state: string;
  readonly tone: string;
  readonly sentence: string;
  readonly differences: readonly (readonly string[])[];
  /** How many differences are not listed. */
  readonly more: number;
}

/** The plan of an import in words. */
export interface ShownImport {
  readonly flows: readonly ShownPlan[];
  readonly refused: number;
  /** How many flows would be added or changed. */
  readonly work: number;
  readonly summary: string;
}

const MOST_LISTED = 60;

/** The plan of an import in words, flow by flow. */
export function shownImport({ flows }: ImportPlan): ShownImport {
  const { added, changed, unchanged, refused } = countsOf(flows);
  return {
    flows: flows.map(shownPlan),
    refused,
    work: added + changed,
    summary: sentenceList(
      [
        [added, 'new draft'] as const,
        [changed, 'changed draft'] as const,
        [unchanged, 'unchanged flow'] as const,
        [refused, 'flow that cannot be imported', 'flows that cannot be imported'] as const,
      ].flatMap(([flowCount, one, many]) => (flowCount > 0 ? plural(flowCount, one, many) : [])),
    ),
  };
}

/** "2 drafts were added and 1 was changed": what an import did. */
export function outcomeInWords({ flows }: ImportPlan): string {
  const { added, changed, unchanged } = countsOf(flows);
  if (added + changed === 0) return 'Nothing had to change: every flow is as the file says';
  const parts = [
    ...(added > 0 ? [`${plural(added, 'draft')} added`] : []),
    ...(changed > 0 ? [`${plural(changed, 'draft')} changed`] : []),
    ...(unchanged > 0 ? [`${String(unchanged)} left as it was`] : []),
  ];
  return `Imported: ${sentenceList(parts)}`;
}

function countsOf(flows: readonly PlannedFlow[]) {
  const count = (does: PlannedFlow['does']): number => flows.filter((flow) => flow.does === does).length;
  return {
    added: count('new'),
    changed: count('change'),
    unchanged: count('nothing'),
    refused: count('refused'),
  };
}

function shownPlan(flow: PlannedFlow): ShownPlan {
  const { key, title, differences } = flow;
  return {
    key,
    title,
    ...inWords(flow),
    differences: differences
      .slice(0, MOST_LISTED)
      .map(({ section, key: question, before, after }) => [
        `${section}: ${question}`,
        before.join('\n') || 'No answer',
        after.join('\n') || 'No answer',
      ]),
    more: Math.max(0, differences.length - MOST_LISTED),
  };
}

function inWords({
  does,
  held,
  differences,
  refusals,
}: PlannedFlow): Pick<ShownPlan, 'state' | 'tone' | 'sentence'> {
  const aside = held?.isPutAside === true ? ', which is put aside' : '';
  const called = held ? `version ${String(held.version)} of “${held.title}”${aside}` : '';
  switch (does) {
    case 'new':
      return { state: 'New draft', tone: 'good', sentence: 'A new draft would be made.' };
    case 'change':
      return {
        state: 'Changes a draft',
        tone: 'attention',
        sentence: `It would change ${called}: ${plural(differences.length, 'answer')} would be different.`,
      };
    case 'nothing':
      return { state: 'Unchanged', tone: 'quiet', sentence: `It says the same as ${called}.` };
    case 'refused':
      return { state: 'Cannot be imported', tone: 'stop', sentence: refusals.join(' ') };
  }
}
