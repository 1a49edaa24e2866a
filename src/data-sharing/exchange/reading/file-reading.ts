import { wholeFile, type FileFault } from '../../../web/sheet/file-fault.js';

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
