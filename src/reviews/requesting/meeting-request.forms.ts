import { defineForm } from '../../web/form/form.js';
import { dropDown, radios } from '../../web/form/kinds/choices.js';
import { once } from '../../web/form/kinds/hidden.js';
import { longText } from '../../web/form/kinds/text.js';
import { MEETING_GROUNDS, type MeetingGround } from '../../review-method/moderation/moderation-reasons.js';
import { reasonText } from '../../web/form/kinds/reason.js';

/** The words for each ground on which somebody asks for a meeting: what they choose, and what it is called afterwards. */
export const GROUND_WORDS: Readonly<
  Record<MeetingGround, { readonly choice: string; readonly label: string }>
> = {
  asked: { choice: 'I want the reviewers to talk about it', label: 'asked for a meeting' },
  survivors: {
    choice: 'What people who lived through the scheme told a user-led group contradicts the scores',
    label: 'says that what people who lived through the scheme told contradicts the scores',
  },
  concerns: {
    choice: 'Concerns that are open to the reviewers contradict the scores',
    label: 'says that concerns about the scheme contradict the scores',
  },
};

const criterion = dropDown({ label: 'Which criterion?', called: 'The criterion', choices: 'offered' });

/** Somebody who takes part in the review asks for a meeting. */
export const AskForMeeting = defineForm({
  id: 'AskForMeeting',
  fields: {
    criterion,
    ground: radios({
      label: 'What is it about?',
      choices: MEETING_GROUNDS.map((value) => ({ value, label: GROUND_WORDS[value].choice })),
    }),
    reason: reasonText({
      label: 'Why should they meet?',
      called: 'The reason',
      hint: 'It is published. Do not name patients or members of staff.',
      max: 4000,
    }),
    once: once(),
  },
});

/** A user-led group says on which criterion what survivors told it contradicts what the trust claims. */
export const SayWhatContradicts = defineForm({
  id: 'SayWhatContradicts',
  fields: {
    criterion,
    reason: longText({
      label: 'What do people tell you about it?',
      called: 'What people tell you',
      hint: 'It is published as you write it. Do not name patients or members of staff.',
      max: 4000,
    }),
    once: once(),
  },
});
