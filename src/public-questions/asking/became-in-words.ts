import { day } from '../../web/words.js';
import { NOT_PUT_UP, type QuestionOutcome } from '../public-question.entity.js';

/** What became of a question, as its receipt tells it: a state, its tone, and a sentence. */
export interface BecameInWords {
  readonly state: string;
  readonly tone: string;
  readonly sentence: string;
}

/** Tells whoever asked what became of their question. */
export function becameInWords({
  outcome,
  readOn,
}: {
  readonly outcome: QuestionOutcome | null;
  readonly readOn: string | null;
}): BecameInWords {
  if (outcome === null)
    return {
      ...{ state: 'Waits to be read', tone: 'waiting' },
      sentence: 'Nobody has read it yet. Come back with the same reference and code.',
    };
  if (outcome === 'PUT_UP')
    return {
      ...{ state: 'Put up', tone: 'good' },
      sentence: `Everybody can read it since ${day(readOn)}, and whether it was answered.`,
    };
  return { state: 'Not put up', tone: 'stop', sentence: `${NOT_PUT_UP[outcome]}. Read on ${day(readOn)}.` };
}
