import { isOutOfOrder } from '../../kernel/days/dates-fit.js';
import { defineForm } from '../../web/form/form.js';
import { choicesOf, radios } from '../../web/form/kinds/choices.js';
import { partialDate } from '../../web/form/kinds/partial-date.js';
import { longText, text } from '../../web/form/kinds/text.js';
import { ENDORSEMENT_SORTS } from './endorsement.entity.js';

/** An endorsement: by whom, of what, on which evidence. */
export const EndorsementForm = defineForm({
  id: 'Endorsement',
  fields: {
    endorser: text({ label: 'Which body endorsed it?', called: 'The body' }),
    sort: radios({
      label: 'How?',
      called: 'How it was endorsed',
      missing: 'Select how it was endorsed',
      choices: choicesOf(ENDORSEMENT_SORTS),
    }),
    claimed: longText({ label: 'What did it claim of the scheme?', called: 'What it claimed', max: 2000 }),
    evidence: longText({
      label: 'Which evidence did it cite?',
      called: 'The evidence',
      max: 2000,
      optional: true,
    }),
    endorsed: partialDate({ label: 'When?', called: 'The date of the endorsement', notSure: false }),
    takenBack: partialDate({
      label: 'If it was taken back, when?',
      called: 'The date on which it was taken back',
      notSure: false,
      optional: true,
    }),
  },
  rules: ({ endorsed, takenBack }) =>
    isOutOfOrder(endorsed, takenBack)
      ? [
          {
            field: 'takenBack',
            text: 'It must have been taken back on the same day as or after the endorsement.',
          },
        ]
      : [],
});
