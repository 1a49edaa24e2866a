import { isOutOfOrder } from '../../kernel/days/dates-fit.js';
import { defineForm } from '../../web/form/form.js';
import { choicesOf, dropDown, radios } from '../../web/form/kinds/choices.js';
import { number } from '../../web/form/kinds/number.js';
import { partialDate } from '../../web/form/kinds/partial-date.js';
import { longText, text } from '../../web/form/kinds/text.js';
import { POSTS, RECORD_ACCESSES, VETTINGS } from './team-post.entity.js';

/** A post in the team; never who holds it. */
export const TeamPostForm = defineForm({
  id: 'TeamPost',
  fields: {
    agency: text({
      label: 'Which agency is the post of?',
      called: 'The agency',
      hint: 'For example, the trust or the police force.',
    }),
    post: dropDown({ label: 'Which post is it?', called: 'The post', choices: choicesOf(POSTS) }),
    wholeTimeEquivalent: number({
      label: 'How much of a full working week is it?',
      called: 'The whole-time equivalent',
      hint: 'As whole-time equivalent: 1 is one person full time, 0.5 is half the week.',
      min: 0.01,
      max: 100,
      decimals: 2,
    }),
    people: number({
      label: 'How many people hold it now?',
      called: 'How many people hold it',
      hint: 'Enter 0 while it is vacant. Never enter a name.',
      max: 1000,
      optional: true,
    }),
    employer: text({ label: 'Who employs whoever holds it?', called: 'The employer' }),
    vetting: dropDown({ label: 'How are they vetted?', called: 'The vetting', choices: choicesOf(VETTINGS) }),
    recordAccess: radios({
      label: 'What can they see of health records?',
      called: 'Access to records',
      missing: 'Select what they can see of health records',
      choices: choicesOf(RECORD_ACCESSES),
    }),
    training: longText({
      label: 'Which training do they have for it?',
      called: 'The training',
      max: 1000,
      optional: true,
    }),
    supervision: longText({
      label: 'Who supervises them, and how often?',
      called: 'The supervision',
      hint: 'Posts, not names.',
      max: 1000,
      optional: true,
    }),
    began: partialDate({ label: 'Since when is the post there?', called: 'The beginning', optional: true }),
    ended: partialDate({ label: 'If it ended, when?', called: 'The end', notSure: false, optional: true }),
  },
  rules: ({ began, ended }) =>
    isOutOfOrder(began === 'not-sure' ? null : began, ended)
      ? [{ field: 'ended', text: 'The end must be the same as or after the beginning.' }]
      : [],
});
