import { ODS_COLUMNS_READ } from './ods-row.js';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const LOOKED_AT_BYTES = 8_192;

/** Signs that stand between values in files that spreadsheets and databases write, beside the comma. */
const OTHER_SEPARATORS = { ';': 'semicolons', '\t': 'tabs', '|': 'vertical bars' } as const;

/** Why the file as a whole is not the CSV that is published, when its lines or values are parted by something else. */
export function unlikeCsv(bytes: Uint8Array): string | undefined {
  if (bytes.includes(CARRIAGE_RETURN) && !bytes.includes(LINE_FEED))
    return 'The lines of the file end in a carriage return alone (CR), as some old programs write them. Save it with lines that end in LF or CRLF and try again.';
  const head = new TextDecoder().decode(bytes.subarray(0, LOOKED_AT_BYTES));
  const first = head.split('\n').find((line) => line.trim() !== '') ?? '';
  const outside = first.replace(/"[^"]*"/g, '');
  const parted = (sign: string): boolean => outside.split(sign).length >= ODS_COLUMNS_READ;
  if (parted(',')) return undefined;
  const found = Object.entries(OTHER_SEPARATORS).find(([sign]) => parted(sign));
  return (
    found &&
    `The values of the file are parted by ${found[1]}, not by commas. Save it as CSV with commas and try again.`
  );
}
