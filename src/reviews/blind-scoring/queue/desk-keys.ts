import type { Edition } from '../../../frameworks/edition/edition-schema.js';
import type { Choice } from '../../../web/form/field.js';
import { wordedBy } from '../../criteria/score-fields.js';
import { CONFIDENCE_CHOICES } from '../score.forms.js';

/**
 * The access keys of the desk: a choice has the first letter of what it stands for (3, U, b, h for high), so that no two of
 * scores, grades and confidences share one. A reviewer holds the key of their browser, presses three, and is at the reason.
 */
export const DESK_KEYS = { rationale: 'w', save: 's' } as const;

/** The scores, grades and confidences in the words of an edition, each with its access key. */
export function deskChoices(
  edition: Pick<Edition, 'method'>,
): Record<'score' | 'grade' | 'confidence', Choice[]> {
  const { score, grade } = wordedBy(edition);
  return { score: keyed(score), grade: keyed(grade), confidence: keyed(CONFIDENCE_CHOICES) };
}

function keyed(choices: readonly Choice[]): Choice[] {
  return choices.map((choice) => ({ ...choice, key: choice.value.charAt(0).toLowerCase() }));
}
