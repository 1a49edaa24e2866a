import type { Method } from './method-schema.js';

/** Each step of the rating in a sentence; `%` stands for the share that may stay open. */
export const RATING_STEP_WORDS: Readonly<Record<Method['rating']['steps'][number], string>> = {
  RED_LINE_FAILED: 'A red line at 0 or 1: cease.',
  KNOCK_OUT_FAILED: 'Another requirement that stops a scheme by itself at 0 or 1: serious concern.',
  DUTY_NOT_MET: 'A duty in law at 0: serious concern.',
  RED_LINE_OPEN: 'A requirement that stops a scheme by itself not answered or not verified: unverified.',
  NOT_AGREED_NOT_APPLICABLE:
    'A requirement that stops a scheme by itself called not applicable without a meeting: unverified.',
  TOO_MUCH_OPEN: 'More than % in 100 of the criteria that apply not answered or not verified: unverified.',
  SOMETHING_FAILED: 'Any criterion at 0 or 1: improvement required.',
  SOMETHING_OPEN: 'Any criterion not answered or not verified: improvement required.',
};
