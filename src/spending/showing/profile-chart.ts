import { scaleBand, scaleLinear } from 'd3-scale';
import { bandAxis, framed, valueAxis } from '../../web/pictures/frame.js';
import { hatching, INK, mark, type Hatching } from '../../web/pictures/ink.js';
import { legend, type Sign } from '../../web/pictures/legend.js';
import { tag, type Markup } from '../../web/pictures/markup.js';
import { drawn, type Picture } from '../../web/pictures/picture.js';
import { cutTo, widthOf, words } from '../../web/pictures/words-drawn.js';

/** One year, or one service, of a profile. */
export interface ProfiledYear {
  readonly key: string;
  /** `Y0`, or the service. */
  readonly words: string;
  /** Null where it is not published. */
  readonly value: number | null;
  readonly said: string | null;
  /** How many people it rests on, as the reader may know it; null where nobody has said. */
  readonly people: string | null;
}

/** A profile as a chart tells it. */
export interface ProfileChart {
  readonly id: string;
  readonly finding: string;
  readonly caption: string;
  readonly csv: string;
  /** What stands along the axis: years or services. */
  readonly across: 'Year' | 'Service';
  readonly years: readonly ProfiledYear[];
}

const HEIGHT = 330;
const FRAME = framed(HEIGHT, { left: 80, top: 34, bottom: 90 });

/** Draws what was used or spent as bars from 0; a figure that is not published is hatched. */
export function profileChart({ id, finding, caption, csv, across, years }: ProfileChart): Picture {
  const places = scaleBand(
    years.map(({ key }) => key),
    [FRAME.left, FRAME.right],
  ).padding(0.25);
  const up = scaleLinear(
    [0, Math.max(1, ...years.map(({ value }) => value ?? 0))],
    [FRAME.bottom, FRAME.top],
  ).nice(5);
  const hidden = hatching(`${id}-hidden`);
  const bar = ({ key, value, said }: ProfiledYear): Markup => {
    const [x, width] = [places(key) ?? 0, places.bandwidth()];
    const top = value === null ? FRAME.top : up(value);
    const ink = value === null ? hidden.ink : INK.tinted;
    const label = said ?? '';
    return mark(
      key,
      tag('rect', { x, y: top, width, height: FRAME.bottom - top, ...ink }),
      ...(widthOf(label) <= places.step()
        ? [words(label, x + width / 2, top - 8, { 'text-anchor': 'middle' })]
        : []),
    );
  };
  const named = (key: string): string =>
    cutTo(places.step() - 6, years.find((one) => one.key === key)?.words ?? '');
  const isHiding = years.some(({ value }) => value === null);
  return drawn(
    {
      ...{ id, finding, csv, height: HEIGHT },
      description: `One bar for each ${across.toLowerCase()} from left to right, its height from 0. A hatched bar is not published, because it rests on 7 people or fewer.`,
      twin: {
        caption,
        columns: [across, { text: 'Figure', numeric: true }, 'People it rests on'],
        rows: years.map(({ key, words: name, said, people }) => ({
          key,
          cells: [name, said ?? 'Not published', people ?? 'Nobody has said'],
        })),
      },
    },
    hidden.definition,
    valueAxis(up, FRAME),
    bandAxis(places, FRAME, named),
    years.map(bar),
    legend(signsOf(hidden, isHiding), HEIGHT - 54).drawn,
  );
}

function signsOf(hidden: Hatching, isHiding: boolean): readonly Sign[] {
  return [
    { sample: sample(INK.tinted), words: 'Said' },
    ...(isHiding ? [{ sample: sample(hidden.ink), words: 'Not published' }] : []),
  ];
}

function sample(ink: Hatching['ink']): Markup {
  return tag('rect', { x: -12, y: -8, width: 24, height: 16, ...ink });
}
