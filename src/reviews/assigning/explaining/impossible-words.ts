import { numberInWords, plural, sentenceList } from '../../../web/words.js';
import type { BarReason } from '../solving/instance.js';
import type { Impossible, Need } from '../solving/why-impossible.js';

const NEEDS: Readonly<Record<Exclude<Need, 'together'>, readonly [one: string, many: string]>> = {
  'lived-experience': ['needs a lived-experience reviewer', 'need a lived-experience reviewer'],
  outside: ['needs somebody from outside NHS England', 'need somebody from outside NHS England'],
  people: ['needs people', 'need people'],
};

const LIFTED: Readonly<Record<'load' | BarReason, string>> = {
  load: 'the number of panels that one person may sit on',
  'had-a-part': 'the parts that people have or had in these reviews',
  'known-conflict': 'known conflicts',
  'twice-in-a-row': 'that nobody takes the same trust twice in a row',
  'own-region': 'that nobody reviews a trust of their own region',
};

const MOST_NAMED = 30;

/** Why there are no panels, in sentences: what is needed and what there is, the smallest set that cannot be filled, and what stands in the way. */
export function impossibleWords(why: Impossible, nameOf: (review: string) => string): readonly string[] {
  return [needed(why), ...smallest(why, nameOf), ...inTheWay(why)];
}

function needed({ need, panels, places, available, people }: Impossible): string {
  const trusts = plural(panels.length, 'review');
  if (need === 'together')
    return `No panels of ${trusts} keep every constraint at once, though each of them alone could be kept`;
  const [one, many] = NEEDS[need];
  const say = `${trusts} ${panels.length === 1 ? one : many}${need === 'people' ? ` for ${plural(places, 'place')}` : ''}`;
  if (people.length === 0) return `${say}; nobody could sit there`;
  return `${say}; ${plural(people.length, 'person', 'people')} who could sit there ${people.length === 1 ? 'gives' : 'give'} ${plural(available, 'place')}`;
}

function smallest(
  { smallest: ids, panels }: Impossible,
  nameOf: (review: string) => string,
): readonly string[] {
  if (ids === null || ids.length === panels.length) return [];
  const named = ids.slice(0, MOST_NAMED).map(nameOf).sort();
  const more = ids.length > MOST_NAMED ? [`${numberInWords(ids.length - MOST_NAMED)} more`] : [];
  return [`The smallest set of them that cannot be filled: ${sentenceList([...named, ...more])}`];
}

function inTheWay({ because }: Impossible): readonly string[] {
  if (because.length === 0) return [];
  return [
    `It could be filled without ${sentenceList(
      because.map((one) => LIFTED[one]),
      'or without',
    )}`,
  ];
}
