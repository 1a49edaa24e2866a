import type { Detector } from './disclosure-finding.js';

const SHORTEST_SURNAME = 3;
const WORDS = /[\p{L}\p{N}]+/gu;

/**
 * Of all names those that may stand in one of the texts, because their last word does, in whatever letters: looking for
 * many thousand names then costs as much as looking for a few.
 */
export function namesToLookFor(names: readonly string[], texts: Iterable<string>): string[] {
  const written = new Set<string>();
  for (const text of texts) for (const word of wordsOf(text)) written.add(word);
  return names.filter((name) => {
    const last = wordsOf(name).at(-1);
    return last === undefined || written.has(last);
  });
}

/** Whole names of people in this service, as they are written. */
export function wholeNames(names: readonly string[]): Detector {
  return matching(whole(names), 'gu');
}

/**
 * What may be a name of somebody in this service: a last name with its capital, or a whole name in other letters. It is
 * looked at and does not stop a release, because a word can be a surname and mean something else.
 */
export function possibleNames(names: readonly string[]): Detector {
  const last = names.map((name) => name.trim().split(/\s+/u).at(-1) ?? '');
  const inLast = matching(
    last.filter((name) => name.length >= SHORTEST_SURNAME && /^\p{Lu}/u.test(name)),
    'gu',
  );
  const inWhole = matching(whole(names), 'giu');
  const exactly = new Set(whole(names));
  return (text) => [...inLast(text), ...inWhole(text).filter((words) => !exactly.has(words))];
}

function wordsOf(text: string): string[] {
  return (text.match(WORDS) ?? []).map((word) => word.toLowerCase().toUpperCase());
}

function whole(names: readonly string[]): string[] {
  return names.map((name) => name.trim()).filter((name) => name.includes(' '));
}

function matching(names: readonly string[], flags: string): Detector {
  if (names.length === 0) return () => [];
  const escaped = [...new Set(names)].map((name) =>
    name.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&').replace(/\s+/gu, '\\s+'),
  );
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, flags);
  return (text) => text.match(pattern) ?? [];
}
