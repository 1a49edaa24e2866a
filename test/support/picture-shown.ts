import { load, type CheerioAPI } from 'cheerio';
import { parse } from 'csv-parse/sync';
import { drawnWithoutColour, edgesOf, moved, type Place } from './drawn-places.js';
import type { Found } from './form-body.js';

/** One mark of a picture, and the row of the table twin that says the same. */
export interface MarkShown extends Place {
  readonly key: string;
  readonly words: readonly string[];
  /** How it is drawn: outlines, dashes and hatches, but no colour. */
  readonly signs: string;
  /** The cells of its row; nothing where there is none. */
  readonly cells: readonly string[];
}

/**
 * A picture read from a page as somebody with a ruler would: marks by their places, values by the labels of the axes,
 * and beside them the table twin. `faults` says what no picture may do.
 */
export class PictureShown {
  private readonly $: CheerioAPI;
  private readonly figure: Found;

  constructor(html: string, id: string) {
    this.$ = load(html);
    this.figure = this.$(`figure#${id}`);
    if (this.figure.length !== 1)
      throw new Error(`There are ${this.figure.length} pictures “${id}” on the page.`);
  }

  /** What the picture says it shows. */
  get finding(): string {
    return tidy(this.figure.find('svg > title').text());
  }

  /** What stands where in it. */
  get description(): string {
    return tidy(this.figure.find('svg > desc').text());
  }

  /** Where the table twin is to be had as a file. */
  get csv(): string {
    return this.figure.find('a[download]').attr('href') ?? '';
  }

  /** Headings of the table twin. */
  get columns(): readonly string[] {
    return this.texts(this.figure.find('thead th'));
  }

  /** The table twin, row by row. */
  get rows(): readonly (readonly string[])[] {
    return this.figure
      .find('tbody tr')
      .toArray()
      .map((row) => this.cellsOf(this.$(row)));
  }

  /** Everything drawn that is a fact. */
  get marks(): readonly MarkShown[] {
    return this.figure
      .find('[data-mark]')
      .toArray()
      .map((drawn) => this.markOf(this.$(drawn)));
  }

  /** What the signs of the picture mean. */
  get signs(): readonly string[] {
    return this.figure
      .find('[data-sign]')
      .toArray()
      .map((sign) => this.$(sign).attr('data-sign') ?? '');
  }

  /** The value at a place, read from two labels of the axis; `read` makes a number of a label. */
  valueAt(axis: 'x' | 'y', place: number, read: (label: string) => number = digits): number {
    const ticks = this.figure
      .find(`[data-axis="${axis}"] [data-tick]`)
      .toArray()
      .map((tick) => ({ at: moved(this.$(tick))[axis], value: read(this.$(tick).find('text').text()) }));
    const [first, last] = [ticks[0], ticks.at(-1)];
    if (!first || !last || first === last) throw new Error(`The axis ${axis} has no two labels.`);
    return first.value + ((place - first.at) / (last.at - first.at)) * (last.value - first.value);
  }

  /** What is wrong with the picture by the rules of every picture; nothing when it is right. */
  faults(): readonly string[] {
    return [...this.unnamed(), ...this.withoutTwin(), ...this.byColourAlone(), ...this.outside()];
  }

  /** How the table as a file, as it was sent, differs from the table on the page. */
  differencesFromFile(sent: string): readonly string[] {
    const onPage = [this.columns, ...this.rows].map((cells) => cells.map(plain).join(' | '));
    const inFile = linesOfCsv(sent).map((cells) => cells.map(plain).join(' | '));
    return onPage.length === inFile.length
      ? onPage.flatMap((line, index) => (line === inFile[index] ? [] : [`${line} ≠ ${inFile[index] ?? ''}`]))
      : [`${onPage.length} lines on the page, ${inFile.length} in the file`];
  }

  private unnamed(): readonly string[] {
    const svg = this.figure.find('svg');
    const named = (attribute: string): string => svg.find(`#${svg.attr(attribute) ?? 'none'}`).text();
    return [
      ...(svg.attr('role') === 'img' ? [] : ['it is not an image by its role']),
      ...(tidy(named('aria-labelledby')).length > 10 ? [] : ['no title says what it shows']),
      ...(tidy(named('aria-describedby')).length > 20 ? [] : ['nothing describes it']),
      ...(this.figure.find('svg script, svg style, svg image, svg a, svg foreignObject').length === 0
        ? []
        : ['it holds what runs, links or styles']),
      ...(this.figure.find('svg [style], svg [onload], svg [href]').length === 0 ? [] : ['it styles itself']),
      ...(this.csv === '' ? ['its table is not to be had as a file'] : []),
    ];
  }

  private withoutTwin(): readonly string[] {
    const rows = this.figure.find('tr[data-row]').toArray();
    const keys = rows.map((row) => this.$(row).attr('data-row') ?? '');
    const { marks } = this;
    return [
      ...keys
        .filter((key) => !marks.some((mark) => mark.key === key))
        .map((key) => `row ${key} is not drawn`),
      ...(new Set(keys).size === keys.length ? [] : ['two rows have one key']),
      ...marks.flatMap(({ key, words, cells }) =>
        cells.length === 0 ? [`mark ${key} has no row`] : missing(key, words, cells),
      ),
    ];
  }

  private byColourAlone(): readonly string[] {
    const drawn = this.figure
      .find('[data-sign]')
      .toArray()
      .map((sign) => this.uncoloured(this.$(sign)));
    return new Set(drawn).size === drawn.length ? [] : ['two signs differ by colour alone'];
  }

  private outside(): readonly string[] {
    const [, , width = 0, height = 0] = (this.figure.find('svg').attr('viewBox') ?? '')
      .split(' ')
      .map(Number);
    return this.marks
      .filter(({ left, right, top, bottom }) => left < 0 || top < 0 || right > width || bottom > height)
      .map(({ key }) => `mark ${key} is drawn outside the picture`);
  }

  private markOf(group: Found): MarkShown {
    const key = group.attr('data-mark') ?? '';
    const row = this.figure.find('tr[data-row]').filter((_, one) => this.$(one).attr('data-row') === key);
    return {
      key,
      ...this.placeOf(group),
      words: this.texts(group.find('text')),
      signs: this.uncoloured(group),
      cells: this.cellsOf(row.first()),
    };
  }

  private placeOf(group: Found): Place {
    const edges = group
      .find('rect, line, circle, path')
      .toArray()
      .map((one) => this.$(one))
      .map((shape) => {
        const [edge, by] = [edgesOf(shape), this.movedAll(shape)];
        return {
          left: edge.left + by.x,
          right: edge.right + by.x,
          top: edge.top + by.y,
          bottom: edge.bottom + by.y,
        };
      });
    return {
      left: Math.min(...edges.map(({ left }) => left)),
      right: Math.max(...edges.map(({ right }) => right)),
      top: Math.min(...edges.map(({ top }) => top)),
      bottom: Math.max(...edges.map(({ bottom }) => bottom)),
    };
  }

  private movedAll(shape: Found): { readonly x: number; readonly y: number } {
    const steps = [
      shape,
      ...shape
        .parentsUntil('svg')
        .toArray()
        .map((one) => this.$(one)),
    ].map(moved);
    return { x: steps.reduce((sum, { x }) => sum + x, 0), y: steps.reduce((sum, { y }) => sum + y, 0) };
  }

  private cellsOf(row: Found): readonly string[] {
    return this.texts(row.find('th > span:last-of-type, td > span:last-of-type'));
  }

  private uncoloured(group: Found): string {
    return group
      .find('rect, line, circle, path, text')
      .toArray()
      .map((one) => this.$(one))
      .filter((one) => !(one.is('text') && one.parent().is('[data-sign]')))
      .map(drawnWithoutColour)
      .join(' ');
  }

  private texts(found: Found): readonly string[] {
    return found.toArray().map((one) => tidy(this.$(one).text()));
  }
}

/** The reading of a year, or of a month and a year, on a time axis: its moment. */
export function moment(label: string): number {
  return Date.parse(/^\d{4}$/.test(label) ? `${label}-01-01T00:00:00Z` : `1 ${label} UTC`);
}

function missing(key: string, words: readonly string[], cells: readonly string[]): readonly string[] {
  const said = plain(cells.join(' '));
  return words
    .filter((one) => !saysWhole(said, plain(one.replace(/…$/, ''))))
    .map((one) => `mark ${key} says “${one}”, its row does not`);
}

/** True where the words stand there, and are not a part of a longer number. */
function saysWhole(said: string, words: string): boolean {
  const before = /^\d/.test(words) ? '(?<![\\d.])' : '';
  const after = /\d$/.test(words) ? '(?!\\d)' : '';
  return new RegExp(`${before}${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}${after}`).test(said);
}

function linesOfCsv(sent: string): readonly (readonly string[])[] {
  return parse(sent, { bom: true, relaxColumnCount: true });
}

function digits(label: string): number {
  return Number(label.replace(/[^\d.-]/g, ''));
}

/** Words without what differs between a page and a file: groups of digits, and the sign that keeps a formula inert. */
function plain(text: string): string {
  return tidy(text)
    .replace(/(\d),(?=\d{3})/g, '$1')
    .replace(/^'/, '');
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
