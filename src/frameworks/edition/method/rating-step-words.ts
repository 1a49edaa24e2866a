import { failsAtOf } from './first-method.js';
import type { Method } from './method-schema.js';

/** Every step of a method's rating in a sentence, in the order in which they are asked. */
export function ratingStepsInWords(method: Method): readonly string[] {
  const { redLine, knockOut, duty, anyCriterion } = failsAtOf(method);
  const words: Readonly<Record<Method['rating']['steps'][number], string>> = {
    RED_LINE_FAILED: `A red line at ${scoresUpTo(redLine)}: cease.`,
    KNOCK_OUT_FAILED: `Another requirement that stops a scheme by itself at ${scoresUpTo(knockOut)}: serious concern.`,
    DUTY_NOT_MET: `A duty in law at ${scoresUpTo(duty)}: serious concern.`,
    RED_LINE_OPEN: 'A requirement that stops a scheme by itself not answered or not verified: unverified.',
    NOT_AGREED_NOT_APPLICABLE:
      'A requirement that stops a scheme by itself called not applicable without a meeting: unverified.',
    TOO_MUCH_OPEN: `More than ${String(method.rating.mostOpenInHundred)} in 100 of the criteria that apply not answered or not verified: unverified.`,
    SOMETHING_FAILED: `Any criterion at ${scoresUpTo(anyCriterion)}: improvement required.`,
    SOMETHING_OPEN: 'Any criterion not answered or not verified: improvement required.',
  };
  return method.rating.steps.map((step) => words[step]);
}

/** The scores that count as failed where this is the highest of them: "0", "0 or 1", "0, 1 or 2". */
export function scoresUpTo(highest: number): string {
  return ['0', '0 or 1', '0, 1 or 2'][highest] ?? '0';
}
