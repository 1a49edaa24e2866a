import type { Issue } from '../../kernel/refusal.js';
import type { Choice, Field } from '../../web/form/field.js';
import { Form, type Fields } from '../../web/form/form.js';
import { checkboxes } from '../../web/form/kinds/choices.js';
import { version } from '../../web/form/kinds/hidden.js';
import type { FlowContent } from '../../legal-basis/record/flow-content.js';
import { NOT_KNOWN } from '../../legal-basis/record/answers/not-known.js';
import { itemsAt, valueAt } from './content-at.js';
import { fieldFor } from './field-for.js';
import { answerLines, itemName } from './item-name.js';
import { listAt, type RecordList } from './lists.js';
import { flowFields, itemFields, type RecordField } from './record-fields.js';
import { isAskedOf, regimeOf } from './regimes/asked-under.js';
import { daysInForce, exists } from './regimes/in-force.js';
import { holdsField, placeIn, type Section } from './sections.js';

/** The form of one section of a flow; its answers are named by their paths in the record. */
export function sectionForm(section: Section, content: FlowContent, documents: readonly Choice[] = []): Form {
  const fields = [...flowFields.values()]
    .filter(({ path }) => holdsField(section, path))
    .sort((a, b) => placeIn(section, a.path) - placeIn(section, b.path));
  const offering = { content, answered: content, registered: [], documents };
  return recordForm(`FlowSection-${section.key}`, fields, offering);
}

/**
 * The form of one item of a list, without the identifier that Candour gives it. A party is tied to one of the
 * organisations of the scheme that the register holds, where there are any; a legal basis is asked what its law asks.
 */
export function itemForm(
  list: RecordList,
  { content, item, registered = [], documents = [] }: ItemInForm,
): Form {
  const fields = list.groups.flatMap((group) => fieldsUnder(list, group.fields));
  const asked = fields.filter(({ path }) => isAskedOf(list, item, path));
  const form = recordForm(`FlowItem-${list.key}`, asked, {
    content,
    answered: item,
    registered,
    documents,
  });
  const kept = fields
    .filter((field) => !asked.includes(field))
    .flatMap((field) => keptOf(field, item, content));
  return kept.length === 0 ? form : form.and(form.id, { [KEPT_UNASKED]: keptField(kept) });
}

/** The name of the question which answers to take away that the law of the item does not ask. */
export const KEPT_UNASKED = 'keptUnasked';

/** Answers that stand in an item whose law does not ask them: all are shown, and each can be taken away. */
function keptField(kept: readonly Choice[]): Field {
  return checkboxes({
    label: 'Which of these answers do you want to remove?',
    hint: 'They were given before, for another law, and are kept until you remove them.',
    optional: true,
    choices: kept,
  });
}

function keptOf(field: RecordField, item: unknown, content: FlowContent): Choice[] {
  const lines = answerLines(field, valueAt(item, field.path), content);
  return lines.length === 0 ? [] : [{ value: field.path, label: field.meaning, hint: lines.join('; ') }];
}

/** An item of a list with what its form offers. */
export interface ItemInForm {
  readonly content: FlowContent;
  readonly item: unknown;
  /** The organisations of the scheme that the register holds, by their keys. */
  readonly registered?: readonly Choice[];
  /** The documents that the record may link, by their SHA-256. */
  readonly documents?: readonly Choice[];
}

/** Whether a field of the record links documents that are kept. */
export function linksDocument(path: string): boolean {
  return /(^|\.)evidenceIds?$/.test(path);
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
  readonly documents: readonly Choice[];
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

/** What can be chosen: codes, parties, documents and paragraphs; null for anything that is typed. */
function choicesFor(field: RecordField, offering: Offering): Choice[] | null {
  const last = field.path.split('.').at(-1) ?? '';
  const offered = field.labels === null ? offeredFor(last, offering) : listedFor(field, offering);
  return offered && withAnswered(offered, field, offering);
}

function listedFor({ path, labels }: RecordField, { answered }: Offering): Choice[] {
  const listed = Object.entries(labels ?? {}).map(([value, label]) => ({ value, label }));
  if (path === 'regime') return listed.map((choice) => ({ ...choice, hint: daysInForce(choice.value) }));
  const regime = regimeOf(answered);
  return path === 'art6' && regime !== null ? listed.filter(({ value }) => exists(value, regime)) : listed;
}

function offeredFor(name: string, { content, registered, documents }: Offering): Choice[] | null {
  if (linksDocument(name)) return [...documents];
  if (name === 'registerKey') return registered.length === 0 ? null : [...registered];
  if (/OrgIds?$|^orgId$/.test(name)) return referred('parties', content);
  if (name === 'apdId' || name === 's42ApdId') return referred('policyDocuments', content);
  if (name === 'consentProfileId') return referred('consentProfiles', content);
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
function withAnswered(offered: Choice[], field: RecordField, { answered, content }: Offering): Choice[] {
  const others = [valueAt(answered, field.path)]
    .flat()
    .filter((value) => (typeof value === 'string' && value !== '') || typeof value === 'number')
    .filter((value) => value !== NOT_KNOWN && !offered.some((choice) => choice.value === String(value)));
  const kept = others.map((value) => ({
    value: String(value),
    label: field.labels === null ? String(value) : answerLines(field, value, content).join(),
  }));
  return [...offered, ...kept];
}
