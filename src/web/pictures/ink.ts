import { tag, type DrawnAttributes, type Markup } from './markup.js';

const DARK = '#212b32';

/**
 * How things are drawn. Each differs from the others by its outline or filling, never by colour alone, and all are shades of
 * grey; `style/_pictures.scss` replaces them in forced colours by these very values.
 */
export const INK = {
  /** Has happened, is counted. */
  solid: { fill: DARK, stroke: DARK, 'stroke-width': 2 },
  /** The other of two kinds. */
  hollow: { fill: '#fff', stroke: DARK, 'stroke-width': 2 },
  /** Planned, expected or estimated. */
  dashed: { fill: '#fff', stroke: DARK, 'stroke-width': 2, 'stroke-dasharray': '4 3' },
  /** A stretch of time or a third kind, with words on it. */
  tinted: { fill: '#d8dde0', stroke: DARK, 'stroke-width': 1 },
  /** A line through points. */
  line: { fill: 'none', stroke: DARK, 'stroke-width': 2 },
  /** A line through what is estimated. */
  dashedLine: { fill: 'none', stroke: DARK, 'stroke-width': 2, 'stroke-dasharray': '6 4' },
  /** What helps the eye and says nothing. */
  faint: { fill: 'none', stroke: '#aeb7bd', 'stroke-width': 1 },
} as const satisfies Readonly<Record<string, DrawnAttributes>>;

/** A hatching: its definition, which stands once in the picture, and how something is filled with it. */
export interface Hatching {
  readonly definition: Markup;
  readonly ink: DrawnAttributes;
}

/** Stripes at this angle, for what is paused, held back or not collected. The id is unique on the page. */
export function hatching(id: string, angle: 45 | 135 | 90 = 45): Hatching {
  const stripes = tag('path', { d: 'M4 0V8', stroke: DARK, 'stroke-width': 1.5, fill: 'none' });
  return {
    definition: tag(
      'defs',
      {},
      tag(
        'pattern',
        { id, width: 8, height: 8, patternUnits: 'userSpaceOnUse', patternTransform: `rotate(${angle})` },
        tag('rect', { width: 8, height: 8, fill: '#fff' }),
        stripes,
      ),
    ),
    ink: { fill: `url(#${id})`, stroke: DARK, 'stroke-width': 1 },
  };
}

/** What belongs to one row of the table twin: the row with the same key says the same in words. */
export function mark(key: string, ...drawn: readonly Markup[]): Markup {
  return tag('g', { 'data-mark': key }, drawn);
}
