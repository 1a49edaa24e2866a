import { REGIONS } from '../../organisations/regions.js';
import { defineForm } from '../../web/form/form.js';
import { choicesOf, dropDown, radios } from '../../web/form/kinds/choices.js';
import { files } from '../../web/form/kinds/files.js';
import { longText } from '../../web/form/kinds/text.js';
import { postText, reasonText } from '../../web/form/kinds/reason.js';

/** The ways in which a scope is picked in one act. */
const SCOPE_PICKS = ['mental-health-trusts', 'region', 'codes'] as const;

/** Asks which post answers for what is decided or said in public. */
export const answeringPost = () =>
  postText({
    label: 'Which post answers for this?',
    hint: 'A post, such as “Director of the review programme”, and not a person’s name.',
    called: 'The post',
    max: 200,
  });

/** Everybody who is to owe an answer in a round, picked in one act. */
export const PickScope = defineForm({
  id: 'PickScope',
  fields: {
    pick: radios({
      label: 'Who owes an answer?',
      called: 'Who owes an answer',
      choices: [
        { value: SCOPE_PICKS[0], label: 'Every mental health trust in the register' },
        { value: SCOPE_PICKS[1], label: 'The mental health trusts of one region' },
        { value: SCOPE_PICKS[2], label: 'The organisations with the codes below' },
      ],
    }),
    region: dropDown({ label: 'Region', choices: choicesOf(REGIONS), optional: true }),
    codes: longText({
      label: 'ODS codes',
      hint: 'One on each line, or a table in CSV with the codes in its first column. A reason in the second column leaves that organisation out.',
      max: 40_000,
      optional: true,
    }),
    leaveOut: reasonText({
      label: 'Who of them is left out, and why?',
      called: 'Who is left out',
      hint: 'The ODS code, a comma, and the reason, one organisation on each line. For example, RXT, It was asked in another round.',
      max: 20_000,
      optional: true,
    }),
    reason: reasonText({ label: 'Why are these asked?', called: 'The reason', max: 2000, rows: 3 }),
    post: answeringPost(),
  },
});

/** A file with the codes of those who are to owe an answer. */
export const HandOverCodes = defineForm({
  id: 'HandOverCodes',
  fields: {
    file: files({
      label: 'A CSV file of ODS codes',
      hint: 'The codes in its first column. A reason in the second column leaves that organisation out.',
      max: 1,
      maxBytes: 100_000,
    }),
  },
});

/** Why an organisation that was asked is asked no more. */
export const RemoveFromScope = defineForm({
  id: 'RemoveFromScope',
  fields: {
    reason: reasonText({ label: 'Why is it removed?', called: 'The reason', max: 2000, rows: 4 }),
    post: answeringPost(),
  },
});
