import { plural } from '../../web/words.js';
import { SECTIONS } from '../questions/sections.js';
import type { FlowContent } from '../../legal-basis/record/flow-content.js';
import { shownRecord, type ShownSection } from '../showing/record-shown.js';
import { reportOfSection, type ShownGroup } from '../showing/report-shown.js';

/** One page of the form in the list of tasks of a draft. */
export interface SectionTask {
  readonly text: string;
  readonly href: string;
  readonly hint: string;
  readonly state: string;
  readonly tone: string;
}

/**
 * The pages of the form with how far each is. A page is answered when it holds answers and no rule asks it for more,
 * because nobody has to answer questions that are about something else.
 */
export function sectionTasks(
  flowId: string,
  content: FlowContent,
  groups: readonly ShownGroup[],
): SectionTask[] {
  const shown = new Map(shownRecord(content).map((section) => [section.key, section]));
  return SECTIONS.map(({ key, title, purpose }) => {
    const asks = asksOf(groups, key);
    return {
      text: title,
      href: `/data-flows/${flowId}/${key}`,
      hint:
        asks === 0
          ? purpose
          : `${purpose} ${plural(asks, 'rule')} ${asks === 1 ? 'asks' : 'ask'} for more here.`,
      ...stateOf(shown.get(key), asks),
    };
  });
}

function asksOf(groups: readonly ShownGroup[], section: string): number {
  return reportOfSection(groups, section)
    .filter(({ key }) => key === 'mend' || key === 'say-more')
    .reduce((sum, { results }) => sum + results.length, 0);
}

function stateOf(section: ShownSection | undefined, asks: number): { state: string; tone: string } {
  const lists = section?.lists ?? [];
  const isStarted =
    (section?.rows.length ?? 0) > 0 || lists.some(({ items, saysNone }) => items.length > 0 || saysNone);
  if (!isStarted) return { state: 'Not started', tone: 'waiting' };
  return asks === 0
    ? { state: 'Answered', tone: 'good' }
    : { state: 'Some answers missing', tone: 'attention' };
}
