import { Unzip, UnzipInflate, zipSync, type Zippable } from 'fflate';
import { wholeFile, type FileFault } from '../sheet/file-fault.js';
import type { WorkbookFormat } from './workbook.js';

/** A workbook that was handed over, with nothing in it but what is read, and packed anew; or why it is not read. */
export type Unpacked =
  { readonly format: WorkbookFormat; readonly bytes: Uint8Array } | { readonly fault: FileFault };

/**
 * Opens the packed file and keeps only the parts with cells: macros, pictures and links to elsewhere are left behind.
 * Unpacking stops at a limit whatever the file says of its own size, and a part that declares entities is not read.
 */
export function unpacked(bytes: Uint8Array): Unpacked {
  if (OLE.every((byte, at) => bytes[at] === byte)) return { fault: OLD_OR_LOCKED };
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return { fault: NO_WORKBOOK };
  try {
    return repacked(partsOf(bytes));
  } catch (fault) {
    if (fault instanceof TooLarge) return { fault: TOO_LARGE };
    return { fault: NO_WORKBOOK };
  }
}

function repacked(parts: ReadonlyMap<string, Uint8Array>): Unpacked {
  const format = parts.has('content.xml') ? 'ods' : parts.has('xl/workbook.xml') ? 'xlsx' : null;
  if (format === null) return { fault: NO_WORKBOOK };
  const kept: Zippable = {};
  for (const [name, part] of parts) {
    const text = utf8(part);
    if (text === null || /<!(?:DOCTYPE|ENTITY)/i.test(text)) return { fault: NOT_PLAIN };
    if (FAR_AWAY.test(text)) return { fault: TOO_LARGE };
    // The library that reads ODS passes over the element for a tab.
    const tabbed =
      format === 'ods' ? text.replace(/<text:tab(?:\s[^<>]*)?(?:\/>|><\/text:tab>)/g, '\t') : text;
    kept[name] = [new TextEncoder().encode(tabbed), { level: 0 }];
  }
  return { format, bytes: zipSync(kept) };
}

function partsOf(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  let [unpackedBytes, files] = [0, 0];
  const unzip = new Unzip((file) => {
    files += 1;
    if (files > MOST_PARTS) throw new TooLarge();
    if (!READ.test(file.name)) return;
    const chunks: Uint8Array[] = [];
    file.ondata = (fault, chunk, last) => {
      if (fault) throw fault;
      unpackedBytes += chunk.length;
      if (unpackedBytes > MOST_UNPACKED_BYTES) throw new TooLarge();
      chunks.push(chunk);
      if (last) parts.set(file.name, Buffer.concat(chunks));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < bytes.length; at += AT_A_TIME)
    unzip.push(bytes.subarray(at, at + AT_A_TIME), at + AT_A_TIME >= bytes.length);
  return parts;
}

function utf8(part: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(part);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

class TooLarge extends Error {}

const AT_A_TIME = 8 * 1024;
const MOST_PARTS = 200;
const MOST_UNPACKED_BYTES = 16 * 1024 * 1024;
/** The parts of both formats that hold cells, or say which part does. */
const READ =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml|mimetype|content\.xml|META-INF\/manifest\.xml)$/;
/** A cell far to the right or far down, which would make the table before it huge; or one text repeated over many cells or rows. */
const FAR_AWAY = new RegExp(
  [
    '<c [^<>]*\\br="(?:[A-Z]{3,}\\d|[A-Z]+\\d{5})',
    '<table:table-cell(?=[^<>]* office:value-type)(?=[^<>]* table:number-columns-repeated="\\d{3})',
    '<table:table-row(?=[^<>]* table:number-rows-repeated="\\d{3})[^<>]*>(?:(?!</table:table-row>)[^])*?office:value-type',
  ].join('|'),
);
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

const NO_WORKBOOK = wholeFile(
  'This is not a spreadsheet that can be read.',
  'Save it as “Excel Workbook (.xlsx)” or as “ODF Spreadsheet (.ods)” and hand it over again.',
);
const OLD_OR_LOCKED = wholeFile(
  'The file is protected by a password, or is an old Excel file (.xls).',
  'Take the password away and save it as “Excel Workbook (.xlsx)”.',
);
const NOT_PLAIN = wholeFile(
  'The file declares entities of XML or is not written in UTF-8; no spreadsheet program does that.',
  'Open it in a spreadsheet program and save it again.',
);
const TOO_LARGE = wholeFile(
  'Unpacked, the file is far larger than any sheet of Candour.',
  'Take the sheet from here again and copy your answers into it.',
);
