import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';

/** One column of a table download: its heading, and the cell for a row. */
export interface CsvColumn<Row> {
  readonly heading: string;
  readonly cell: (row: Row) => string | number | boolean | null | undefined;
}

/** How a file is kept by browsers and proxies, for ever unless it may change. Files without it are kept by nobody. */
export interface Keeping {
  /** The fingerprint of the content, in letters, digits and hyphens; whoever has it is answered 304. */
  readonly etag: string;
  readonly seconds: number;
  /** True where another content may follow under the same address: then it is kept no longer than so many seconds. */
  readonly changes?: boolean;
}

/**
 * A file to save, never to show: it is sent as an attachment that no browser opens or runs inside this service.
 */
export class Download {
  constructor(
    readonly fileName: string,
    readonly mediaType: string,
    readonly content: string | Buffer | Readable,
    readonly keeping: Keeping | null = null,
  ) {}

  /** Plain text in UTF-8. */
  static text(fileName: string, content: string): Download {
    return new Download(fileName, 'text/plain; charset=utf-8', content);
  }

  /**
   * A CSV table in UTF-8 with a byte-order mark (spreadsheets then read accents), CRLF line ends (RFC 4180),
   * and every cell that a spreadsheet would run as a formula made inert by a leading apostrophe.
   */
  static csv<Row>(
    fileName: string,
    columns: readonly CsvColumn<Row>[],
    rows: Iterable<Row> | AsyncIterable<Row>,
  ): Download {
    const table = stringify({
      bom: true,
      header: true,
      columns: columns.map((column) => column.heading),
      record_delimiter: 'windows',
      escape_formulas: true,
      quoted_match: /[\r\n]/,
      cast: { boolean: (value) => (value ? 'yes' : 'no') },
    });
    const cells = Readable.from(cellsOf(columns, rows));
    cells.once('error', (fault) => table.destroy(fault));
    return new Download(fileName, 'text/csv; charset=utf-8', cells.pipe(table));
  }

  /** The header that names the file, safe for any name (RFC 6266 with an ASCII fallback). */
  get disposition(): string {
    const plain = this.fileName.normalize('NFKD').replace(/[^\w.-]+/g, '-') || 'download';
    return `attachment; filename="${plain}"; filename*=UTF-8''${encodeFileName(this.fileName)}`;
  }
}

async function* cellsOf<Row>(columns: readonly CsvColumn<Row>[], rows: Iterable<Row> | AsyncIterable<Row>) {
  for await (const row of rows) yield columns.map((column) => column.cell(row) ?? '');
}

function encodeFileName(name: string): string {
  const wellFormed = name.replace(/\p{Surrogate}/gu, '\ufffd');
  return encodeURIComponent(wellFormed).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
}
