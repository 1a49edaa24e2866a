import { wholeFile } from '../../../web/sheet/file-fault.js';
import type { FileReading } from './file-reading.js';
import { readJson } from './read-json.js';
import { readSheet } from './read-sheet.js';

/** The largest file of flows that is read, in bytes. */
export const MOST_BYTES = 5 * 1024 * 1024;

const MOST_FLOWS = 200;

/** Reads an uploaded file of flows: JSON when it begins like JSON, a CSV spreadsheet otherwise. Never throws. */
export async function readFlowFile(bytes: Uint8Array): Promise<FileReading> {
  if (bytes.length > MOST_BYTES)
    return { faults: [wholeFile('The file is larger than 5 MB.', 'Split it into several files.')] };
  const reading = looksLikeJson(bytes) ? readJson(bytes) : await readSheet(bytes);
  if ('faults' in reading) return reading;
  if (reading.flows.length > MOST_FLOWS)
    return {
      faults: [
        wholeFile(
          `The file holds more than ${String(MOST_FLOWS)} flows.`,
          'Split it into several files and import one after the other.',
        ),
      ],
    };
  return reading;
}

function looksLikeJson(bytes: Uint8Array): boolean {
  return /^\uFEFF?\s*[[{]/.test(Buffer.from(bytes.subarray(0, 100)).toString('utf8'));
}
