import { wordsOf } from '../../kernel/words/words-of.js';

/** What sort of request it was, with the words that a reader sees. */
export const REQUEST_KINDS = {
  REVIEW: 'Asked to review',
  INFORMATION: 'Request under information law',
  ASSURANCE: 'Asked for assurance',
} as const;

/** One sort of request. */
export type RequestKind = keyof typeof REQUEST_KINDS;

/** The codes of the sorts of request. */
export const REQUEST_KIND_CODES = wordsOf(REQUEST_KINDS);

/** Whether a source says that the request was made, or only that it was meant to be. */
export const REQUEST_STANDINGS = {
  MADE: 'A source says that it was made',
  DRAFT: 'Only a draft of it is known; whether it was ever made was not found',
} as const;

/** One standing of a request. */
export type RequestStanding = keyof typeof REQUEST_STANDINGS;

/** The codes of the standings of a request. */
export const REQUEST_STANDING_CODES = wordsOf(REQUEST_STANDINGS);

/** What a source says of an answer, with the words that a reader sees. */
export const ANSWER_KINDS = {
  ANSWERED: 'Answered',
  IN_PART: 'Answered in part',
  REFUSED: 'Refused',
  LATE: 'Not answered for some time',
  ELSEWHERE: 'Something was said elsewhere; it is not an answer to this request',
} as const;

/** One kind of answer. */
export type AnswerKind = keyof typeof ANSWER_KINDS;

/** The codes of the kinds of answer. */
export const ANSWER_KIND_CODES = wordsOf(ANSWER_KINDS);

/** What a trust of a list gave when the list is as of, with the words that a reader sees. */
export const SERVICES_GIVEN = {
  MENTAL_HEALTH: 'Mental health trust',
  AMONG_OTHERS: 'Gave mental health services among others; whether it was asked is not known',
} as const;

/** What one trust of a list gave. */
export type ServicesGiven = keyof typeof SERVICES_GIVEN;

/** The codes of what a trust of a list gave. */
export const SERVICES_GIVEN_CODES = wordsOf(SERVICES_GIVEN);

/** What is said of whoever was asked and of whom no source says that they answered: no more, and never that they failed. */
export const NO_ANSWER_KNOWN = 'Not known to have answered; no answer was found in the sources read';
