import { Unprocessable } from '../refusal.js';

/** One thing that is wrong in a file of facts, with what to do about it. */
export interface FactFault {
  readonly file: string;
  /** Counted from 1; null where it is about the file as a whole. */
  readonly line: number | null;
  readonly text: string;
  /** Counted from 1, where the reader of the file knows it. */
  readonly column?: number | null;
  /** The name of the rule that it breaks, where rules are named. */
  readonly rule?: string;
}

/** Files of sourced facts are unusable; `faults` lists everything that is wrong with them, each with its place. */
export class FactFileFault extends Error {
  constructor(readonly faults: readonly FactFault[]) {
    const files = [...new Set(faults.map(({ file }) => file))].join(', ');
    super(`${files} cannot be used:\n- ${faults.map(faultInWords).join('\n- ')}`);
    this.name = 'FactFileFault';
  }
}

/** A fault as one line: "essex.yaml, line 12: title: is missing. Add it."; with its column and its rule where they are known. */
export function faultInWords({ file, line, column, rule, text }: FactFault): string {
  const inLine = line === null ? '' : `, line ${line}`;
  const inColumn = line === null || !column ? '' : `, column ${column}`;
  return `${file}${inLine}${inColumn}${rule === undefined ? '' : ` (rule “${rule}”)`}: ${text}`;
}

const MOST_TOLD = 100;

/**
 * What reading files gives; what is wrong in them is refused, each fault with its place, as a form or the console tells it.
 * @throws Unprocessable in place of a FactFileFault.
 */
export function refusingFaults<Facts>(reading: () => Facts): Facts {
  try {
    return reading();
  } catch (fault) {
    if (!(fault instanceof FactFileFault)) throw fault;
    const told = fault.faults.slice(0, MOST_TOLD).map(faultInWords);
    const more = fault.faults.length - told.length;
    const last = more > 0 ? [`There are ${String(more)} more faults. Put these right, then try again.`] : [];
    throw new Unprocessable(
      [...told, ...last].map((text) => ({ field: 'file', text })),
      'Nothing was taken over, because something in the file cannot be used.',
    );
  }
}
