import { Download } from '../../../web/answer/download.js';
import type { DeploymentDetail } from '../../finding/deployment-view.js';
import { saidUnder } from './entry-cells.js';
import type { EntryKind } from '../entry-kind.js';
import type { SchemeEntry } from '../scheme-entry.entity.js';

/** All entries of a kind of one scheme as a CSV table, one row an entry, columns named as in the API. */
export function entriesSheet(
  kind: EntryKind,
  scheme: DeploymentDetail,
  entries: readonly SchemeEntry[],
): Download {
  const columns = Object.keys(kind.out.shape);
  return Download.csv(
    `${scheme.key}-${kind.path}.csv`,
    [
      { heading: 'scheme', cell: () => scheme.key },
      ...columns.map((heading) => ({ heading, cell: (entry: SchemeEntry) => cellOf(entry, heading) })),
    ],
    entries,
  );
}

function cellOf(entry: SchemeEntry, property: string): string | number | boolean | null {
  const value = saidUnder(entry, [property])[property];
  if (Array.isArray(value)) return value.join('; ');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
