import { isNoAnswer } from './no-answer.js';

/** Why a typed text cannot be taken: words that look like an answer and are none; undefined where it can. */
export function mustSaySomething(typed: string): string | undefined {
  return isNoAnswer(typed) ? 'This says nothing. Write it in a sentence' : undefined;
}
