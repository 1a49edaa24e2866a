import type { FlowContent } from '../../legal-basis/record/flow-content.js';
import { NOT_KNOWN } from '../../legal-basis/record/answers/not-known.js';
import { nations, type Nation } from '../../legal-basis/record/transfer/nation.js';
import { withItem } from '../answering/list-items.js';
import { itemsAt, valueAt, withValues } from '../questions/content-at.js';
import { itemName } from '../questions/item-name.js';
import { listNamed, type RecordList } from '../questions/lists.js';
import { flowFields, itemFields, type RecordField } from '../questions/record-fields.js';
import { isAskedOf } from '../questions/regimes/asked-under.js';
import { holdsField, SECTIONS } from '../questions/sections.js';
import { LAW_QUESTIONS, type LawQuestion } from './law-questions.js';

/** The parts of the address of a page on which law is picked. */
export interface LawAddress {
  /** The name of a list and the place in it, counted from 0; neither for a field of the flow itself. */
  readonly list?: string;
  readonly index?: string;
  /** The path of the field below the flow or the item. */
  readonly field: string;
}

/** A field of one record that takes law, with what surrounds it. */
export interface LawPlace {
  readonly field: RecordField;
  readonly question: LawQuestion;
  /** What the field is part of: the flow, or one item of a list. */
  readonly within: unknown;
  /** The page that shows the field, below the flow. */
  readonly shownOn: string;
  /** What the item is called; null for the flow itself. */
  readonly itemName: string | null;
  /** The days and the nation for which law is picked; null where the record does not say. */
  readonly from: string | null;
  readonly to: string | null;
  readonly nation: Nation | null;
  /** The words beside the picks, in which law was typed; only those that say something. */
  readonly words: readonly { readonly path: string; readonly meaning: string; readonly text: string }[];
  /** The record with other answers at their paths below the flow or the item. */
  readonly withAnswers: (answers: Readonly<Record<string, unknown>>) => unknown;
}

/** The place that an address names; null where the record has none, or its law does not ask it. */
export function lawPlaceAt(content: FlowContent, at: LawAddress): LawPlace | null {
  const question = LAW_QUESTIONS.get(at.field);
  if (!question) return null;
  return at.list === undefined
    ? inFlow(content, at.field, question)
    : inItem(content, { list: listNamed(at.list), index: at.index ?? '', path: at.field }, question);
}

function inFlow(content: FlowContent, path: string, question: LawQuestion): LawPlace | null {
  const field = flowFields.get(path);
  const section = SECTIONS.find((one) => holdsField(one, path));
  if (!field || !section) return null;
  return {
    ...{ field, question, within: content, itemName: null },
    shownOn: `${section.key}#${path}`,
    ...{ from: dayAt(content, 'startDate'), to: dayAt(content, 'endDate') },
    nation: nationOfParty(content, content.senderOrgId),
    words: wordsBeside(content, question, flowFields),
    withAnswers: (answers) => withValues(content, answers),
  };
}

function inItem(
  content: FlowContent,
  { list, index, path }: { list: RecordList | undefined; index: string; path: string },
  question: LawQuestion,
): LawPlace | null {
  const item = list && /^\d{1,6}$/.test(index) ? itemsAt(content, list.path)[Number(index)] : undefined;
  const field = list && itemFields(list.path).get(path);
  if (!list || !field || item === undefined || !isAskedOf(list, item, path)) return null;
  return {
    ...{ field, question, within: item, itemName: itemName(list, item, content) },
    shownOn: `${list.key}/${index}#${path}`,
    ...{ from: dayAt(item, 'validFrom'), to: dayAt(item, 'validTo') },
    nation: nationOfParty(content, valueAt(item, 'controllerOrgId')),
    words: wordsBeside(item, question, itemFields(list.path)),
    withAnswers: (answers) => withItem(content, list, Number(index), withValues(item, answers)),
  };
}

function wordsBeside(
  within: unknown,
  { words }: LawQuestion,
  fields: ReadonlyMap<string, RecordField>,
): LawPlace['words'] {
  return words.flatMap((path) => {
    const text = valueAt(within, path);
    const meaning = fields.get(path)?.meaning ?? '';
    return typeof text === 'string' && text.trim() !== '' ? [{ path, meaning, text }] : [];
  });
}

function nationOfParty(content: FlowContent, orgId: unknown): Nation | null {
  const party = itemsAt(content, 'parties').find((one) => valueAt(one, 'orgId') === orgId);
  const said = orgId === undefined ? undefined : valueAt(party, 'nation');
  return nations.find(({ code }) => code === said)?.code ?? null;
}

function dayAt(within: unknown, path: string): string | null {
  const day = valueAt(within, path);
  return typeof day === 'string' && day !== '' && day !== NOT_KNOWN ? day : null;
}
