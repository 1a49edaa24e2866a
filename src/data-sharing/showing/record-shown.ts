import { capitalised } from '../../web/words.js';
import { fieldsUnder } from '../questions/record-form.js';
import { answerLines, itemName } from '../questions/item-name.js';
import { itemsAt, valueAt } from '../questions/content-at.js';
import { listAt, type RecordList } from '../questions/lists.js';
import { flowFields, type RecordField } from '../questions/record-fields.js';
import { holdsField, SECTIONS, type Section } from '../questions/sections.js';
import type { FlowContent } from '../../legal-basis/record/flow-content.js';

/** One answer as a row of a summary. */
export interface ShownAnswer {
  readonly key: string;
  readonly values: readonly string[];
}

/** One item of a list with what is answered of it. */
export interface ShownItem {
  /** Its identifier, or its place in the list where it has none. */
  readonly key: string;
  readonly name: string;
  readonly rows: readonly ShownAnswer[];
}

/** One list of a section. */
export interface ShownList {
  readonly key: string;
  readonly title: string;
  /** The record says that there are none; false when it says nothing at all. */
  readonly saysNone: boolean;
  readonly items: readonly ShownItem[];
}

/**
 * One section of the record: what is answered, and how much is not. The macro `record(sections, level)` of
 * `data-sharing/showing/views/record.njk` draws a list of sections, each under a heading of that level, which is 3 unless said.
 */
export interface ShownSection {
  readonly key: string;
  readonly title: string;
  readonly rows: readonly ShownAnswer[];
  readonly unanswered: number;
  readonly lists: readonly ShownList[];
  /** The lists about which the record says nothing, not even that there are none; each in lower case. */
  readonly silentAbout: readonly string[];
}

/** The whole record in words, section by section; answers that were not given are counted and not listed. */
export function shownRecord(content: FlowContent): ShownSection[] {
  return SECTIONS.map((section) => shownSection(section, content));
}

function shownSection(section: Section, content: FlowContent): ShownSection {
  const fields = [...flowFields.values()].filter(({ path }) => holdsField(section, path));
  const rows = answered(fields, content, content);
  const lists = section.lists.map((path) => shownList(listAt(path), content));
  return {
    key: section.key,
    title: section.title,
    rows,
    unanswered: fields.length - rows.length,
    lists,
    silentAbout: section.lists
      .filter((_, index) => lists[index]?.items.length === 0 && !lists[index].saysNone)
      .map((path) => listAt(path).plural),
  };
}

/** One list of the record in words. */
export function shownList(list: RecordList, content: FlowContent): ShownList {
  const items = itemsAt(content, list.path);
  return {
    key: list.key,
    title: capitalised(list.plural),
    saysNone: items.length === 0 && Array.isArray(valueAt(content, list.path)),
    items: items.map((item, place) => ({
      key: identifierOf(list, item) ?? String(place),
      name: itemName(list, item, content),
      rows: answered(fieldsUnder(list, ['']), item, content),
    })),
  };
}

function identifierOf({ identifiedBy }: RecordList, item: unknown): string | null {
  const identifier = identifiedBy && valueAt(item, identifiedBy.field);
  return typeof identifier === 'string' ? identifier : null;
}

function answered(fields: readonly RecordField[], within: unknown, content: FlowContent): ShownAnswer[] {
  return fields.flatMap((field) => {
    const values = answerLines(field, valueAt(within, field.path), content);
    return values.length === 0 ? [] : [{ key: field.meaning, values }];
  });
}
