import { defineForm } from '../../web/form/form.js';
import { checkboxes } from '../../web/form/kinds/choices.js';
import { number } from '../../web/form/kinds/number.js';
import { reasonText } from '../../web/form/kinds/reason.js';
import { longText } from '../../web/form/kinds/text.js';
import { yesNo } from '../../web/form/kinds/yes-no.js';

const LARGEST_PANEL = 9;
const HIGHEST_LOAD = 600;
const HIGHEST_SEED = 2 ** 31 - 1;

const terms = {
  people: checkboxes({
    label: 'Who may be proposed?',
    called: 'Who may be proposed',
    missing: 'Tick who may be proposed',
    choices: 'offered',
  }),
  outside: checkboxes({
    label: 'Who of them is from outside NHS England?',
    called: 'Who is from outside NHS England',
    hint: 'Neither NHS England nor a body that took over its functions employs them.',
    choices: 'offered',
    optional: true,
  }),
  size: number({
    label: 'How many people score each review?',
    called: 'The number of people',
    min: 2,
    max: LARGEST_PANEL,
    width: 2,
  }),
  load: number({
    label: 'On how many panels of this round may one person sit?',
    called: 'The number of panels',
    min: 1,
    max: HIGHEST_LOAD,
    width: 3,
  }),
  avoidOwnRegion: yesNo({
    label: 'Must nobody review a trust of their own region?',
    missing: 'Select whether nobody may review a trust of their own region',
    hint: 'A region in which the records know a role of theirs, now or in the past.',
  }),
};

/** What panels are to be proposed from. */
export const ProposePanels = defineForm({
  id: 'ProposePanels',
  fields: {
    ...terms,
    seed: number({
      label: 'Seed',
      hint: 'Leave it empty for a drawn one. The same seed and the same inputs lead to the same panels.',
      max: HIGHEST_SEED,
      width: 10,
      optional: true,
    }),
  },
});

/** Panels that come from a table, under the same terms. */
export const PanelsFromTable = defineForm({
  id: 'PanelsFromTable',
  fields: {
    ...terms,
    table: longText({
      label: 'Who sits on which panel?',
      called: 'The table',
      hint: 'One person on each line: the ODS code or the name of the trust, or the address of the review, a comma, and the name or email of the reviewer.',
      max: 200_000,
      rows: 10,
    }),
  },
});

/** One panel of a proposal, changed by hand. */
export const ChangePanel = defineForm({
  id: 'ChangePanel',
  fields: {
    people: checkboxes({
      label: 'Who sits on this panel?',
      missing: 'Tick who sits on this panel',
      choices: 'offered',
    }),
    reason: reasonText({
      label: 'Why is it changed?',
      called: 'The reason',
      hint: 'It is kept with the proposal. Say nothing about anybody’s health.',
      max: 2000,
      rows: 3,
    }),
  },
});

/** Which reviews of a round somebody is to lead. */
export const LeadReviews = defineForm({
  id: 'LeadReviews',
  fields: {
    reviews: checkboxes({
      label: 'Which reviews do you lead?',
      missing: 'Tick the reviews that you lead',
      choices: 'offered',
    }),
  },
});
