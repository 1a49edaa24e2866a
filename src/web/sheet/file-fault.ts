/** One thing that is wrong in a file that somebody handed in, where it is and what to write instead. */
export interface FileFault {
  /** The row of the spreadsheet as it numbers them, the heading being 1; null in JSON and for the whole file. */
  readonly row: number | null;
  /** The column of the spreadsheet, or the path in JSON such as `flows[0].art6`; empty for the whole file. */
  readonly where: string;
  readonly wrong: string;
  readonly instead: string;
}

/** A fault of the file as a whole. */
export function wholeFile(wrong: string, instead: string): FileFault {
  return { row: null, where: '', wrong, instead };
}
