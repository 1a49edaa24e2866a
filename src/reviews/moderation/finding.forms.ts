import { defineForm } from '../../web/form/form.js';
import { radios } from '../../web/form/kinds/choices.js';
import { version } from '../../web/form/kinds/hidden.js';
import { number } from '../../web/form/kinds/number.js';
import { longText, text } from '../../web/form/kinds/text.js';
import { gradeField, SCORE_CHOICES } from '../criteria/score-fields.js';

const finding = {
  score: radios({ label: 'Moderated score', missing: 'Choose a score', choices: SCORE_CHOICES }),
  grade: gradeField,
  reason: longText({
    label: 'Why?',
    called: 'The reason',
    missing: 'Say in at least one sentence why this score counts',
    hint: 'The scores are not averaged: say what the meeting found.',
    max: 8000,
  }),
  minorityView: longText({
    label: 'What does a reviewer say who did not agree?',
    called: 'The minority view',
    hint: 'It is kept and published.',
    max: 8000,
    optional: true,
  }),
} as const;

/** What a meeting of the reviewers decided about one criterion, as the page asks it. */
export const SettleScore = defineForm({ id: 'SettleScore', fields: { ...finding, version: version() } });

/** What a meeting of the reviewers decided, as one of many in the API. */
export const FindingItem = defineForm({
  id: 'FindingItem',
  fields: {
    criterion: text({ label: 'Code of the criterion, such as SIM-POL-01', max: 20 }),
    ...finding,
    version: number({ label: 'The seq of the finding it follows, 0 for none', optional: true }),
  },
});
