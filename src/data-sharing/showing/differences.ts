import type { FlowContent } from '../../legal-basis/record/flow-content.js';
import { shownRecord, type ShownList } from './record-shown.js';

/**
 * One answer that two versions of a flow give differently. The macro `differences(found, names)` of
 * `data-sharing/showing/views/differences.njk` draws a list of them as a table; `names` are the headings of the two versions.
 */
export interface ChangedAnswer {
  readonly section: string;
  readonly key: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/**
 * Everything that two versions answer differently, in the order of the form; an answer not given is an empty list. Items
 * that have an identifier are the same item wherever they stand in their list; others are told by their place. Of several
 * choices the order says nothing: a page and a file may keep them in another one.
 */
export function differencesBetween(before: FlowContent, after: FlowContent): ChangedAnswer[] {
  const old = answersOf(before);
  const now = answersOf(after);
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((place) => {
    const [was, is] = [old.get(place), now.get(place)];
    const either = is ?? was;
    if (!either || inAnyOrder(was?.values) === inAnyOrder(is?.values)) return [];
    const { section, key } = either;
    return [{ section, key, before: was?.values ?? [], after: is?.values ?? [] }];
  });
}

function inAnyOrder(values: readonly string[] = []): string {
  return JSON.stringify([...values].sort());
}

interface PlacedAnswer {
  readonly section: string;
  readonly key: string;
  readonly values: readonly string[];
}

/** The answers of a record by where they stand in it. */
function answersOf(content: FlowContent): ReadonlyMap<string, PlacedAnswer> {
  return new Map(
    shownRecord(content).flatMap(({ title, rows, lists }) => [
      ...rows.map(({ key, values }): [string, PlacedAnswer] => [
        `${title}\n${key}`,
        { section: title, key, values },
      ]),
      ...lists.flatMap((list) => listed(title, list)),
    ]),
  );
}

function listed(section: string, list: ShownList): [string, PlacedAnswer][] {
  const place = `${section}\n${list.key}`;
  if (list.saysNone) return [[place, { section, key: list.title, values: [NONE] }]];
  return list.items.flatMap((item) =>
    item.rows.map((row): [string, PlacedAnswer] => [
      `${place}\n${item.key}\n${row.key}`,
      { section, key: `${item.name}: ${row.key}`, values: row.values },
    ]),
  );
}

const NONE = 'The record says that there are none';
