import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle, type SymbolType } from 'd3-shape';
import { movedTo, tag, type DrawnAttributes, type Markup } from './markup.js';

const SHAPES = {
  circle: symbolCircle,
  square: symbolSquare,
  triangle: symbolTriangle,
  diamond: symbolDiamond,
} as const satisfies Readonly<Record<string, SymbolType>>;

/** The shapes that tell kinds of points apart. */
export type PointShape = keyof typeof SHAPES;

/** A point at a place, `size` units across. */
export function point(shape: PointShape, place: readonly [x: number, y: number], drawn: DrawnPoint): Markup {
  const { size = 12, ink } = drawn;
  const outline = symbol(SHAPES[shape], size * size * 0.8)() ?? '';
  return tag('path', { d: outline, transform: movedTo(...place), ...ink });
}

/** How a point is drawn. */
export interface DrawnPoint {
  readonly ink: DrawnAttributes;
  readonly size?: number;
}
