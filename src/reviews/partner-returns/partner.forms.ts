import { ROUNDED_HINT } from '../../deployments/entries/rounded-count.js';
import { isOutOfOrder } from '../../kernel/days/dates-fit.js';
import { mustSaySomething } from '../../web/form/must-say-something.js';
import { defineForm } from '../../web/form/form.js';
import { choicesOf, radios } from '../../web/form/kinds/choices.js';
import { date } from '../../web/form/kinds/date.js';
import { number } from '../../web/form/kinds/number.js';
import { partialDate } from '../../web/form/kinds/partial-date.js';
import { longText, text } from '../../web/form/kinds/text.js';
import { answeringPost } from '../scoping/scope.forms.js';
import { TOOK_PART } from './partner-return.entity.js';

/** An agency that is asked about a scheme. */
export const AskPartner = defineForm({
  id: 'AskPartner',
  fields: {
    scheme: text({
      label: 'About which scheme?',
      called: 'The scheme',
      hint: 'The last part of its address in the register.',
      max: 120,
    }),
    partner: text({
      label: 'Which agency is asked?',
      called: 'The agency',
      hint: 'Its ODS code, or the last part of its address in the register of organisations.',
      max: 100,
    }),
    reason: longText({
      label: 'Why is it asked?',
      called: 'The reason',
      max: 4000,
      rows: 4,
      check: mustSaySomething,
    }),
    dueOn: date({ label: 'By when?', called: 'The day' }),
    post: answeringPost(),
  },
});

const told = (label: string, hint: string) =>
  longText({ label, hint, max: 4000, rows: 4, optional: true, check: mustSaySomething });

/** What the agency says. */
export const SignPartnerReturn = defineForm({
  id: 'SignPartnerReturn',
  fields: {
    tookPart: radios({
      label: 'Did you take part in this scheme, under whatever name?',
      called: 'Whether you took part',
      choices: choicesOf({ ...TOOK_PART, NOT_KNOWN: 'We do not know' }),
    }),
    since: partialDate({ label: 'Since when?', called: 'The beginning', optional: true, notSure: false }),
    until: partialDate({
      label: 'Until when?',
      called: 'The end',
      hint: 'Leave this empty where you still take part. A year is enough.',
      optional: true,
      notSure: false,
    }),
    staff: told('Which of your staff took part, and in what?', 'Posts and how many, and never a name.'),
    records: told('Which records of people were shared with you?', 'What they held, from whom, and how.'),
    basis: told('On what basis were they shared?', 'Agreement, law or consent, and who decided.'),
    people: number({
      label: 'About how many people was it?',
      called: 'The number of people',
      hint: ROUNDED_HINT,
      max: 100_000,
      optional: true,
    }),
    complaints: number({
      label: 'How many complaints did you receive about it?',
      called: 'The number of complaints',
      hint: ROUNDED_HINT,
      max: 100_000,
      optional: true,
    }),
    stopped: told('What has stopped, and what goes on?', 'Flags, plans and alerts in your systems too.'),
    searched: longText({
      label: 'What did you look at to say so?',
      called: 'What you looked at',
      hint: 'Teams, systems and papers. Everyone can read this.',
      max: 4000,
      rows: 4,
      check: mustSaySomething,
    }),
    post: answeringPost(),
  },
  rules: ({ tookPart, since, until, ...said }) => [
    ...(isOutOfOrder(since ?? null, until ?? null)
      ? [{ field: 'until', text: 'The end must be the same as or after the beginning' }]
      : []),
    ...(tookPart === 'YES'
      ? HOW.filter(([field]) => said[field] === undefined).map(([field, sentence]) => ({
          field,
          text: sentence,
        }))
      : []),
  ],
});

const HOW = [
  ['staff', 'Enter which of your staff took part, and in what'],
  ['records', 'Enter which records were shared with you, or that none were'],
  ['basis', 'Enter on what basis they were shared'],
  ['stopped', 'Enter what has stopped, and what goes on'],
] as const;
