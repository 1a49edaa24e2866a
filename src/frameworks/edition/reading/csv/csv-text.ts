import type { FactPath } from '../../../../kernel/fact-files/yaml-file.js';
import { FIRST_METHOD } from '../../method/first-method.js';
import type { EditionText, PlaceInFile } from '../edition-text.js';
import { Origins } from '../origins.js';
import { CSV_LISTS, CSV_METHOD, CSV_RATING, CSV_RESTS_ON, CSV_SINGLES, type CellOf } from './csv-layout.js';
import { csvRows, type CsvRow } from './csv-rows.js';

/**
 * An edition as a table: one row a thing, of which the column `kind` says what it is. A row of a kind that the format does
 * not know stays in what was read, so that its shape is a fault.
 * @throws FactFileFault where it is no table.
 */
export function csvText(given: string | Uint8Array, file: string): EditionText {
  const { rows, columns } = csvRows(given, file);
  const reading = new CsvReading(columns);
  rows.forEach((row) => {
    reading.take(row);
  });
  return { content: reading.content, placeOf: (path) => reading.origins.of(path) };
}

type Group = Record<string, unknown>;

const LISTS = ['domains', 'elements', 'letterConcerns', 'guidelines', 'criteria'];

class CsvReading {
  readonly origins = new Origins<PlaceInFile | null>(null);
  private readonly lists = new Map(LISTS.map((name): [string, Group[]] => [name, []]));
  private readonly ofMethod = new Map<string, Group[]>();
  private readonly ofRating: Readonly<Record<string, Group>> & { rating?: Group } = {};
  private readonly confidenceIn: Group = {};
  private readonly rest: Group = {};
  private readonly criteria = new Map<string, { readonly at: number; readonly sources: Group[] }>();

  constructor(private readonly columns: ReadonlyMap<string, number>) {}

  /** What the rows make. The method is there as soon as a row is part of it; what no row can say of it is the first method's. */
  get content(): unknown {
    const { rating = {}, ...more } = this.ofRating;
    const method = {
      ...{ scale: [], evidenceGrades: [], ...Object.fromEntries(this.ofMethod) },
      ...{ rating: { ...FIRST_METHOD.rating, ...rating }, ...more },
    };
    return {
      ...this.rest,
      ...{ confidence: this.confidenceIn, ...Object.fromEntries(this.lists) },
      ...((this.ofMethod.size > 0 || Object.keys(this.ofRating).length > 0) && { method }),
    };
  }

  take(row: CsvRow): void {
    const kind = (row.cells.get('kind') ?? '').trim();
    const list = CSV_LISTS.get(kind);
    const single = CSV_SINGLES.get(kind);
    const ofMethod = CSV_METHOD.get(kind);
    if (kind === 'rests on') this.restsOn(row);
    else if (kind === 'confidence') this.confidence(row);
    else if (kind === 'rating') this.rating(row);
    else if (list !== undefined)
      this.item(row, this.listOf(this.lists, list.list), { path: [list.list], cells: list.cells });
    else if (ofMethod !== undefined)
      this.item(row, this.listOf(this.ofMethod, ofMethod.list), {
        path: ['method', ofMethod.list],
        cells: ofMethod.cells,
      });
    else if (single !== undefined) this.single(row, single);
    else this.unknown(row, kind);
  }

  private item(
    row: CsvRow,
    list: Group[],
    { path: into, cells }: { readonly path: FactPath; readonly cells: readonly CellOf[] },
  ): void {
    const path = [...into, list.length];
    const item = this.valuesOf(row, cells, path);
    list.push(item);
    if (into[0] === 'criteria') this.criterion(row, item, path);
  }

  private criterion(row: CsvRow, item: Group, path: FactPath): void {
    const from = textIn(row, 'stops_from');
    const element = textIn(row, 'element');
    item['knockOut'] = from === '' && element === '' ? null : { from, element: numberOrText(element) };
    this.origins.from([...path, 'knockOut'], this.placeIn(row, 'stops_from'));
    this.origins.from([...path, 'knockOut', 'element'], this.placeIn(row, 'element'));
    const sources: Group[] = [];
    item['sources'] = sources;
    this.criteria.set(textIn(row, 'code'), { at: Number(path[1]), sources });
  }

  /** A criterion that a row names and no row before it is, stays as what it is: a name that leads nowhere. */
  private restsOn(row: CsvRow): void {
    const code = textIn(row, 'code');
    const criterion = this.criteria.get(code);
    if (criterion === undefined) {
      this.unknown(
        row,
        `rests on, of ${code === '' ? 'no criterion' : code}, of which no row stands above it`,
      );
      return;
    }
    const path = ['criteria', criterion.at, 'sources', criterion.sources.length];
    criterion.sources.push(this.valuesOf(row, CSV_RESTS_ON, path));
  }

  private confidence(row: CsvRow): void {
    const code = textIn(row, 'code');
    this.confidenceIn[code] = textIn(row, 'text');
    this.origins.from(['confidence', code], this.placeIn(row, 'text'));
  }

  private rating(row: CsvRow): void {
    const code = textIn(row, 'code');
    const known = CSV_RATING.find((each) => each.code === code);
    if (known === undefined) {
      this.unknown(row, `rating, of ${code === '' ? 'nothing' : code}`);
      return;
    }
    const text = textIn(row, 'text');
    let held: Group = this.ofRating;
    for (const name of known.at.slice(0, -1)) held = (held[name] ??= {}) as Group;
    held[known.at.at(-1) ?? ''] =
      known.form === 'codes'
        ? text.split(/\s+/).filter(Boolean)
        : known.form === 'number'
          ? decimalOrText(text)
          : text;
    this.origins.from(['method', ...known.at], this.placeIn(row, 'text'));
  }

  private single(
    row: CsvRow,
    { at, cells }: { readonly at: string | null; readonly cells: readonly CellOf[] },
  ): void {
    const path = at === null ? [] : [at];
    const values = this.valuesOf(row, cells, path);
    Object.assign(this.rest, at === null ? values : { [at]: values });
  }

  private unknown(row: CsvRow, kind: string): void {
    const name = `row “${kind}”`;
    this.rest[name] = null;
    this.origins.from([name], this.placeIn(row, 'kind'));
  }

  private listOf(lists: Map<string, Group[]>, name: string): Group[] {
    const list = lists.get(name) ?? [];
    lists.set(name, list);
    return list;
  }

  private valuesOf(row: CsvRow, cells: readonly CellOf[], path: FactPath): Group {
    this.origins.from(path, this.placeIn(row, 'kind'));
    const values: Group = {};
    for (const { name, column, form } of cells) {
      const text = form === 'empty text' ? (row.cells.get(column) ?? '') : textIn(row, column);
      this.origins.from([...path, name], this.placeIn(row, column));
      if (text === '' && (form === 'left out' || form === 'codes or left out')) continue;
      if (text === '' && form === 'null') values[name] = null;
      else if (form === 'codes' || form === 'codes or left out')
        values[name] = text.split(/\s+/).filter(Boolean);
      else values[name] = form === 'number' ? numberOrText(text) : text;
    }
    return values;
  }

  private placeIn({ line }: CsvRow, column: string): PlaceInFile {
    return { line, column: this.columns.get(column) ?? 1 };
  }
}

function textIn({ cells }: CsvRow, column: string): string {
  return (cells.get(column) ?? '').trim();
}

function numberOrText(text: string): number | string | null {
  if (text === '') return null;
  return /^\d{1,9}$/.test(text) ? Number(text) : text;
}

function decimalOrText(text: string): number | string {
  return /^\d{1,9}(\.\d{1,9})?$/.test(text) ? Number(text) : text;
}
