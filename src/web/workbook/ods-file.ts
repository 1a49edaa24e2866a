import { strToU8, zipSync, type Zippable } from 'fflate';
import {
  choiceRows,
  CHOICES_SHEET,
  columnLetter,
  GUIDE_SHEET,
  MARK_SHEET,
  pickedColumns,
  WORKBOOK_TYPES,
  type Workbook,
  type WorkbookColumn,
} from './workbook.js';

/**
 * A workbook as ODS (OpenDocument 1.3). The four parts are written here, because no library writes lists to pick from
 * and protected cells. Every cell is text, so that what begins with = is never computed.
 */
export function odsFile(workbook: Workbook): Buffer {
  const parts: Zippable = {
    // The type stands first and unpacked, by which programs know the file (OpenDocument 1.3, part 2, 3.3).
    mimetype: [strToU8(WORKBOOK_TYPES.ods), { level: 0 }],
    'META-INF/manifest.xml': strToU8(MANIFEST),
    'content.xml': strToU8(contentOf(workbook)),
    'meta.xml': strToU8(metaOf(workbook.title)),
  };
  return Buffer.from(zipSync(parts));
}

function contentOf({ title, sheet, columns, rows, guide, mark }: Workbook): string {
  const choices = choiceRows(columns);
  const widths = [...new Set([...columns.map(({ width }) => width), ...OTHER_WIDTHS])];
  const filledIn = [
    rowOf(
      columns.map(({ heading }) => heading),
      () => 'head',
    ),
    ...rows.map((row) => rowOf(row, (place) => (columns[place]?.open ? 'open' : 'shut'), columns)),
  ];
  return `${XML}<office:document-content ${NAMES} office:version="1.3"><office:automatic-styles>${stylesOf(widths)}</office:automatic-styles>
<office:body><office:spreadsheet><table:content-validations>${validationsOf(sheet, columns)}</table:content-validations>${[
    tableOf(
      sheet,
      columns.map(({ width }) => width),
      filledIn,
    ),
    tableOf(
      GUIDE_SHEET,
      [110],
      [title, ...guide].map((paragraph) => rowOf([paragraph])),
    ),
    tableOf(
      CHOICES_SHEET,
      (choices[0] ?? []).map(() => 50),
      choices.map((row) => rowOf(row)),
    ),
    tableOf(
      MARK_SHEET,
      [30, 80],
      Object.entries(mark).map((row) => rowOf(row)),
      'hidden',
    ),
  ].join('')}</office:spreadsheet></office:body></office:document-content>`;
}

function tableOf(name: string, widths: readonly number[], rows: readonly string[], style = 'shown'): string {
  const columns = widths
    .map((width) => `<table:table-column table:style-name="w${String(width)}"/>`)
    .join('');
  return `<table:table table:name="${xml(name)}" table:style-name="${style}" table:protected="true">${columns}${rows.join('')}</table:table>`;
}

function rowOf(
  cells: readonly string[],
  styleOf: (place: number) => string = () => 'shut',
  columns: readonly WorkbookColumn[] = [],
): string {
  const drawn = cells.map((text, place) => {
    const list = columns[place]?.choices ? ` table:content-validation-name="pick${String(place)}"` : '';
    const attributes = `table:style-name="${styleOf(place)}"${list}`;
    if (text === '') return `<table:table-cell ${attributes}/>`;
    return `<table:table-cell ${attributes} office:value-type="string">${paragraphs(text)}</table:table-cell>`;
  });
  return `<table:table-row>${drawn.join('')}</table:table-row>`;
}

/** A text as paragraphs: blanks that stand together are an element, or they would be read as one blank. */
function paragraphs(text: string): string {
  return text
    .split('\n')
    .map((line) => `<text:p>${xml(line).replace(/^ | {2,}| $/g, blanks)}</text:p>`)
    .join('');
}

function blanks(some: string): string {
  return `<text:s text:c="${String(some.length)}"/>`;
}

function validationsOf(sheet: string, columns: readonly WorkbookColumn[]): string {
  return pickedColumns(columns)
    .map(({ place, choices }, list) => {
      const from = columnLetter(list);
      const condition = `of:cell-content-is-in-list([$${CHOICES_SHEET}.$${from}$2:.$${from}$${String(choices.length + 1)}])`;
      return `<table:content-validation table:name="pick${String(place)}" table:condition="${xml(condition)}" table:allow-empty-cell="true" table:display-list="unsorted" table:base-cell-address="${xml(`'${sheet}'.${columnLetter(place)}2`)}"><table:error-message table:message-type="stop" table:title="Not one of the choices" table:display="true"><text:p>Pick one from the list.</text:p></table:error-message></table:content-validation>`;
    })
    .join('');
}

function stylesOf(widths: readonly number[]): string {
  const ofColumns = widths.map(
    (width) =>
      `<style:style style:name="w${String(width)}" style:family="table-column"><style:table-column-properties style:column-width="${(width * CM_A_CHARACTER).toFixed(2)}cm"/></style:style>`,
  );
  const ofTables = ['shown', 'hidden'].map(
    (name) =>
      `<style:style style:name="${name}" style:family="table"><style:table-properties table:display="${String(name === 'shown')}"/></style:style>`,
  );
  return `<number:text-style style:name="text"><number:text-content/></number:text-style>${ofColumns.join('')}${ofTables.join('')}${cellStyle('head', 'protected', '<style:text-properties fo:font-weight="bold"/>')}${cellStyle('shut', 'protected')}${cellStyle('open', 'none')}`;
}

function cellStyle(name: string, protect: 'protected' | 'none', more = ''): string {
  const ground = protect === 'none' ? '' : ' fo:background-color="#f0f4f5"';
  return `<style:style style:name="${name}" style:family="table-cell" style:data-style-name="text"><style:table-cell-properties style:cell-protect="${protect}" fo:wrap-option="wrap" style:vertical-align="top"${ground}/>${more}</style:style>`;
}

function metaOf(title: string): string {
  return `${XML}<office:document-meta xmlns:office="${OFFICE}:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:meta><dc:title>${xml(title)}</dc:title></office:meta></office:document-meta>`;
}

/** A text as XML holds it; characters that XML 1.0 cannot hold become the sign for what cannot be shown. */
function xml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
}

const CM_A_CHARACTER = 0.2;
const OTHER_WIDTHS = [30, 50, 80, 110];
const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
const OFFICE = 'urn:oasis:names:tc:opendocument:xmlns';
const NAMES = [
  ...['office', 'table', 'text', 'style'].map((name) => `xmlns:${name}="${OFFICE}:${name}:1.0"`),
  `xmlns:fo="${OFFICE}:xsl-fo-compatible:1.0"`,
  `xmlns:number="${OFFICE}:datastyle:1.0"`,
  `xmlns:of="${OFFICE}:of:1.2"`,
].join(' ');
const MANIFEST = `${XML}<manifest:manifest xmlns:manifest="${OFFICE}:manifest:1.0" manifest:version="1.3">${[
  ['/', WORKBOOK_TYPES.ods],
  ['content.xml', 'text/xml'],
  ['meta.xml', 'text/xml'],
]
  .map(
    ([path, type]) =>
      `<manifest:file-entry manifest:full-path="${String(path)}" manifest:media-type="${String(type)}"${path === '/' ? ' manifest:version="1.3"' : ''}/>`,
  )
  .join('')}</manifest:manifest>`;
