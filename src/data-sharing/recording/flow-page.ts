import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { plural } from '../../web/words.js';
import { comparisonsOf } from '../comparing/comparisons-of.js';
import type { FlowDetail, StoredReport } from '../flow/flow-rows.js';
import { explanationFaults, type Explanations } from '../../legal-basis/explanations.js';
import type { ShownDocuments } from '../showing/flow-documents.js';
import { sawOnlyPart } from '../showing/part-of-register.js';
import { shownRecord } from '../showing/record-shown.js';
import { shownReport, draftReport } from '../showing/report-shown.js';
import { shownTimeline } from '../showing/timeline-shown.js';
import { signOffShown } from '../showing/whole-flow.js';
import type { RuleResult } from '../../legal-basis/rules/engine/evaluate.js';
import { askedTogether, filledIn, spreadOut } from '../submitting/asked-together.js';
import { sectionTasks } from './section-state.js';

/** A draft as the list of tasks that its trust works through, with what the rules say of it now. */
export function draftPage(flow: FlowDetail, { judged, today, checked, documents }: Standing) {
  const { results, readInPart } = judged;
  const groups = draftReport(flow, results, { checked });
  const unexplained = explanationFaults(results, saidOf(flow, results)).length;
  return {
    ...headOf(flow),
    groups,
    sawOnlyPart: sawOnlyPart(readInPart),
    tasks: sectionTasks(flow.id, flow.content, groups),
    closing: [
      {
        text: 'Documents',
        href: documents.href,
        hint: 'The impact assessment, agreements and policy documents, each kept with its own date and a fingerprint.',
        state: documents.items.length === 0 ? 'None yet' : plural(documents.items.length, 'document'),
        tone: documents.items.length === 0 ? 'quiet' : 'good',
      },
      {
        text: 'Explain and submit',
        href: `/data-flows/${flow.id}/submit`,
        hint: 'What the record still does not show needs a word of explanation.',
        state: unexplained === 0 ? 'Ready' : `${plural(unexplained, 'rule')} to explain`,
        tone: unexplained === 0 ? 'good' : 'quiet',
      },
    ],
    timelineShown: shownTimeline(flow.content, today),
  };
}

/** What is said so far of each rule, its own words or those said for the whole page. */
function saidOf(flow: FlowDetail, results: readonly RuleResult[]): Explanations {
  return spreadOut(filledIn(flow, results, flow.explanations), askedTogether(flow, results));
}

/** What a page of a version rests on: the newest stored report, or how it stands now. */
interface Standing {
  readonly judged: Pick<StoredReport, 'results' | 'readInPart'>;
  readonly today: CalendarDay;
  /** By rule, in words: checks of references. */
  readonly checked: ReadonlyMap<string, string>;
  readonly documents: ShownDocuments;
}

/** A version that the reader cannot mend: the record in words, the report with explanations, who signed, its history. */
export function keptPage(
  flow: FlowDetail,
  stored: StoredReport | null,
  { judged, today, checked, documents }: Standing,
) {
  return {
    ...headOf(flow),
    stored,
    documents,
    comparisons: comparisonsOf(flow),
    sawOnlyPart: sawOnlyPart(judged.readInPart),
    groups: shownReport(judged.results, {
      flowId: flow.id,
      mendable: false,
      explanations: flow.explanations,
      overrides: flow.overrides,
      judgements: flow.judgements,
      signed: flow.signOffs.map(({ capacity }) => capacity),
      checked,
    }),
    sections: shownRecord(flow.content),
    timelineShown: shownTimeline(flow.content, today),
    signOffs: flow.signOffs.map(signOffShown),
  };
}

function headOf(flow: FlowDetail) {
  const scheme = `/deployments/${flow.deployment.key}`;
  return {
    title: flow.title,
    caption: `${flow.deployment.title}, version ${String(flow.version)}`,
    wide: true,
    back: { href: `${scheme}/data-flows`, text: 'Data flows' },
    flow,
    at: `/data-flows/${flow.id}`,
    versions: flow.versions.map((one, index) => ({
      ...one,
      isThis: one.id === flow.id,
      before: flow.versions[index + 1]?.id ?? null,
    })),
  };
}
