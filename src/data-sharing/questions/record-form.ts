import type { Issue } from '../../kernel/refusal.js';
import type { Choice, Field } from '../../web/form/field.js';
import { Form, type Fields } from '../../web/form/form.js';
import { version } from '../../web/form/kinds/hidden.js';
import type { FlowContent } from '../../legal-basis/record/flow-content.js';
import { schedule1Paragraphs } from '../../legal-basis/record/basis/schedule-1.js';
import { itemsAt, valueAt } from './content-at.js';
import { fieldFor, I_DO_NOT_KNOW } from './field-for.js';
import { itemName } from './item-name.js';
import { listAt, type RecordList } from './lists.js';
import { flowFields, itemFields, type RecordField } from './record-fields.js';
import { holdsField, placeIn, type Section } from './sections.js';

/** The form of one section of a flow; its answers are named by their paths in the record. */
export function sectionForm(section: Section, content: FlowContent): Form {
  const fields = [...flowFields.values()]
    .filter(({ path }) => holdsField(section, path))
    .sort((a, b) => placeIn(section, a.path) - placeIn(section, b.path));
  return recordForm(`FlowSection-${section.key}`, fields, { content, answered: content, registered: [] });
}

/**
 * The form of one item of a list, without the identifier that Candour gives it. A party is tied to one of the
 * organisations of the scheme that the register holds, where there are any.
 */
export function itemForm(list: RecordList, { content, item, registered = [] }: ItemInForm): Form {
  const fields = list.groups.flatMap((group) => fieldsUnder(list, group.fields));
  return recordForm(`FlowItem-${list.key}`, fields, { content, answered: item, registered });
}

/** An item of a list with what its form offers. */
export interface ItemInForm {
  readonly content: FlowContent;
  readonly item: unknown;
  /** The organisations of the scheme that the register holds, by their keys. */
  readonly registered?: readonly Choice[];
}

/** The fields of a list's item under one heading, in the order of the record. */
export function fieldsUnder(list: RecordList, beginnings: readonly string[]): RecordField[] {
  return [...itemFields(list.path).values()].filter(
    ({ path }) =>
      path !== list.identifiedBy?.field && beginnings.some((beginning) => path.startsWith(beginning)),
  );
}

/** What the choices of a form rest on. */
interface Offering {
  readonly content: FlowContent;
  /** The flow or the item that the form is about. */
  readonly answered: unknown;
  readonly registered: readonly Choice[];
}

const STRETCHES = [
  ['startDate', 'endDate'],
  ['validFrom', 'validTo'],
] as const;

/** A last day before the first is a slip of the pen, and would leave every rule without a day to look at. */
function endsBeforeBeginnings(values: Readonly<Record<string, unknown>>): Issue[] {
  return STRETCHES.flatMap(([first, last]) => {
    const [from, to] = [values[first], values[last]];
    const isBefore = typeof from === 'string' && typeof to === 'string' && to < from;
    return isBefore ? [{ field: last, text: 'The last day must not be before the first day' }] : [];
  });
}

function recordForm(id: string, fields: readonly RecordField[], offering: Offering): Form {
  const drawn = fields.map((field): [string, Field] => [
    field.path,
    fieldFor(field, choicesFor(field, offering)),
  ]);
  const all: Fields = { ...Object.fromEntries(drawn), version: version() };
  return new Form({ id, fields: all, rules: endsBeforeBeginnings });
}

/** What can be chosen beyond a vocabulary: parties, documents and paragraphs; null for anything that is typed. */
function choicesFor(field: RecordField, offering: Offering): Choice[] | null {
  if (field.labels !== null) return null;
  const last = field.path.split('.').at(-1) ?? '';
  const offered = offeredFor(last, offering);
  return offered && withAnswered(offered, valueAt(offering.answered, field.path));
}

function offeredFor(name: string, { content, registered }: Offering): Choice[] | null {
  if (name === 'registerKey') return registered.length === 0 ? null : [...registered];
  if (/OrgIds?$|^orgId$/.test(name)) return referred('parties', content);
  if (name === 'apdId' || name === 's42ApdId') return referred('policyDocuments', content);
  if (name === 'consentProfileId') return referred('consentProfiles', content);
  if (/^(sch1Paras|art10Sch1Paras)$/.test(name))
    return [...schedule1Paragraphs.map(({ code, label }) => ({ value: code, label })), I_DO_NOT_KNOW];
  return null;
}

function referred(path: string, content: FlowContent): Choice[] {
  const list = listAt(path);
  return itemsAt(content, path).flatMap((item) => {
    const value = valueAt(item, list.identifiedBy?.field ?? '');
    return typeof value === 'string' && value !== '' ? [{ value, label: itemName(list, item, content) }] : [];
  });
}

/** What a file or program answered stays an answer, whatever the page would have offered. */
function withAnswered(offered: Choice[], answered: unknown): Choice[] {
  const others = [answered]
    .flat()
    .filter((value): value is string => typeof value === 'string' && value !== '');
  const missing = others.filter((value) => !offered.some((choice) => choice.value === value));
  return [...offered, ...missing.map((value) => ({ value, label: value }))];
}
