import type { Word } from './words.js';

/**
 * A place in an instrument as steps from the whole to the part: section 115(1) is `s115`, `1`; paragraph 18 of Schedule 1
 * is `sch1`, `para18`. A place whose sort is not said, as in "6(1)(e)", begins with `?`.
 */
export type PlaceInLaw = readonly string[];

/** Places that were read, and the word after the last of them. */
export interface ReadPlaces {
  readonly places: readonly PlaceInLaw[];
  readonly end: number;
}

const MARKERS = new Map(
  Object.entries({
    s: ['s', 'ss', 'sec', 'secs', 'section', 'sections'],
    sch: ['sch', 'schedule', 'schedules'],
    art: ['art', 'arts', 'article', 'articles'],
    reg: ['reg', 'regs', 'regulation', 'regulations'],
    para: ['para', 'paras', 'paragraph', 'paragraphs'],
    annex: ['annex'],
    part: ['part', 'parts', 'pt'],
    principle: ['principle', 'principles'],
  }).flatMap(([sort, words]) => words.map((word): [string, string] => [word, sort])),
);
const PLURAL = /.s$/;
const NUMBER = /^\d{1,3}(?:[a-z]{1,2}\d{0,2})?$/;
const INNER = /^(?:\d{1,3}[a-z]{0,2}|[a-z]{1,3})$/;
const WITHIN = new Set(['sch', 'annex']);
const MOST_IN_RANGE = 60;
const MOST_PLACES = 200;
const MOST_JOINING = 2;

/** Reads the places that begin at a word; null where none does. */
export function placesAt(words: readonly Word[], start: number): ReadPlaces | null {
  const first = markedAt(words, start) ?? bareAt(words, start);
  if (!first) return null;
  const found = [...first.places];
  let { end } = first;
  while (found.length < MOST_PLACES) {
    let at = end;
    while (at < end + MOST_JOINING && isJoining(words[at])) at += 1;
    const more = markedAt(words, at);
    if (!more || !belongTogether(found.at(-1), more.places[0])) break;
    found.push(...more.places);
    end = more.end;
  }
  return { places: joined(found), end };
}

/** "sections 17 and 115(1)", and whatever else one marker governs. */
function markedAt(words: readonly Word[], at: number): ReadPlaces | null {
  const marker = words[at];
  const sort = marker && MARKERS.get(marker.text);
  if (!marker || sort === undefined) return null;
  const first = words[at + 1];
  if (!first || !NUMBER.test(first.text) || !/^[\s.:]*$/.test(first.before))
    return sort === 'sch' && marker.text === 'sch' && MARKERS.get(first?.text ?? '') === 'para'
      ? { places: [['sch']], end: at + 1 }
      : null;
  const places: PlaceInLaw[] = [];
  let next = at + 1;
  let isRange = false;
  for (;;) {
    const one = numberedAt(words, next, sort);
    places.push(...(isRange ? between(places.at(-1), one.places) : one.places));
    const going = continued(words, one.end);
    if (!going || !(PLURAL.test(marker.text) || going.isRange || endsAfter(words, going.at)))
      return { places, end: one.end };
    next = going.at;
    isRange = going.isRange;
  }
}

/** "6(1)(e)" without a word before it that says what it is. */
function bareAt(words: readonly Word[], at: number): ReadPlaces | null {
  const word = words[at];
  if (!word || !/^\d{1,2}$/.test(word.text) || !opens(words, at + 1)) return null;
  const read = numberedAt(words, at, '?');
  return read.end === at + 1 ? null : read;
}

/** One number with what stands in brackets after it: `29(1), (3)` are two places. */
function numberedAt(words: readonly Word[], at: number, sort: string): ReadPlaces {
  let place: PlaceInLaw = [`${sort}${words[at]?.text ?? ''}`];
  const places: PlaceInLaw[] = [];
  let next = at + 1;
  for (;;) {
    const to = words[next]?.text === 'to' && place.length > 1 && opens(words, next + 1);
    if (to) {
      const last = words[next + 1]?.text ?? '';
      places.push(place, ...between(place, [[...place.slice(0, -1), last]]).slice(0, -1));
      place = [...place.slice(0, -1), last];
      next += 2;
      continue;
    }
    if (!opens(words, next)) break;
    const inner = words[next];
    const before = inner?.before ?? '';
    const beside = /^\)\s*(?:,|-|–|to|and)\s*\($/.exec(before);
    if (beside && place.length > 1) {
      places.push(place);
      place = [...place.slice(0, -1), inner?.text ?? ''];
      if (/[-–]/.test(before)) places.push(...between(places.at(-1), [place]).slice(0, -1));
    } else if (/^\)?\s*\($/.test(before)) place = [...place, inner?.text ?? ''];
    else break;
    next += 1;
  }
  return { places: [...places, place], end: next };
}

function opens(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const closing = words[at + 1];
  if (!word || !word.before.trimEnd().endsWith('(') || !INNER.test(word.text)) return false;
  return closing === undefined || closing.before.trimStart().startsWith(')');
}

/** Where a list of numbers goes on after a comma, "and", "to" or a dash. */
function continued(words: readonly Word[], at: number): { at: number; isRange: boolean } | null {
  const word = words[at];
  if (!word) return null;
  const beside = /^\)?\s*([-–,;/]?)\s*$/.exec(word.before)?.[1];
  if (beside === undefined) return null;
  if (NUMBER.test(word.text) && beside !== '') return { at, isRange: /[-–]/.test(beside) };
  const next = words[at + 1];
  const joins = word.text === 'and' || word.text === 'or' || word.text === 'to';
  return joins && next && NUMBER.test(next.text) && next.before.trim() === ''
    ? { at: at + 1, isRange: word.text === 'to' }
    : null;
}

/** Whether nothing is counted: "section 17 or 115 of the Act", and not "section 17 and 5 officers". */
function endsAfter(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  return next === undefined || /[.,;)]/.test(next.before) || /^(?:of|under|in|and|or)$/.test(next.text);
}

function isJoining(word: Word | undefined): boolean {
  return word !== undefined && /^(?:and|of|the|or)$/.test(word.text);
}

/** A paragraph stands in a schedule or an annex, and a part of one with them. */
function belongTogether(one: PlaceInLaw | undefined, other: PlaceInLaw | undefined): boolean {
  const sorts = [sortOf(one ?? []), sortOf(other ?? [])];
  const isInner = sorts.some((sort) => sort === 'para' || sort === 'part');
  return isInner && sorts.some((sort) => WITHIN.has(sort) || sort === 'part' || sort === 'para');
}

/** What lies between two places that differ in their last number or letter, the second included. */
function between(from: PlaceInLaw | undefined, [to]: readonly PlaceInLaw[]): PlaceInLaw[] {
  if (!to) return [];
  const [first, last] = [from?.at(-1) ?? '', to.at(-1) ?? ''];
  const [, stem = '', low = ''] = /^(.*?)(\d+|[a-z])$/.exec(first) ?? [];
  const [, stemOfLast = '', high = ''] = /^(.*?)(\d+|[a-z])$/.exec(last) ?? [];
  if (stem !== stemOfLast || /\d/.test(low) !== /\d/.test(high)) return [to];
  const steps = /\d/.test(low) ? Number(high) - Number(low) : high.charCodeAt(0) - low.charCodeAt(0);
  if (!(steps > 0 && steps <= MOST_IN_RANGE)) return [to];
  return Array.from({ length: steps }, (_, step) => [...to.slice(0, -1), `${stem}${after(low, step + 1)}`]);
}

function after(low: string, steps: number): string {
  return /\d/.test(low) ? String(Number(low) + steps) : String.fromCharCode(low.charCodeAt(0) + steps);
}

/** Paragraphs go into the schedule or annex beside them, before or after; a part of a schedule says nothing more. */
function joined(found: readonly PlaceInLaw[]): PlaceInLaw[] {
  const places: PlaceInLaw[] = [];
  let within: string | null = null;
  let waiting: PlaceInLaw[] = [];
  let used = true;
  for (const place of found) {
    const sort = sortOf(place);
    if (WITHIN.has(sort)) {
      if (within !== null && !used) places.push([within]);
      within = place[0] ?? null;
      used = waiting.length > 0;
      places.push(...waiting.map((one) => [within ?? '', ...one]));
      waiting = [];
    } else if (sort === 'para' && within !== null) {
      places.push([within, ...place]);
      used = true;
    } else if (sort === 'para') waiting.push(place);
    else if (sort !== 'part' || within === null) places.push(place);
  }
  if (within !== null && !used) places.push([within]);
  return [...places, ...waiting];
}

function sortOf([first = '']: PlaceInLaw): string {
  return first.replace(/\d.*$/, '');
}
