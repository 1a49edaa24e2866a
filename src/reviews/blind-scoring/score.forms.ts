import { defineForm } from '../../web/form/form.js';
import { radios } from '../../web/form/kinds/choices.js';
import { version } from '../../web/form/kinds/hidden.js';
import { number } from '../../web/form/kinds/number.js';
import { text } from '../../web/form/kinds/text.js';
import { CONFIDENCES, type Confidence } from '../../review-method/scoring/locked-content.js';
import { evidenceField, gradeField, SCORE_CHOICES } from '../criteria/score-fields.js';
import { reasonText } from '../../web/form/kinds/reason.js';

const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = {
  high: 'Sure',
  medium: 'Fairly sure',
  low: 'Not sure',
};

/** How sure a reviewer can say they are, surest first. */
export const CONFIDENCE_CHOICES = CONFIDENCES.toReversed().map((value) => ({
  value,
  label: CONFIDENCE_WORDS[value],
}));

const score = {
  score: radios({ label: 'Your score', missing: 'Choose a score', choices: SCORE_CHOICES }),
  grade: gradeField,
  confidence: radios({
    label: 'How sure are you?',
    missing: 'Say how sure you are',
    choices: CONFIDENCE_CHOICES,
  }),
  rationale: reasonText({
    label: 'Why?',
    called: 'The reason',
    missing: 'Say in at least one sentence why you chose this score',
    hint: 'What you read and what it shows. Do not name patients or members of staff.',
    max: 8000,
  }),
  evidenceIds: evidenceField,
  changedBecause: reasonText({
    label: 'Why do you change your score?',
    called: 'The reason for the change',
    hint: 'What you read or thought of since. You need not answer where you only reword the reason or name other evidence.',
    max: 2000,
    rows: 3,
    optional: true,
  }),
} as const;

/** A reviewer's score of one criterion, as the page asks it. */
export const ScoreCriterion = defineForm({ id: 'ScoreCriterion', fields: { ...score, version: version() } });

/** A reviewer's score of one criterion, as one of many in the API. */
export const ScoreItem = defineForm({
  id: 'ScoreItem',
  fields: {
    criterion: text({ label: 'Code of the criterion, such as SIM-POL-01', max: 20 }),
    ...score,
    version: number({ label: 'The seq of the score it follows, 0 for none', optional: true }),
  },
});
