import { SELECTION_SOURCES_KIND } from '../../data-sharing/selecting/selection-sources.js';
import type { ExampleEntries } from './example-entries.js';

/** Where people of the invented scheme are searched for: two sources without a data flow, one of them a panel of which nobody learns. */
export const EXAMPLE_SELECTION: readonly ExampleEntries[] = [
  {
    kind: SELECTION_SOURCES_KIND,
    said: [
      {
        source: 'CALLS_999',
        searchedFor: 'Callers whose names come up most often in a month',
        threshold: 'Ten calls in a month',
        period: 'The twelve months before',
        searchedBy: 'An analyst of Example Vale Police (fictional)',
        toldHow: 'A letter, after the panel has met',
      },
      {
        source: 'PANEL',
        searchedFor: 'Names on the list of calls',
        searchedBy: 'The monthly panel (fictional)',
      },
    ],
  },
];
