import { defineForm } from '../../web/form/form.js';
import { checkboxes, radios } from '../../web/form/kinds/choices.js';
import { version } from '../../web/form/kinds/hidden.js';
import { number } from '../../web/form/kinds/number.js';
import { longText, text } from '../../web/form/kinds/text.js';
import { gradeField, SCORE_CHOICES } from '../criteria/score-fields.js';
import type { ProposalStance } from '../../review-method/moderation/proposal-outcome.js';
import { DAYS_TO_CONFIRM } from './proposing.js';
import { reasonText } from '../../web/form/kinds/reason.js';

/** The words for what a reviewer says to a proposal. */
export const PROPOSAL_STANCE_WORDS: Readonly<
  Record<ProposalStance, { readonly choice: string; readonly label: string }>
> = {
  confirm: { choice: 'I confirm it', label: 'confirms' },
  dissent: { choice: 'I dissent', label: 'dissents' },
};

const proposal = {
  score: radios({ label: 'Proposed score', missing: 'Choose a score', choices: SCORE_CHOICES }),
  grade: gradeField,
  reason: reasonText({
    label: 'Why?',
    called: 'The reason',
    missing: 'Say in at least one sentence what the meeting found',
    hint: 'The scores are not averaged: say what the meeting found. Minority views are written by those who hold them.',
    max: 8000,
  }),
  tookPart: checkboxes({
    label: 'Which reviewers took part in the meeting?',
    called: 'who took part',
    choices: 'offered',
  }),
} as const;

/** What a meeting came to about one criterion, as the page asks it of whoever leads the review. */
export const ProposeScore = defineForm({ id: 'ProposeScore', fields: { ...proposal, version: version() } });

/** What a meeting came to, as one of many in the API. */
export const ProposalItem = defineForm({
  id: 'ProposalItem',
  fields: {
    criterion: text({ label: 'Code of the criterion, such as SIM-POL-01', max: 20 }),
    ...proposal,
    version: number({ label: 'The seq of the newest proposal that you saw, 0 for none', optional: true }),
  },
});

const answer = {
  stance: radios({
    label: 'What do you say to it?',
    missing: 'Choose whether you confirm it or dissent',
    choices: (['confirm', 'dissent'] as const).map((value) => ({
      value,
      label: PROPOSAL_STANCE_WORDS[value].choice,
    })),
  }),
  words: longText({
    label: 'In your own words',
    called: 'Your words',
    hint: `If you dissent, say why: it is the minority view and is published as you write it. You have ${String(DAYS_TO_CONFIRM)} working days, and cannot change it.`,
    max: 8000,
    optional: true,
  }),
} as const;

/** What a reviewer says to a proposal, as the page asks it. */
export const AnswerProposal = defineForm({
  id: 'AnswerProposal',
  fields: answer,
  rules: ({ stance, words }) =>
    stance === 'dissent' && words === undefined
      ? [{ field: 'words', text: 'Say in your own words why you do not agree' }]
      : [],
});

/** What a reviewer says to a proposal, as one of many in the API. */
export const ProposalAnswerItem = defineForm({
  id: 'ProposalAnswerItem',
  fields: {
    criterion: text({ label: 'Code of the criterion, such as SIM-POL-01', max: 20 }),
    ...answer,
  },
});

/** Why a second person who leads the review stands behind a proposal. */
export const SecondProposal = defineForm({
  id: 'SecondProposal',
  fields: {
    reason: reasonText({
      label: 'Why do you stand behind it, although reviewers dissent?',
      called: 'The reason',
      hint: 'It is published.',
      max: 4000,
    }),
  },
});
