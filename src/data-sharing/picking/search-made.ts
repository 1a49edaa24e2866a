import { typedIn, type TypedQuery } from '../../web/list-request.js';
import type { SoughtLaw } from './offered-law.js';

/** How many provisions are shown at first, and how many more each time. */
export const SHOWN_AT_ONCE = 20;

/** What was looked for on a page on which law is picked, and what was pressed. */
export interface SearchMade extends SoughtLaw {
  /** The words for which something was found last. */
  readonly lookedFor: string;
  /** How many of those found are shown; 0 while nothing was looked for. */
  readonly shown: number;
  /** Whether provisions were ticked that did not stand among the picks before. */
  readonly ticked: boolean;
  /** False where a button was pressed that only shows the page again: search, add, remove. */
  readonly isSaving: boolean;
}

/** The page as it is first shown. */
export const NO_SEARCH: SearchMade = {
  words: '',
  widely: false,
  lookedFor: '',
  shown: 0,
  ticked: false,
  isSaving: false,
};

/** Reads what was looked for from what the page sent. */
export function searchIn(body: unknown): SearchMade {
  const sent: TypedQuery = typeof body === 'object' && body !== null ? { ...body } : {};
  const looked = numberIn(sent, 'look');
  return {
    words: typedIn(sent, 'words'),
    widely: sent['widely'] === 'yes',
    lookedFor: typedIn(sent, 'carriedSearch'),
    shown: looked > 0 ? looked : numberIn(sent, 'carriedShown'),
    ticked: sent['picks-choose'] !== undefined,
    isSaving: !['look', 'add', 'picks-remove'].some((button) => sent[button] !== undefined),
  };
}

function numberIn(sent: TypedQuery, name: string): number {
  const text = typedIn(sent, name);
  return /^\d{1,4}$/.test(text) ? Number(text) : 0;
}
