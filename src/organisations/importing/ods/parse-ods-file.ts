import type { OdsFault, OdsOrganisation } from './ods-organisation.js';
import { type OdsCells, odsCells } from './ods-cells.js';
import { type OdsLine, odsLines } from './ods-lines.js';
import { ODS_COLUMNS_READ, readOdsRow } from './ods-row.js';
import { unlikeCsv } from './unlike-csv.js';

/** Either every row of the file, or every reason why none of it can be imported; never half. */
export type OdsFileReading = { readonly rows: OdsOrganisation[] } | { readonly faults: OdsFault[] };

/** How large a file may be. The published file of NHS trusts has a few hundred rows. */
export interface OdsFileLimits {
  readonly bytes: number;
  readonly lines: number;
  /** Faults listed; once there are more, reading stops and says so. */
  readonly faults: number;
}

/** The limits that hold where no others are given: 32 MiB, 100,000 lines, 200 faults listed. */
export const ODS_FILE_LIMITS: OdsFileLimits = { bytes: 32 * 1024 * 1024, lines: 100_000, faults: 200 };

const LINES_SPLIT_TOGETHER = 500;

/**
 * Reads any edition of the Organisation Data Service's headerless CSV files (`etr` and its kin). Never throws; the file
 * is refused whole, with line numbers and reasons, if any row is malformed or the file is beyond the limits.
 */
export function parseOdsFile(bytes: Uint8Array, limits: OdsFileLimits = ODS_FILE_LIMITS): OdsFileReading {
  const unfit = wholeFileFault(bytes, limits);
  if (unfit) return { faults: [{ line: null, reason: unfit }] };

  const faults = new FaultList(limits.faults);
  const records = readRecords(bytes, limits, faults);
  const rows = readRows(records, faults);
  if (faults.isEmpty && rows.length === 0) faults.add({ line: null, reason: 'The file holds no rows.' });
  return faults.isEmpty ? { rows } : { faults: faults.inLineOrder() };
}

function wholeFileFault(bytes: Uint8Array, limits: OdsFileLimits): string | undefined {
  if (bytes.length > limits.bytes) {
    const [size, limit] = [bytes.length, limits.bytes].map((count) => (count / 1024 / 1024).toFixed(1));
    return `The file is ${size} MB; at most ${limit} MB is read. The published file of NHS trusts is under 1 MB.`;
  }
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return isUtf16 ? 'The file was saved as UTF-16. Save it as UTF-8 and try again.' : unlikeCsv(bytes);
}

function readRecords(bytes: Uint8Array, limits: OdsFileLimits, faults: FaultList): OdsCells[] {
  const records: OdsCells[] = [];
  let waiting: OdsLine[] = [];
  const splitWaiting = (): void => {
    for (const result of odsCells(waiting)) {
      if ('reason' in result) faults.add(result);
      else records.push(result);
    }
    waiting = [];
  };
  for (const line of odsLines(bytes, limits.lines)) {
    if ('reason' in line) faults.add(line);
    else waiting.push(line);
    if (waiting.length === LINES_SPLIT_TOGETHER) splitWaiting();
    if (faults.areTooMany) break;
  }
  splitWaiting();
  return records;
}

function readRows(records: readonly OdsCells[], faults: FaultList): OdsOrganisation[] {
  const width = commonWidth(records);
  const byCode = new Map<string, OdsOrganisation>();
  for (const record of records) {
    const row = readRecord(record, width);
    if (Array.isArray(row)) {
      row.forEach((fault) => faults.add(fault));
      continue;
    }
    const earlier = byCode.get(row.code);
    if (earlier === undefined) byCode.set(row.code, row);
    else if (!saysTheSame(earlier, row)) {
      const reason = `Code ${row.code} is also on line ${earlier.line}, with different content.`;
      faults.add({ line: row.line, reason });
    }
  }
  return [...byCode.values()];
}

function readRecord(record: OdsCells, commonWidth: number): OdsOrganisation | OdsFault[] {
  const { line, width } = record;
  if (width < ODS_COLUMNS_READ) {
    return [{ line, reason: `The row has ${columns(width)}; at least ${ODS_COLUMNS_READ} are needed.` }];
  }
  if (width !== commonWidth) {
    return [{ line, reason: `The row has ${columns(width)}; the rest of the file has ${commonWidth}.` }];
  }
  return readOdsRow(line, record.cells);
}

/** The width of most rows: editions differ in trailing columns, but the rows of one edition do not. */
function commonWidth(records: readonly OdsCells[]): number {
  const counts = new Map<number, number>();
  for (const { width } of records) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most?.[0] ?? 0;
}

function saysTheSame(one: OdsOrganisation, other: OdsOrganisation): boolean {
  return JSON.stringify({ ...one, line: 0 }) === JSON.stringify({ ...other, line: 0 });
}

function columns(count: number): string {
  return count === 1 ? '1 column' : `${count} columns`;
}

/** Keeps the faults found first, so that a wholly wrong file gives a report that can be read, and soon. */
class FaultList {
  private readonly kept: OdsFault[] = [];
  private found = 0;

  constructor(private readonly most: number) {}

  get isEmpty(): boolean {
    return this.found === 0;
  }

  get areTooMany(): boolean {
    return this.found > this.most;
  }

  add(fault: OdsFault): void {
    this.found += 1;
    if (!this.areTooMany) this.kept.push(fault);
  }

  inLineOrder(): OdsFault[] {
    const ordered = this.kept.sort((one, other) => (one.line ?? 0) - (other.line ?? 0));
    if (!this.areTooMany) return ordered;
    return [...ordered, { line: null, reason: `There are more faults than the ${this.most} listed here.` }];
  }
}
