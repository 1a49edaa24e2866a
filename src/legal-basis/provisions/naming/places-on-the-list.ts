import type { Provision } from '../provision.js';
import { provisions } from '../provisions.js';
import { placesAt, type PlaceInLaw } from './references.js';
import { wordsOfText } from './words.js';

interface Entry {
  readonly place: PlaceInLaw;
  readonly provision: Provision;
}

interface Index {
  /** By instrument and first step of the place. */
  readonly entries: ReadonlyMap<string, ReadonlyMap<string, readonly Entry[]>>;
  /** By first step of the place, the instruments that have one. */
  readonly instrumentsWith: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Made when a text first names a place. */
let index: Index | undefined;

function indexed(): Index {
  index ??= madeIndex();
  return index;
}

function madeIndex(): Index {
  const entries = new Map<string, Map<string, Entry[]>>();
  const instrumentsWith = new Map<string, Set<string>>();
  for (const provision of provisions)
    for (const place of placesOf(provision)) {
      const first = place[0] ?? '';
      const own = entries.get(provision.instrument) ?? new Map<string, Entry[]>();
      entries.set(provision.instrument, own);
      own.set(first, [...(own.get(first) ?? []), { place, provision }]);
      instrumentsWith.set(first, (instrumentsWith.get(first) ?? new Set()).add(provision.instrument));
    }
  return { entries, instrumentsWith };
}

const SORTS = ['art', 's', 'reg'];

/**
 * The provisions of an instrument that a place may mean: the entry that holds it, the narrowest where one holds another,
 * else every entry within it.
 */
export function provisionsAt(instrument: string, place: PlaceInLaw): Provision[] {
  return sorted(place).flatMap((one) => provisionsOf(entriesNear(instrument, one), one));
}

function entriesNear(instrument: string, [first = '']: PlaceInLaw): readonly Entry[] {
  return indexed().entries.get(instrument)?.get(first) ?? [];
}

function provisionsOf(near: readonly Entry[], place: PlaceInLaw): Provision[] {
  const holding = near.filter((entry) => begins(place, entry.place));
  const narrowest = Math.max(...holding.map((entry) => entry.place.length));
  const meant =
    holding.length > 0
      ? holding.filter((entry) => entry.place.length === narrowest)
      : near.filter((entry) => begins(entry.place, place));
  return meant.map(({ provision }) => provision);
}

/**
 * The provisions at a place beside which no instrument is named, where one instrument alone of the list has that place
 * and it is more than a bare section: "Article 9(2)(h)", "Schedule 1 paragraph 18", but not "s42".
 */
export function onlyOnesAt(place: PlaceInLaw): Provision[] {
  return sorted(place, ['art']).flatMap((one) => {
    if (!saysEnough(one)) return [];
    const having = [...(indexed().instrumentsWith.get(one[0] ?? '') ?? [])]
      .map((instrument) => entriesNear(instrument, one).filter(({ place: own }) => saysEnough(own)))
      .map((near) => provisionsOf(near, one))
      .filter((meant) => meant.length > 0);
    return having.length === 1 ? (having[0] ?? []) : [];
  });
}

function saysEnough(place: PlaceInLaw): boolean {
  return place.length > 1 || (place[0] ?? '').startsWith('art');
}

/** A place of a known sort; one whose sort is not said may be of several. */
function sorted(place: PlaceInLaw, sorts: readonly string[] = SORTS): PlaceInLaw[] {
  const [first = '', ...inner] = place;
  return first.startsWith('?') ? sorts.map((sort) => [`${sort}${first.slice(1)}`, ...inner]) : [place];
}

function begins(place: PlaceInLaw, beginning: PlaceInLaw): boolean {
  return beginning.length <= place.length && beginning.every((step, at) => step === place[at]);
}

/** The places that an entry of the list is about, without those of other law that it mentions. */
function placesOf({ section }: Provision): readonly PlaceInLaw[] {
  const own = wordsOfText(section.split(/ with | \((?=[A-Z])/)[0] ?? '');
  const places: PlaceInLaw[] = [];
  for (let at = 0; at < own.length;) {
    const read = placesAt(own, at);
    places.push(...(read?.places ?? []));
    at = read?.end ?? at + 1;
  }
  return places;
}
