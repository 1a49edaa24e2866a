import type { OdsFault, OdsOrganisation } from './ods-organisation.js';

/** The columns that Candour reads, code to close date; published files have further columns, which it leaves alone. */
export const ODS_COLUMNS_READ = 12;

const CODE_PATTERN = /^[A-Z0-9]{2,10}$/;

/** Reads one row's cells. Gives the organisation, or every fault of the row at once. */
export function readOdsRow(line: number, cells: readonly string[]): OdsOrganisation | OdsFault[] {
  const faults: OdsFault[] = [];
  const report = (reason: string): void => void faults.push({ line, reason });
  const cell = (column: number): string => cells[column]?.trim() ?? '';

  const [code, name] = [cell(0), cell(1)];
  if (code === '') report('The organisation code (first column) is missing.');
  else if (!CODE_PATTERN.test(code)) {
    report(`${quoted(code)} is not an organisation code: 2 to 10 capital letters and digits. ${HEADERLESS}`);
  }
  if (name === '') report('The organisation name (second column) is missing.');

  const openDate = readDate(cell(10), 'open', report);
  const closeDate = readDate(cell(11), 'close', report);
  if (openDate !== null && closeDate !== null && closeDate < openDate) {
    report(`The close date, ${closeDate}, is before the open date, ${openDate}.`);
  }
  if (faults.length > 0) return faults;

  return {
    line,
    code,
    name,
    nationalGrouping: cell(2) || null,
    highLevelHealthGeography: cell(3) || null,
    addressLines: [4, 5, 6, 7, 8].map(cell).filter((text) => text !== ''),
    town: cell(7) || null,
    county: cell(8) || null,
    postcode: cell(9) || null,
    openDate,
    closeDate,
  };
}

const HEADERLESS = 'The published file has no heading row.';

function readDate(text: string, which: 'open' | 'close', report: (reason: string) => void): string | null {
  if (text === '') return null;
  const [, year, month, day] = /^((?:1[89]|2[01])\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  const iso = `${year}-${month}-${day}`;
  const date = new Date(`${iso}T00:00:00Z`);
  if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso)) return iso;
  report(
    `The ${which} date, ${quoted(text)}, is not a real date written as year, month and day, like 20241101.`,
  );
  return null;
}

function quoted(text: string): string {
  return text.length > 40 ? `"${text.slice(0, 40)}…"` : `"${text}"`;
}
