import { saysNothing } from '../../kernel/words/says-nothing.js';
import type { Wording } from './field.js';

/**
 * Why a typed text cannot be taken: words that look like an answer and are none, or the words of the question; undefined
 * where it can.
 */
export function mustSaySomething(
  typed: string,
  { label, called = label }: Pick<Wording, 'label' | 'called'>,
): string | undefined {
  return saysNothing(typed, [label, called]) ? SAYS_NOTHING : undefined;
}

/** What whoever typed it is told. */
const SAYS_NOTHING = 'This says nothing. Write it in a sentence';
