import { tag, type DrawnAttributes, type Markup } from './markup.js';

/** How tall words in a picture are, in its own units. */
const WORD_SIZE = 15;

/** Words at a place: `x` is where they begin, unless an anchor says that it is their middle or end. */
export function words(text: string, x: number, y: number, more: DrawnAttributes = {}): Markup {
  return tag('text', { x, y, fill: '#212b32', 'font-size': WORD_SIZE, ...more }, text);
}

/** Words on something solid. */
export function wordsOnSolid(text: string, x: number, y: number, more: DrawnAttributes = {}): Markup {
  return words(text, x, y, { fill: '#fff', ...more });
}

/** About how wide words are in Arial, rather too wide than too narrow, in the units of the picture. */
export function widthOf(text: string, size: number = WORD_SIZE): number {
  return Array.from(text).reduce((sum, sign) => sum + size * (/[A-ZMW@%£]/.test(sign) ? 0.7 : 0.54), 0);
}

/** Cuts words that have no room, with an ellipsis; the table twin has all of them. */
export function cutTo(room: number, text: string, size: number = WORD_SIZE): string {
  if (widthOf(text, size) <= room) return text;
  const kept = Array.from(text);
  while (kept.length > 1 && widthOf(`${kept.join('')}…`, size) > room) kept.pop();
  return `${kept.join('').trimEnd()}…`;
}

/** A stretch of the width that something takes. */
export interface TakenWidth {
  readonly from: number;
  readonly to: number;
}

/** Which line each stretch stands on so that none covers another: the first line with room, in the order given. */
export function linesFor(stretches: readonly TakenWidth[], gap = 6): readonly number[] {
  const ends: number[] = [];
  return stretches.map(({ from, to }) => {
    const free = ends.findIndex((end) => end + gap <= from);
    const line = free === -1 ? ends.length : free;
    ends[line] = to;
    return line;
  });
}
