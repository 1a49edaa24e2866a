import { defineForm } from '../../web/form/form.js';
import { radios } from '../../web/form/kinds/choices.js';
import { version } from '../../web/form/kinds/hidden.js';
import { number } from '../../web/form/kinds/number.js';
import { text } from '../../web/form/kinds/text.js';
import { evidenceField, gradeField, SCORE_CHOICES } from '../criteria/score-fields.js';
import { SIGNING_CAPACITIES, SIGNING_WORDS, STANCES, STANCE_WORDS } from './signing.js';
import { reasonText } from '../../web/form/kinds/reason.js';

const answer = {
  score: radios({ label: 'How do you score yourselves?', missing: 'Choose a score', choices: SCORE_CHOICES }),
  grade: gradeField,
  reason: reasonText({
    label: 'Why?',
    called: 'The reason',
    missing: 'Say in at least one sentence why you chose this score',
    hint: 'What is in place, since when, and how anybody could see it. Do not name patients or members of staff.',
    max: 8000,
  }),
  evidenceIds: evidenceField,
} as const;

/** A trust's answer to one criterion, as the page asks it. */
export const AnswerCriterion = defineForm({
  id: 'AnswerCriterion',
  fields: { ...answer, version: version() },
});

/** A trust's answer to one criterion, as one of many in the API. */
export const AnswerItem = defineForm({
  id: 'AnswerItem',
  fields: {
    criterion: text({ label: 'Code of the criterion, such as SIM-POL-01', max: 20 }),
    ...answer,
    version: number({ label: 'The seq of the answer it follows, 0 for none', optional: true }),
  },
});

/** A signature under a self-review. */
export const SignSelfReview = defineForm({
  id: 'SignSelfReview',
  fields: {
    capacity: radios({
      label: 'In which capacity do you sign?',
      choices: SIGNING_CAPACITIES.map((value) => ({ value, label: SIGNING_WORDS[value].post })),
    }),
    stance: radios({
      label: 'How do you sign?',
      choices: STANCES.map((value) => ({ value, label: STANCE_WORDS[value] })),
    }),
    dissent: reasonText({
      label: 'Your reservations, or why you refuse',
      hint: 'This is kept and published in your words.',
      max: 8000,
      optional: true,
    }),
    version: version(),
  },
});
