import type { FlowContent } from '../judging/flow-content.js';
import { shownRecord, type ShownAnswer } from './record-shown.js';

/**
 * One answer that two versions of a flow give differently. The macro `differences(found, names)` of
 * `data-sharing/views/differences.njk` draws a list of them as a table; `names` are the headings of the two versions.
 */
export interface Difference {
  readonly section: string;
  readonly key: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Everything that two versions answer differently, in the order of the form; an answer not given is an empty list. */
export function differencesBetween(before: FlowContent, after: FlowContent): Difference[] {
  const old = answersOf(before);
  const now = answersOf(after);
  const keys = [...new Set([...now.keys(), ...old.keys()])];
  return keys.flatMap((path) => {
    const [was, is] = [old.get(path), now.get(path)];
    if (JSON.stringify(was?.values) === JSON.stringify(is?.values)) return [];
    const [section = '', ...rest] = path.split('\n');
    return [{ section, key: rest.join(': '), before: was?.values ?? [], after: is?.values ?? [] }];
  });
}

function answersOf(content: FlowContent): Map<string, ShownAnswer> {
  return new Map(
    shownRecord(content).flatMap(({ title, rows, lists }) => [
      ...rows.map((row): [string, ShownAnswer] => [`${title}\n${row.key}`, row]),
      ...lists.flatMap((list) =>
        list.items.flatMap((item, index) =>
          item.rows.map((row): [string, ShownAnswer] => [
            `${title}\n${list.title} ${String(index + 1)}\n${row.key}`,
            row,
          ]),
        ),
      ),
    ]),
  );
}
