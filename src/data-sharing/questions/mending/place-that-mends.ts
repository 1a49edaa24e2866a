import type { Uuid } from '../../../kernel/identifiers.js';
import { NOT_KNOWN } from '../../../legal-basis/record/answers/not-known.js';
import type { FlowContent } from '../../../legal-basis/record/flow-content.js';
import type { RuleResult } from '../../../legal-basis/rules/engine/evaluate.js';
import { itemsAt, valueAt } from '../content-at.js';
import { fieldInList } from '../field-in-list.js';
import { flowFields, itemFields } from '../record-fields.js';
import { isAskedOf, regimeOf } from '../regimes/asked-under.js';
import { placeToMend, type PlaceToMend } from './where-to-mend.js';

/** A draft whose pages mend what rules find. */
export interface MendedFlow {
  readonly id: Uuid;
  readonly content: FlowContent;
}

/** Fields that say whether a rule is about a flow at all: they are seldom what it asks for, and come last. */
const ABOUT = /^(identifiability|startDate|endDate|assertions\[\d*\]\.valid(From|To))$/;

/**
 * The one field that mends what a rule found in this record. Where the record does not say enough, that is the first of
 * the fields it looked at that is not answered. Otherwise it is the first field, which the rule names as the one to mend,
 * unless that is answered and one beside it, of the same sort, is not. Null for what no page asks: who signed is signed.
 */
export function placeThatMends(
  { outcome, fields }: Pick<RuleResult, 'outcome' | 'fields'>,
  { id, content }: MendedFlow,
): PlaceToMend | null {
  const [first = ''] = fields;
  if (first.startsWith('signoffs')) return null;
  const own = fields.filter((field, index) => index === 0 || !ABOUT.test(field));
  const chosen = outcome === 'UNKNOWN' ? firstOpen(own, content) : firstAmiss(own, content);
  const inTurn = [...(chosen === null ? [] : [chosen]), ...own];
  return inTurn.map((field) => placeToMend(id, field, content)).find((place) => place !== null) ?? null;
}

function firstOpen(fields: readonly string[], content: FlowContent): string | null {
  const each = fields.filter(isAskedSomewhere).flatMap((field) => fieldsMeant(field, content));
  const asked = each.filter((field) => isAskedByItsLaw(field, content));
  return asked.find((field) => isOpen(answerAt(content, field))) ?? null;
}

function firstAmiss(fields: readonly string[], content: FlowContent): string | null {
  const [first] = fields.filter(isAskedSomewhere);
  if (first === undefined) return null;
  const meant = fieldsMeant(first, content);
  const open = meant.find((field) => isOpen(answerAt(content, field)));
  if (open !== undefined) return open;
  const beside = fields.filter((field) => field !== first && isBeside(field, first));
  const others = beside
    .flatMap((field) => fieldsMeant(field, content))
    .filter((field) => isAskedByItsLaw(field, content));
  const isAmiss = meant.some((field) => answerAt(content, field) === false);
  const amiss = isAmiss ? undefined : others.find((field) => isAmissAt(content, field));
  return amiss ?? (meant.length === 1 && isReferredTo(first) ? (meant[0] ?? null) : first);
}

/** A field of a list that is looked at in any item, as the same field of each item; the list itself where it is empty. */
function fieldsMeant(field: string, content: FlowContent): readonly string[] {
  const listed = fieldInList(field);
  if (!listed || listed.index !== null || listed.meaning === undefined) return [field];
  const items = itemsAt(content, listed.list.path);
  return items.length === 0
    ? [field]
    : items.map((_, index) => `${listed.list.path}[${String(index)}].${listed.inner}`);
}

/** Whether the law that was chosen for a legal basis asks the field; all that is in no legal basis is asked. */
function isAskedByItsLaw(field: string, content: FlowContent): boolean {
  const { list, index = null, inner = '' } = fieldInList(field) ?? {};
  if (list === undefined || index === null) return true;
  const item = itemsAt(content, list.path)[index];
  return regimeOf(item) === null || isAskedOf(list, item, inner);
}

function answerAt(content: FlowContent, field: string): unknown {
  return valueAt(content, field.replace(/\[(\d*)\]/g, '.$1'));
}

function isOpen(answer: unknown): boolean {
  if (Array.isArray(answer)) return answer.length === 0 || answer.every((one) => one === NOT_KNOWN);
  return answer === undefined || answer === null || answer === NOT_KNOWN || isBlank(answer);
}

function isBlank(answer: unknown): boolean {
  return typeof answer === 'string' && answer.trim() === '';
}

function isAmissAt(content: FlowContent, field: string): boolean {
  const answer = answerAt(content, field);
  return answer === false || isOpen(answer);
}

/** Whether two fields stand side by side and take the same sort of answer: parts of one test, such as eight principles. */
function isBeside(field: string, other: string): boolean {
  return above(field) === above(other) && sortOf(field) === sortOf(other);
}

/** Whether other answers refer to an item by its identifier, so that the rule looked at that very item. */
function isReferredTo(field: string): boolean {
  return (fieldInList(field)?.list.identifiedBy ?? null) !== null;
}

function isAskedSomewhere(field: string): boolean {
  return fieldInList(field) !== null || flowFields.has(field);
}

function sortOf(field: string): string | undefined {
  const listed = fieldInList(field);
  return listed ? itemFields(listed.list.path).get(listed.inner)?.sort : flowFields.get(field)?.sort;
}

function above(field: string): string {
  return field.slice(0, Math.max(0, field.lastIndexOf('.')));
}
