/** What pictures are drawn with: nothing that runs, links, loads or styles itself, so that the security policy of a page holds. */
export type DrawnTag =
  | 'svg'
  | 'g'
  | 'title'
  | 'desc'
  | 'text'
  | 'tspan'
  | 'rect'
  | 'line'
  | 'path'
  | 'circle'
  | 'defs'
  | 'pattern';

/** Attributes of what is drawn; there is no `style`, because pages allow none. Numbers are written with one decimal. */
export type DrawnAttributes = Readonly<Record<string, string | number | undefined>> & {
  readonly style?: never;
};

/** SVG that was built by `tag`, with every word in it escaped. */
export class Markup {
  constructor(private readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

/** What stands inside an element: words, which are escaped, or what was built by `tag`. */
export type Drawn = Markup | string | number | null | readonly Drawn[];

/** One element of a picture. */
export function tag(name: DrawnTag, attributes: DrawnAttributes, ...inside: readonly Drawn[]): Markup {
  const said = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${escaped(shortened(value))}"`))
    .join('');
  return new Markup(`<${name}${said}>${inside.map(written).join('')}</${name}>`);
}

/** Moves what is drawn around 0, 0 to its place. */
export function movedTo(x: number, y: number): string {
  return `translate(${shortened(x)},${shortened(y)})`;
}

function written(drawn: Drawn): string {
  if (drawn === null) return '';
  if (drawn instanceof Markup) return drawn.toString();
  if (typeof drawn === 'object') return drawn.map(written).join('');
  return escaped(String(drawn));
}

function shortened(value: string | number): string {
  return typeof value === 'number' ? String(Math.round(value * 10) / 10) : value;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');
}
