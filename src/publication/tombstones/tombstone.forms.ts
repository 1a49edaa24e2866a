import { defineForm } from '../../web/form/form.js';
import { longText } from '../../web/form/kinds/text.js';
import { postText, reasonText } from '../../web/form/kinds/reason.js';

const grounds = {
  post: postText({
    label: 'Which post answers for this?',
    hint: 'A post, such as “Director of the review programme”, and not a person’s name.',
    called: 'The post',
    max: 200,
  }),
  reason: reasonText({ label: 'What is the reason?', called: 'The reason', max: 2000, rows: 5 }),
  legalBasis: longText({
    label: 'What is the legal basis?',
    hint: 'The law, and the place in it.',
    called: 'The legal basis',
    max: 1000,
    rows: 3,
  }),
};

/** Why a release is withdrawn, for everyone to read. */
export const WithdrawRelease = defineForm({ id: 'WithdrawRelease', fields: grounds });

/** Why the result of a review is not published, for everyone to read. */
export const RefuseToPublish = defineForm({ id: 'RefuseToPublish', fields: grounds });
