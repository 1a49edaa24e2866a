import type { Choice, Field } from '../../web/form/field.js';
import { Form, type Fields } from '../../web/form/form.js';
import { version } from '../../web/form/kinds/hidden.js';
import type { FlowContent } from '../judging/flow-content.js';
import { schedule1Paragraphs } from '../record/schedule-1.js';
import { itemsAt, valueAt } from './content-at.js';
import { fieldFor, I_DO_NOT_KNOW } from './field-for.js';
import { itemName } from './item-name.js';
import { listAt, type RecordList } from './lists.js';
import { flowFields, itemFields, type RecordField } from './record-fields.js';
import { holdsField, type Section } from './sections.js';

/** The form of one section of a flow; its answers are named by their paths in the record. */
export function sectionForm(section: Section, content: FlowContent): Form {
  const fields = [...flowFields.values()]
    .filter(({ path }) => holdsField(section, path))
    .sort((a, b) => placeIn(section, a.path) - placeIn(section, b.path));
  return recordForm(`FlowSection-${section.key}`, fields, content, content);
}

/** The form of one item of a list, without the identifier that Candour gives it. */
export function itemForm(list: RecordList, content: FlowContent, item: unknown): Form {
  const fields = list.groups.flatMap((group) => fieldsUnder(list, group.fields));
  return recordForm(`FlowItem-${list.key}`, fields, content, item);
}

/** The fields of a list's item under one heading, in the order of the record. */
export function fieldsUnder(list: RecordList, beginnings: readonly string[]): RecordField[] {
  return [...itemFields(list.path).values()].filter(
    ({ path }) =>
      path !== list.identifiedBy?.field && beginnings.some((beginning) => path.startsWith(beginning)),
  );
}

function recordForm(
  id: string,
  fields: readonly RecordField[],
  content: FlowContent,
  answered: unknown,
): Form {
  const drawn = fields.map((field): [string, Field] => [
    field.path,
    fieldFor(field, choicesFor(field, content, valueAt(answered, field.path))),
  ]);
  const all: Fields = { ...Object.fromEntries(drawn), version: version() };
  return new Form({ id, fields: all });
}

/** What can be chosen beyond a vocabulary: parties, documents and paragraphs; null for anything that is typed. */
function choicesFor(field: RecordField, content: FlowContent, answered: unknown): Choice[] | null {
  if (field.labels !== null) return null;
  const last = field.path.split('.').at(-1) ?? '';
  const offered = offeredFor(last, content);
  return offered && withAnswered(offered, answered);
}

function offeredFor(name: string, content: FlowContent): Choice[] | null {
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

function placeIn({ fields }: Section, path: string): number {
  return fields.findIndex((field) => field === path || (field.endsWith('.') && path.startsWith(field)));
}
