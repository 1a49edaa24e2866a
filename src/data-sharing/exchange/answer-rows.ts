import { itemsAt, valueAt } from '../questions/content-at.js';
import { listAt, type RecordList } from '../questions/lists.js';
import { flowFields, itemFields, type RecordField } from '../questions/record-fields.js';
import { holdsField, SECTIONS } from '../questions/sections.js';
import { answerText, NONE } from './reading/answer-text.js';

/** One question of the record and its answer, as one row of the spreadsheet holds them. */
export interface AnswerRow {
  readonly section: string;
  /** The path of the list whose item is asked about; null for the flow itself. */
  readonly list: string | null;
  /** Counts from 1; null for the flow itself and for the question whether a list is empty. */
  readonly item: number | null;
  /** The question; null for the question whether a list is empty. */
  readonly field: RecordField | null;
  readonly answer: string;
}

/** Every question of the record in the order of the form, answered or not; a list without items is asked once, blank. */
export function answerRowsOf(content: unknown): AnswerRow[] {
  return SECTIONS.flatMap((section, index) => [
    ...[...flowFields.values()]
      .filter(({ path }) => holdsField(section, path) || (index === 0 && path === 'archetype'))
      .map((field) => ({
        section: section.title,
        list: null,
        item: null,
        field,
        answer: answerText(field, valueAt(content, field.path)),
      })),
    ...section.lists.flatMap((path) => rowsOfList(section.title, listAt(path), content)),
  ]);
}

/**
 * What a record answers, whatever way it says nothing: two records with the same words here are the same to a reader and
 * to the rules.
 */
export function answersSaid(content: unknown): string {
  return JSON.stringify(
    answerRowsOf(content)
      .filter(({ answer }) => answer !== '')
      .map(({ list, item, field, answer }) => [list, item, field?.path ?? null, answer]),
  );
}

function rowsOfList(section: string, { path }: RecordList, content: unknown): AnswerRow[] {
  const items = itemsAt(content, path).filter((item) => saysSomething(path, item));
  const none = items.length === 0 && Array.isArray(valueAt(content, path));
  const asked = items.length === 0 ? [{}] : items;
  return [
    { section, list: path, item: null, field: null, answer: none ? NONE : '' },
    ...asked.flatMap((item, index) =>
      [...itemFields(path).values()].map((field) => ({
        section,
        list: path,
        item: index + 1,
        field,
        answer: answerText(field, valueAt(item, field.path)),
      })),
    ),
  ];
}

function saysSomething(list: string, item: unknown): boolean {
  return [...itemFields(list).values()].some((field) => answerText(field, valueAt(item, field.path)) !== '');
}
