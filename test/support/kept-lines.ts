/** The lines of a log, kept to be looked at. */
export class KeptLines {
  readonly texts: string[] = [];

  write(line: string): void {
    this.texts.push(line);
  }

  /** Every line as the object it is; a line that is none fails the test that asks. */
  all(): readonly Readonly<Record<string, unknown>>[] {
    return this.texts.map((text) => JSON.parse(text) as Record<string, unknown>);
  }

  /** The lines that this is true of, once there is at least one. */
  async once(
    wanted: (line: Readonly<Record<string, unknown>>) => boolean,
  ): Promise<readonly Readonly<Record<string, unknown>>[]> {
    for (let looked = 0; looked < MOST_LOOKS; looked += 1) {
      const found = this.all().filter(wanted);
      if (found.length > 0) return found;
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
    }
    return [];
  }
}

const MOST_LOOKS = 200;
const BETWEEN_LOOKS_MS = 50;
