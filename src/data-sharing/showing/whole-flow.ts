import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { itemsAt, valueAt } from '../questions/content-at.js';
import { answerLines } from '../questions/item-name.js';
import { listAt } from '../questions/lists.js';
import { flowFields, itemFields } from '../questions/record-fields.js';
import type { FlowDetail, SignOffRow, StoredReport } from '../flow/flow-rows.js';
import type { FlowContent } from '../../legal-basis/record/flow-content.js';
import { archetypes } from '../../legal-basis/record/archetypes.js';
import { schemeParts } from '../../legal-basis/record/safeguards/sign-off.js';
import { SIGN_OFF_CAPACITIES, SIGN_OFF_DECISIONS } from '../flow/sign-off-choices.js';
import { sawOnlyPart } from './part-of-register.js';
import { shownRecord, type ShownAnswer } from './record-shown.js';
import { shownReport } from './report-shown.js';
import { shownTimeline } from './timeline-shown.js';

/** What stands of a flow on the day it is looked at. */
export interface FlowToRead extends Pick<
  FlowDetail,
  'id' | 'content' | 'explanations' | 'signOffs' | 'overrides' | 'judgements'
> {
  /** By rule, in words: checks of references that are to be verified. */
  readonly checked: ReadonlyMap<string, string>;
}

/** Everything that a reader who cannot change a flow needs of it, in words. */
export function wholeFlow(flow: FlowToRead, report: StoredReport | null, asAt: CalendarDay) {
  const { id, content, explanations, signOffs, overrides, judgements, checked } = flow;
  const archetype = archetypes.find(({ code }) => code === content.archetype);
  return {
    glance: glanceAt(content),
    parties: partiesOf(content),
    signOffs: signOffs.map(signOffShown),
    groups: shownReport(report?.results ?? [], {
      ...{ flowId: id, mendable: false, explanations, overrides, judgements, checked },
      signed: signOffs.map(({ capacity }) => capacity),
    }),
    sawOnlyPart: sawOnlyPart(report?.readInPart),
    timeline: shownTimeline(content, asAt),
    record: shownRecord(content),
    whyHard: archetype ? { title: archetype.title, text: archetype.whyHard } : null,
  };
}

/** A sign-off as its readers see it: the post and what it says, never the person. */
export function signOffShown(signOff: SignOffRow) {
  const { capacity, decision, schemeParts: parts } = signOff;
  return {
    ...signOff,
    post: SIGN_OFF_CAPACITIES[capacity],
    said: SIGN_OFF_DECISIONS[decision],
    tone: TONES[decision],
    parts: schemeParts
      .filter(({ code }) => code !== 'NONE' && parts.includes(code))
      .map(({ label }) => label),
  };
}

const TONES = {
  APPROVED: 'good',
  APPROVED_WITH_CONDITIONS: 'attention',
  REFUSED: 'stop',
  ACCEPTED_RISK: 'attention',
  ADVISED: 'waiting',
  NOT_ASKED: 'stop',
} as const;

const AT_A_GLANCE = [
  ...['purposeText', 'senderOrgId', 'recipientOrgIds', 'subjectGroups', 'dataCategories', 'identifiability'],
  ...['mechanism', 'frequency', 'startDate', 'endDate', 'status'],
  ...['necessityText', 'lessIntrusiveAlternativesText'],
];

function glanceAt(content: FlowContent): ShownAnswer[] {
  return AT_A_GLANCE.flatMap((path) => {
    const field = flowFields.get(path);
    if (!field) return [];
    const values = answerLines(field, valueAt(content, path), content);
    return [{ key: field.meaning, values: values.length === 0 ? ['This record does not say.'] : values }];
  });
}

/** Who takes part: name, kind of body, whether they send or receive, and their part under data-protection law. */
function partiesOf(content: FlowContent): string[][] {
  const { path } = listAt('parties');
  const fields = itemFields(path);
  const said = (party: unknown, name: string): string => {
    const field = fields.get(name);
    const words = field ? answerLines(field, valueAt(party, name), content) : [];
    return words.length === 0 ? 'This record does not say' : words.join(', ');
  };
  return itemsAt(content, path).map((party) => [
    said(party, 'name'),
    said(party, 'orgType'),
    partIn(content, valueAt(party, 'orgId')),
    said(party, 'role'),
  ]);
}

function partIn({ senderOrgId, recipientOrgIds }: FlowContent, orgId: unknown): string {
  const parts = [
    orgId === senderOrgId && 'Sends',
    (recipientOrgIds ?? []).some((id) => id === orgId) && 'Receives',
  ].filter((part) => part !== false);
  return parts.length === 0 ? 'Neither sends nor receives' : parts.join(' and ');
}
