const MOST_SHOWN = 100;

/** What was asked in one line, for a list: no longer than fits, and marked where it goes on. */
export function shortened(words: string): string {
  const line = words.replaceAll(/\s+/g, ' ');
  return line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN)}…` : line;
}
