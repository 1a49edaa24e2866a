import { day } from '../../web/words.js';
import { NAMING_STANDING_WORDS, namingStanding } from '../scoping/naming/naming-standing.js';
import type { RoundTableRow } from './round-table.queries.js';

/** A scheme that was named for an organisation, and what became of that, as one cell of the table says it. */
export function namedInWords({ scheme, says, outcome, namedOn }: RoundTableRow['named'][number]): string {
  const standing = namingStanding({
    answer: says && { says },
    decision: outcome && { outcome },
  });
  return `Asked about “${scheme}” on ${day(namedOn)}: ${NAMING_STANDING_WORDS[standing].text.toLowerCase()}`;
}
