import { Download } from '../answer/download.js';
import { odsFile } from './ods-file.js';
import { TAB_SIGN, WORKBOOK_TYPES, type Workbook, type WorkbookFormat } from './workbook.js';
import { xlsxFile } from './xlsx-file.js';

/** A workbook as a file to save, in the format that was asked for. */
export async function workbookFile(
  name: string,
  format: WorkbookFormat,
  workbook: Workbook,
): Promise<Download> {
  const rows = workbook.rows.map((row) => row.map((text) => text.replaceAll('\t', TAB_SIGN)));
  const safe = { ...workbook, rows };
  const bytes = format === 'ods' ? odsFile(safe) : await xlsxFile(safe);
  return new Download(`${name}.${format}`, WORKBOOK_TYPES[format], bytes);
}
