import { defineForm } from '../../web/form/form.js';
import { longText } from '../../web/form/kinds/text.js';
import { yesNo } from '../../web/form/kinds/yes-no.js';
import { postText, reasonText } from '../../web/form/kinds/reason.js';

const post = postText({
  label: 'Which post do you hold?',
  called: 'Your post',
  hint: 'The post and not a name. Everyone reads it beside what was decided.',
  max: 200,
});

/** A conflict of interest that was found after somebody declared, on which they are to be excluded. */
export const ExcludeReviewer = defineForm({
  id: 'ExcludeReviewer',
  fields: {
    conflict: longText({
      label: 'What is the conflict of interest?',
      called: 'The conflict',
      hint: 'What it is and when it was, without a name and without anything about health. Everyone reads it.',
      max: 2000,
    }),
    reason: reasonText({
      label: 'Why can they not take part because of it?',
      called: 'The reason',
      hint: 'Everyone reads it. What somebody scored is no reason.',
      max: 2000,
    }),
    post,
  },
});

/** What the second person decides about an exclusion. */
export const ConfirmExclusion = defineForm({
  id: 'ConfirmExclusion',
  fields: {
    agrees: yesNo({ label: 'Do you agree that they are excluded?' }),
    reason: reasonText({ label: 'Why?', called: 'The reason', hint: 'Everyone reads it.', max: 2000 }),
    post,
  },
});

/** Why somebody whose part ended takes part again. */
export const ReturnToReview = defineForm({
  id: 'ReturnToReview',
  fields: {
    reason: reasonText({ label: 'Why do they take part again?', called: 'The reason', max: 2000 }),
  },
});
