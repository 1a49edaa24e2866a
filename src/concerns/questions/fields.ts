import { checkboxes, radios, dropDown } from '../../web/form/kinds/choices.js';
import { partialDate } from '../../web/form/kinds/partial-date.js';
import { longText, text } from '../../web/form/kinds/text.js';
import { THEME_CODES, THEMES } from '../theme.js';

const WORDS_MAX = 50_000;
const NOT_SAID = { value: 'not-said', label: 'I would rather not say' } as const;

/** Who is filing, how private it is, and whether somebody is in danger. */
export const personFields = {
  filedFor: radios({
    label: 'Who are you doing this for?',
    missing: 'Select who you are doing this for, or that you would rather not say',
    choices: [
      { value: 'myself', label: 'Myself' },
      {
        value: 'someone-else',
        label: 'Somebody else',
        hint: 'If they do not know, leave out anything that could point to them.',
      },
      { value: 'group', label: 'A group led by patients', hint: 'Leave out names and single cases.' },
      {
        value: 'staff',
        label: 'I work, or worked, in a service or force',
        hint: 'Your job title together with a date may point to you.',
      },
      NOT_SAID,
    ],
  }),
  privacy: radios({
    label: 'How private do you want to be?',
    missing: 'Select how private you want to be',
    hint: 'You can tell us more later. We never tell more than you chose.',
    choices: [
      { value: 'anonymous', label: 'Anonymous', hint: 'We hold no name and no contact details.' },
      {
        value: 'confidential',
        label: 'Confidential',
        hint: 'Our concern handlers can know who you are. The trust and the police cannot.',
      },
      {
        value: 'named',
        label: 'Named',
        hint: 'You may allow us to tell others who you are. We ask you about each of them.',
      },
    ],
  }),
  danger: radios({
    label: 'Is anyone in danger now?',
    missing: 'Select whether anyone is in danger now, or that you would rather not say',
    hint: 'Nobody reads this at once. If you say yes, we show where to get help, and you can go on.',
    choices: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
      { value: 'not-sure', label: 'I am not sure' },
      NOT_SAID,
    ],
  }),
} as const;

/** Which service it is about, and when. */
export const placeFields = {
  organisationId: dropDown({
    label: 'Which NHS trust is it about?',
    hint: 'Leave this if you do not know, or would rather not say.',
    optional: true,
    choices: 'offered',
  }),
  place: text({
    label: 'The service, team or area in your own words',
    hint: 'For example, the name of the team or the nearest town.',
    optional: true,
    max: 300,
  }),
  happened: partialDate({ label: 'When did it happen?', called: 'When it happened', optional: true }),
  stillHappening: radios({
    label: 'Is it still happening?',
    missing: 'Select whether it is still happening, or that you would rather not say',
    choices: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
      { value: 'not-sure', label: 'I am not sure' },
      NOT_SAID,
    ],
  }),
} as const;

/** What it is about, what came of it, and what the person wants. */
export const matterFields = {
  themes: checkboxes({
    label: 'What is it about?',
    hint: 'Select all that fit, or none. You can say it in your own words on the next page.',
    optional: true,
    choices: THEME_CODES.map((value) => ({ value, label: THEMES[value] })),
  }),
  words: longText({
    label: 'Tell us in your own words',
    called: 'What you told us',
    hint: 'You do not need to describe self-harm or how it was done. Leave out names of other patients.',
    optional: true,
    max: WORDS_MAX,
    rows: 12,
  }),
  officers: longText({
    label: 'Were the police involved, and how?',
    called: 'What you said about the police',
    hint: 'For example, an officer at appointments, visits at home, or letters. You can leave this.',
    optional: true,
  }),
  effects: checkboxes({
    label: 'What happened because of it?',
    hint: 'Select all that fit, or none.',
    optional: true,
    choices: [
      { value: 'care-lost', label: 'I lost care, or got less' },
      { value: 'avoided-help', label: 'I stopped asking for help' },
      { value: 'health-worse', label: 'My health got worse' },
      { value: 'hospital', label: 'I needed hospital' },
      { value: 'police-or-court', label: 'I was arrested, charged, or went to court' },
      { value: 'home-or-work', label: 'It affected my home, work or family' },
      { value: 'somebody-died', label: 'Somebody died' },
      { value: 'good', label: 'It helped me' },
      { value: 'none', label: 'None of these', alone: true },
    ],
  }),
  since: longText({
    label: 'Anything more about what happened because of it',
    called: 'What happened because of it',
    optional: true,
  }),
  wishes: checkboxes({
    label: 'What would you like to happen?',
    hint: 'Select all that fit, or none.',
    optional: true,
    choices: [
      { value: 'heard', label: 'I want it to be known' },
      { value: 'answer', label: 'I want an answer' },
      { value: 'apology', label: 'I want an apology' },
      { value: 'change', label: 'I want things to change' },
      { value: 'stop', label: 'I want it to stop' },
      { value: 'records', label: 'I want to know, or to correct, what was recorded about me' },
      { value: 'not-sure', label: 'I am not sure', alone: true },
    ],
  }),
  formalComplaint: radios({
    label: 'Do you want this treated as a formal NHS complaint?',
    missing: 'Select yes, no or I am not sure',
    choices: [
      {
        value: 'yes',
        label: 'Yes',
        hint: 'The trust must then acknowledge it within 3 working days and answer it. It needs to know who you are.',
      },
      { value: 'no', label: 'No', hint: 'It stays with us and the independent review.' },
      { value: 'not-sure', label: 'I am not sure', hint: 'We explain the choices when we answer you.' },
    ],
  }),
} as const;

/** How the person hears back, and what they need to take part. */
export const replyFields = {
  reply: radios({
    label: 'How would you like to hear back?',
    missing: 'Select how you would like to hear back',
    choices: [
      {
        value: 'receipt',
        label: 'Only here, with my receipt',
        hint: 'You come back when you want. We hold no contact details.',
      },
      { value: 'email', label: 'By email' },
      { value: 'phone', label: 'By phone' },
      { value: 'text', label: 'By text message' },
      { value: 'post', label: 'By post' },
      { value: 'advocate', label: 'Through an advocate or somebody I trust' },
    ],
  }),
  name: text({ label: 'Your name, or what we should call you', optional: true, max: 200 }),
  contact: text({
    label: 'Where can we reach you?',
    called: 'Where we can reach you',
    hint: 'The email address, number or address for the way you chose. Our message only says that you have an answer here.',
    optional: true,
    max: 500,
  }),
  safeTimes: text({ label: 'When is it safe to reach you?', optional: true, max: 300 }),
  doNotSay: text({
    label: 'What should we not say or write?',
    hint: 'For example, do not leave a voicemail, or do not use the word police.',
    optional: true,
    max: 500,
  }),
  support: checkboxes({
    label: 'What do you need to use this service?',
    hint: 'Select all that fit, or none.',
    optional: true,
    choices: [
      { value: 'easy-read', label: 'Easy Read' },
      { value: 'large-print', label: 'Large print' },
      { value: 'bsl', label: 'British Sign Language' },
      { value: 'other-language', label: 'Another language' },
      { value: 'audio', label: 'Audio' },
      { value: 'more-time', label: 'More time' },
      { value: 'advocate', label: 'An advocate' },
      { value: 'none', label: 'Nothing', alone: true },
    ],
  }),
  supportWords: text({ label: 'Anything more about what you need', optional: true, max: 500 }),
} as const;
