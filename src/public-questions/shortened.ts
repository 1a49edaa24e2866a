const MOST_SHOWN = 100;
/** More than so many code units are not looked at: what a reader sees as one character may be joined of many. */
const MOST_LOOKED_AT = 4000;
const CHARACTERS = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });

/**
 * What was asked in one line, for a list: no longer than fits, cut between what readers see as characters, and marked
 * where it goes on.
 */
export function shortened(words: string): string {
  const line = words.replaceAll(/\s+/g, ' ');
  if (line.length <= MOST_SHOWN) return line;
  let shown = '';
  for (const { segment } of CHARACTERS.segment(line.slice(0, MOST_LOOKED_AT))) {
    if (shown.length + segment.length > MOST_SHOWN) break;
    shown += segment;
  }
  return `${shown}…`;
}
