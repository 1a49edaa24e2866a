import type { Edition } from '../../frameworks/edition/edition-schema.js';
import { methodOf } from '../../frameworks/edition/method/first-method.js';
import type { Choice } from '../../web/form/field.js';
import { checkboxes, radios } from '../../web/form/kinds/choices.js';
import { EVIDENCE_GRADE_MEANINGS, EVIDENCE_GRADES } from '../../review-method/scoring/evidence-grade.js';
import { SCORE_SCALE } from '../../review-method/scoring/score-scale.js';

/** The seven scores of the scale with what each means, best first. */
export const SCORE_CHOICES = SCORE_SCALE.map(({ score, label, meaning }) => ({
  value: score,
  label: `${score} – ${label}`,
  hint: meaning,
}));

/** The five grades of evidence with what each means, strongest first. */
export const GRADE_CHOICES = EVIDENCE_GRADES.map((grade) => ({
  value: grade,
  label: `${grade} – ${EVIDENCE_GRADE_MEANINGS.get(grade) ?? ''}`,
}));

/** The same choices in the words of an edition, which says what each grade carries where it writes out a method. */
export function wordedBy(edition: Pick<Edition, 'method'>): Record<'score' | 'grade', Choice[]> {
  const { scale, evidenceGrades } = methodOf(edition);
  return {
    score: scale.map(({ score, label, meaning }) => ({
      ...{ value: score, label: `${score} – ${label}`, hint: meaning },
    })),
    grade: evidenceGrades.map(({ grade, meaning, carries }) => ({
      ...{ value: grade, label: `${grade} – ${meaning}` },
      ...(edition.method && {
        hint: carries === null ? 'It verifies no score.' : `It carries up to ${carries}.`,
      }),
    })),
  };
}

/** How strong the evidence is; only a score with a number needs it. */
export const gradeField = radios({
  label: 'How strong is the evidence?',
  called: 'How strong the evidence is',
  hint: 'Unless the edition says otherwise, a score of 3 needs A or B, and 2 needs A to C; with D or E a number counts as “cannot be verified”. U, X and N need no grade.',
  choices: GRADE_CHOICES,
  optional: true,
});

/** Which items of evidence the answer or the score rests on. */
export const evidenceField = checkboxes({
  label: 'Evidence',
  hint: 'Choose every item that this rests on.',
  choices: 'offered',
  optional: true,
});
