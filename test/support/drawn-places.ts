import type { Found } from './form-body.js';

/** Where something is drawn: the edges of its shapes, words left out. */
export interface Place {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** How something is drawn but for its colour: shape, filling, dashes, words. */
export function drawnWithoutColour(shape: Found): string {
  const fill = shape.attr('fill') ?? '';
  const filling =
    fill === '#fff' || fill === 'none' ? 'empty' : /^url/.test(fill) ? 'hatched' : brightness(fill);
  return [
    shape.prop('tagName') ?? '',
    shape.attr('d') ?? '',
    filling,
    shape.attr('stroke-dasharray') ?? '',
    shape.text(),
  ].join(':');
}

/** Greys that a copier keeps apart: dark, middle, light. */
function brightness(fill: string): string {
  const [red = 0, green = 0, blue = 0] = (fill.match(/[\da-f]{2}/gi) ?? []).map((part) => parseInt(part, 16));
  const light = 0.3 * red + 0.59 * green + 0.11 * blue;
  return light < 90 ? 'dark' : light < 170 ? 'middle' : 'light';
}

/** The edges of one shape; a point is where its middle is. */
export function edgesOf(shape: Found): Place {
  const value = (name: string): number => Number(shape.attr(name) ?? 0);
  if (shape.is('rect'))
    return {
      left: value('x'),
      right: value('x') + value('width'),
      top: value('y'),
      bottom: value('y') + value('height'),
    };
  if (shape.is('line')) {
    const [xs, ys] = [
      [value('x1'), value('x2')],
      [value('y1'), value('y2')],
    ];
    return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
  }
  if (shape.is('circle')) return around(value('cx'), value('cy'));
  return around(0, 0);
}

/** A point is at its middle, however big it is drawn. */
function around(x: number, y: number): Place {
  return { left: x, right: x, top: y, bottom: y };
}

/** How far something is moved from where it is drawn. */
export function moved(one: Found): { readonly x: number; readonly y: number } {
  const [x = 0, y = 0] = (one.attr('transform') ?? '').match(/-?[\d.]+/g)?.map(Number) ?? [];
  return { x, y };
}
