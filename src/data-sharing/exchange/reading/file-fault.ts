/** One thing that is wrong in a file of flows, where it is and what to write instead. */
export interface FileFault {
  /** The row of the spreadsheet as it numbers them, the heading being 1; null in JSON and for the whole file. */
  readonly row: number | null;
  /** The column of the spreadsheet, or the path in JSON such as `flows[0].art6`; empty for the whole file. */
  readonly where: string;
  readonly wrong: string;
  readonly instead: string;
}

/** A flow as a file tells it, before it is compared with what is recorded. */
export interface FlowInFile {
  /** What the file calls it: the identifier of a flow, or a name of the writer's own such as `new-1`. */
  readonly key: string;
  /** The deployment that the file says it belongs to; null where it says nothing. */
  readonly deploymentId: string | null;
  readonly record: unknown;
}

/** Either every flow of a file, or every reason why none of it can be used; never half. */
export type FileReading = { readonly flows: FlowInFile[] } | { readonly faults: FileFault[] };

/** How many faults are listed; a file that is wrong throughout is told by its beginning. */
const MOST_FAULTS = 100;

/** A fault of the file as a whole. */
export function wholeFile(wrong: string, instead: string): FileFault {
  return { row: null, where: '', wrong, instead };
}

/** The first faults, and a last line that says how many more there are. */
export function firstOf(faults: readonly FileFault[]): FileFault[] {
  const more = faults.length - MOST_FAULTS;
  if (more <= 0) return [...faults];
  const lastLine = wholeFile(
    `There are ${String(more)} more faults after these.`,
    'Put these right, then try again.',
  );
  return [...faults.slice(0, MOST_FAULTS), lastLine];
}
