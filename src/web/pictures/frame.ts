import type { ScaleBand, ScaleContinuousNumeric, ScaleTime } from 'd3-scale';
import { INK } from './ink.js';
import { movedTo, tag, type Markup } from './markup.js';
import { words } from './words-drawn.js';

/** How wide every picture is in its own units; a page shows it as wide as there is room. */
export const PICTURE_WIDTH = 800;

/** The part of a picture in which things are drawn, by its edges. */
export interface DrawingFrame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A frame with room around it for labels. */
export function framed(height: number, room: Partial<DrawingFrame> = {}): DrawingFrame {
  const { left = 60, right = 20, top = 20, bottom = 40 } = room;
  return { left, right: PICTURE_WIDTH - right, top, bottom: height - bottom };
}

/** Years below a frame, or months where it covers few years, each with a faint line through it. */
export function timeAxis(scale: ScaleTime<number, number>, frame: DrawingFrame, ticks = 8): Markup {
  const years = scale.ticks(ticks);
  return axis(
    'x',
    years.map((tick) => ({
      x: scale(tick),
      y: frame.bottom,
      words: yearOrMonth(tick),
      line: { x1: 0, x2: 0, y1: frame.top - frame.bottom, y2: 5 },
    })),
  );
}

/** Values left of a frame, each with a faint line through it; the words of a value are its digits unless told otherwise. */
export function valueAxis(
  scale: ScaleContinuousNumeric<number, number>,
  frame: DrawingFrame,
  said: (value: number) => string = (value) => value.toLocaleString('en-GB'),
): Markup {
  return axis(
    'y',
    scale.ticks(5).map((tick) => ({
      x: frame.left,
      y: scale(tick),
      words: said(tick),
      line: { x1: -5, x2: frame.right - frame.left, y1: 0, y2: 0 },
    })),
  );
}

/** Names below a frame, one under each band. */
export function bandAxis(
  scale: ScaleBand<string>,
  frame: DrawingFrame,
  said = (band: string) => band,
): Markup {
  return axis(
    'x',
    scale.domain().map((band) => ({
      x: (scale(band) ?? 0) + scale.bandwidth() / 2,
      y: frame.bottom,
      words: said(band),
      line: { x1: 0, x2: 0, y1: 0, y2: 5 },
    })),
  );
}

interface Tick {
  readonly x: number;
  readonly y: number;
  readonly words: string;
  readonly line: { readonly x1: number; readonly x2: number; readonly y1: number; readonly y2: number };
}

function axis(which: 'x' | 'y', ticks: readonly Tick[]): Markup {
  const label = (text: string): Markup =>
    which === 'x'
      ? words(text, 0, 22, { 'text-anchor': 'middle' })
      : words(text, -10, 5, { 'text-anchor': 'end' });
  return tag(
    'g',
    { 'data-axis': which },
    ticks.map((tick) =>
      tag(
        'g',
        { 'data-tick': '', transform: movedTo(tick.x, tick.y) },
        tag('line', { ...INK.faint, ...tick.line }),
        label(tick.words),
      ),
    ),
  );
}

function yearOrMonth(when: Date): string {
  const year = String(when.getUTCFullYear());
  if (when.getUTCMonth() === 0) return year;
  return `${when.toLocaleString('en-GB', { month: 'short', timeZone: 'UTC' })} ${year}`;
}
