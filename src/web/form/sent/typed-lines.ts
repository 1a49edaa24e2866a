/** The lines of a long text, without blanks around them and without empty ones; none when nothing was typed. */
export function typedLines(typed = ''): string[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
