import type { Type } from '@nestjs/common';
import { apiOfEntries } from './showing/api-of-entries.js';
import type { EntryKind } from './entry-kind.js';
import { readingPagesOf } from './showing/reading-pages.js';
import { tellingPagesOf } from './telling/telling-pages.js';

/** The pages and the API of these kinds of entry, for the module of their room. Each is named after its kind, as if written by hand. */
export function controllersOfEntries(...kinds: readonly EntryKind[]): Type[] {
  return kinds.flatMap((kind) => [
    named(`${kind.recorded.name}Pages`, readingPagesOf(kind)),
    named(`${kind.recorded.name}TellingPages`, tellingPagesOf(kind)),
    named(`${kind.recorded.name}Api`, apiOfEntries(kind)),
  ]);
}

function named(name: string, controller: Type): Type {
  return Object.defineProperty(controller, 'name', { value: name });
}
