import { defineForm } from '../../web/form/form.js';
import { radios, dropDown } from '../../web/form/kinds/choices.js';
import { once } from '../../web/form/kinds/hidden.js';
import { longText } from '../../web/form/kinds/text.js';
import { yesNo } from '../../web/form/kinds/yes-no.js';
import { GRADE_CHOICES, SCORE_CHOICES } from '../criteria/score-fields.js';
import { MOST_WORDS, REPLY_KINDS, REPLY_KIND_WORDS, wordsIn } from './reply.entity.js';
import { reasonText } from '../../web/form/kinds/reason.js';

/** One point of reply to a finding. */
export const ReplyToFinding = defineForm({
  id: 'ReplyToFinding',
  fields: {
    criterion: dropDown({ label: 'Which finding?', called: 'The finding', choices: 'offered' }),
    kind: radios({
      label: 'What do you say about it?',
      choices: REPLY_KINDS.map((value) => ({ value, label: REPLY_KIND_WORDS[value].choice })),
    }),
    text: longText({
      label: 'Your reply',
      hint: `${String(MOST_WORDS)} words at most.`,
      max: 6000,
      check: (typed) =>
        wordsIn(typed) > MOST_WORDS
          ? `Your reply must be ${String(MOST_WORDS)} words or fewer. It has ${String(wordsIn(typed))}.`
          : undefined,
    }),
    once: once(),
  },
});

/** What is decided about a point of reply; a changed score only with an accepted one. */
export const DecideReply = defineForm({
  id: 'DecideReply',
  fields: {
    accepted: yesNo({ label: 'Do you accept this point?' }),
    reasons: reasonText({
      label: 'Why?',
      called: 'The reason',
      hint: 'It is published beside the reply.',
      max: 4000,
    }),
    newScore: radios({
      label: 'Does the score change?',
      hint: 'Leave this empty if it does not.',
      choices: SCORE_CHOICES,
      optional: true,
    }),
    newGrade: radios({ label: 'How strong is the evidence now?', choices: GRADE_CHOICES, optional: true }),
  },
  rules: ({ accepted, newScore }) =>
    !accepted && newScore !== undefined
      ? [{ field: 'newScore', text: 'A score can change only when the reply is accepted' }]
      : [],
});

/** A user-led group's own words about the scheme, or about one criterion of its review. */
export const MakeStatement = defineForm({
  id: 'MakeStatement',
  fields: {
    criterion: dropDown({
      label: 'What is it about?',
      hint: 'Choose a criterion, or leave this empty for the whole scheme.',
      choices: 'offered',
      optional: true,
    }),
    text: longText({
      label: 'Your statement',
      hint: 'It is printed as you write it and never edited. Do not name patients or members of staff.',
      max: 20_000,
      rows: 16,
    }),
    once: once(),
  },
});
