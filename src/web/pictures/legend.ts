import { PICTURE_WIDTH } from './frame.js';
import { movedTo, tag, type Markup } from './markup.js';
import { widthOf, words } from './words-drawn.js';

/** What a sign of a picture means: a sample, drawn around 0, 0 and at most 24 units wide, and its words. */
export interface Sign {
  readonly sample: Markup;
  readonly words: string;
}

/** How tall one line of a legend is. */
const LINE = 26;

/** The signs of a picture with their words, in as many lines as they need, and how tall that is. */
export function legend(
  signs: readonly Sign[],
  top: number,
): { readonly drawn: Markup; readonly height: number } {
  const places = placesOf(signs);
  const drawn = signs.map((sign, index) => {
    const { x, line } = places[index] ?? { x: 0, line: 0 };
    return tag(
      'g',
      { 'data-sign': sign.words, transform: movedTo(x + 14, top + line * LINE + LINE / 2) },
      sign.sample,
      words(sign.words, 20, 5),
    );
  });
  return { drawn: tag('g', {}, drawn), height: ((places.at(-1)?.line ?? -1) + 1) * LINE };
}

function placesOf(signs: readonly Sign[]): readonly { readonly x: number; readonly line: number }[] {
  let [x, line] = [0, 0];
  return signs.map((sign) => {
    const width = widthOf(sign.words) + 58;
    if (x > 0 && x + width > PICTURE_WIDTH) [x, line] = [0, line + 1];
    const place = { x, line };
    x += width;
    return place;
  });
}
