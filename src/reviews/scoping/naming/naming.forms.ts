import { mustSaySomething } from '../../../web/form/must-say-something.js';
import { defineForm } from '../../../web/form/form.js';
import { radios } from '../../../web/form/kinds/choices.js';
import { longText, text } from '../../../web/form/kinds/text.js';
import { answeringPost } from '../scope.forms.js';
import { NAMING_ANSWERS } from './naming-answer.entity.js';
import { NAMING_OUTCOMES } from './naming-decision.entity.js';

/** A scheme that only sources know, and the trust that is asked about it. */
export const NameScheme = defineForm({
  id: 'NameScheme',
  fields: {
    scheme: text({
      label: 'Which scheme?',
      called: 'The scheme',
      hint: 'The last part of its address in the register.',
      max: 120,
    }),
    trust: text({
      label: 'Whose is it taken to be?',
      called: 'The trust',
      hint: 'The ODS code of the trust, such as RXT.',
      max: 100,
    }),
    reason: longText({
      label: 'Why this trust?',
      called: 'The reason',
      hint: 'Say what rests on which source. Everyone can read this.',
      max: 4000,
      rows: 5,
      check: mustSaySomething,
    }),
    post: answeringPost(),
  },
});

/** What the trust says of it. */
export const AnswerNaming = defineForm({
  id: 'AnswerNaming',
  fields: {
    says: radios({
      label: 'Is this scheme yours?',
      choices: [
        { value: NAMING_ANSWERS[0], label: 'Yes, we answer for it' },
        { value: NAMING_ANSWERS[1], label: 'No, we dispute it' },
      ],
    }),
    reason: longText({
      label: 'Say why',
      called: 'Your reasons',
      hint: 'What you looked at, and what you found. Everyone can read this. Do not name patients or members of staff.',
      max: 4000,
      rows: 5,
      check: mustSaySomething,
    }),
    post: answeringPost(),
  },
});

/** What is decided of a dispute. */
export const DecideDispute = defineForm({
  id: 'DecideDispute',
  fields: {
    outcome: radios({
      label: 'What do you decide?',
      choices: [
        { value: NAMING_OUTCOMES[0], label: 'The naming stands: the trust answers for this scheme' },
        { value: NAMING_OUTCOMES[1], label: 'The naming falls: this trust does not answer for it' },
      ],
    }),
    reason: longText({
      label: 'Why?',
      called: 'The reason',
      max: 4000,
      rows: 5,
      check: mustSaySomething,
    }),
    post: answeringPost(),
  },
});
