import { defineForm } from '../../web/form/form.js';
import { radios, dropDown } from '../../web/form/kinds/choices.js';
import { date } from '../../web/form/kinds/date.js';
import { version } from '../../web/form/kinds/hidden.js';
import { number } from '../../web/form/kinds/number.js';
import { text } from '../../web/form/kinds/text.js';
import { PROMISED_DATES, PROMISED_DATE_WORDS } from '../round.entity.js';
import { postText, reasonText } from '../../web/form/kinds/reason.js';

/** A new round and the dates it promises. */
export const OpenRound = defineForm({
  id: 'OpenRound',
  fields: {
    title: text({ label: 'Title of the round', max: 120 }),
    framework: dropDown({ label: 'Edition of the framework', choices: 'offered' }),
    asAt: date({
      label: 'Day under review',
      hint: 'Only criteria and sources in force on this day are used. For example, 12 5 2021',
    }),
    selfReviewDue: date({
      label: 'Self-reviews are due on',
      called: 'The day by which self-reviews are due',
    }),
    scoringDue: date({ label: 'Scores are due on', called: 'The day by which scores are due' }),
    replyWorkingDays: number({
      label: 'Working days for reply',
      hint: '10 unless you enter another number.',
      min: 5,
      max: 60,
      width: 2,
      optional: true,
    }),
    publicationDate: date({
      label: 'Publication date',
      hint: 'It is promised from the start, and what is late is counted from it, however often it moves. For example, 1 3 2027',
    }),
  },
});

/** A promised date that is to move, with its reason. */
export const MoveDate = defineForm({
  id: 'MoveDate',
  fields: {
    which: radios({
      label: 'Which date moves?',
      called: 'The date that moves',
      choices: PROMISED_DATES.map((value) => ({ value, label: PROMISED_DATE_WORDS[value] })),
    }),
    day: date({ label: 'New date' }),
    reason: reasonText({ label: 'Why does it move?', called: 'The reason', max: 2000 }),
    version: version(),
  },
});

/** Why a round that was opened wrongly is voided, for everyone to read. */
export const VoidRound = defineForm({
  id: 'VoidRound',
  fields: {
    post: postText({
      label: 'Which post answers for this?',
      hint: 'A post, such as “Director of the review programme”, and not a person’s name.',
      called: 'The post',
      max: 200,
    }),
    reason: reasonText({ label: 'What is wrong with the round?', called: 'The reason', max: 2000, rows: 5 }),
  },
});

/** Which deployment is reviewed in the round. */
export const StartReview = defineForm({
  id: 'StartReview',
  fields: { deploymentId: dropDown({ label: 'Deployment to review', choices: 'offered' }) },
});
