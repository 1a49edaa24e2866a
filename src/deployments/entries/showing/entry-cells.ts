import type { SchemeEntry } from '../scheme-entry.entity.js';

/** What an entry says under these names, and nothing else that it carries. */
export function saidUnder(entry: SchemeEntry, names: readonly string[]): Readonly<Record<string, unknown>> {
  const known = new Map<string, unknown>(Object.entries(entry));
  return Object.fromEntries(names.map((name) => [name, known.get(name) ?? null]));
}
