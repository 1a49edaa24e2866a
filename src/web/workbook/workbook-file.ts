import { Download } from '../answer/download.js';
import { odsFile } from './ods-file.js';
import { WORKBOOK_TYPES, type Workbook, type WorkbookFormat } from './workbook.js';
import { xlsxFile } from './xlsx-file.js';

/** A workbook as a file to save, in the format that was asked for. */
export async function workbookFile(
  name: string,
  format: WorkbookFormat,
  workbook: Workbook,
): Promise<Download> {
  const bytes = format === 'ods' ? odsFile(workbook) : await xlsxFile(workbook);
  return new Download(`${name}.${format}`, WORKBOOK_TYPES[format], bytes);
}
