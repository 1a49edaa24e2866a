import { defineForm } from '../../web/form/form.js';
import { checkboxes, radios } from '../../web/form/kinds/choices.js';
import { version } from '../../web/form/kinds/hidden.js';
import { longText, text } from '../../web/form/kinds/text.js';
import { yesNo } from '../../web/form/kinds/yes-no.js';
import { schemeParts } from '../../legal-basis/record/safeguards/sign-off.js';
import {
  SIGN_OFF_CAPACITIES,
  SIGN_OFF_DECISIONS,
  type SignOffCapacity,
  type SignOffDecision,
} from './sign-off-choices.js';

const CAPACITIES: readonly SignOffCapacity[] = ['CALDICOTT_GUARDIAN', 'DPO', 'SIRO', 'EXEC_APPROVER'];
const DECISIONS: readonly SignOffDecision[] = [
  'APPROVED',
  'APPROVED_WITH_CONDITIONS',
  'REFUSED',
  'ACCEPTED_RISK',
  'ADVISED',
  'NOT_ASKED',
];

/** What a person says when they sign a flow. The page offers only what their capacity may say. */
export const SignFlow = defineForm({
  id: 'SignFlow',
  fields: {
    capacity: radios({
      label: 'In which capacity do you sign?',
      called: 'Capacity',
      choices: CAPACITIES.map((value) => ({ value, label: SIGN_OFF_CAPACITIES[value] })),
    }),
    decision: radios({
      label: 'What do you say?',
      called: 'Decision',
      choices: DECISIONS.map((value) => ({ value, label: SIGN_OFF_DECISIONS[value] })),
    }),
    reasons: longText({
      label: 'Your reasons, or your advice',
      hint: 'Your trust, the reviewers and auditors read this.',
      called: 'Reasons',
    }),
    conditions: longText({ label: 'Conditions that must be met', called: 'Conditions', optional: true }),
    adviceFollowed: yesNo({
      label: 'Is the advice of the Data Protection Officer followed?',
      called: 'Whether the advice is followed',
      optional: true,
    }),
    adviceNotFollowedReason: longText({
      label: 'Why the advice is not followed',
      optional: true,
    }),
    dissent: longText({
      label: 'Do you disagree with anything in this flow, or with how it was decided?',
      called: 'Dissent',
      hint: 'This is published word for word, with your post and without your name.',
      optional: true,
    }),
    schemeParts: checkboxes({
      label: 'Which other parts do you play in the scheme?',
      called: 'Other parts',
      choices: schemeParts.map(({ code, label }) =>
        code === 'NONE' ? { value: code, label, alone: true } : { value: code, label },
      ),
      optional: true,
    }),
  },
});

/** Why a submitted flow is followed by a new version. */
export const ReviseFlow = defineForm({
  id: 'ReviseFlow',
  fields: {
    reason: longText({
      label: 'Why is there a new version?',
      called: 'Reason',
      hint: 'For example, a new recipient, or a DPIA that was reviewed.',
      max: 2000,
    }),
  },
});

/** Why a draft is put aside. */
export const PutFlowAside = defineForm({
  id: 'PutFlowAside',
  fields: {
    reason: longText({
      label: 'Why is this draft put aside?',
      called: 'Reason',
      hint: 'For example, the same flow was begun twice. Your trust and auditors read this, and the log keeps it for good. Name no patient.',
      max: 1000,
      rows: 4,
    }),
    version: version(),
  },
});

/** Taking a draft up again needs no reason. */
export const TakeFlowUp = defineForm({ id: 'TakeFlowUp', fields: { version: version() } });

/** A lead reviewer's view of one result that is not met. */
export const OverrideResult = defineForm({
  id: 'OverrideResult',
  fields: {
    rule: text({ label: 'Rule', max: 20 }),
    reason: longText({ label: 'Why should this result weigh otherwise?', called: 'Reason', max: 4000 }),
    evidence: longText({
      label: 'What does that rest on?',
      called: 'Evidence',
      hint: 'The document and where in it. This is published.',
      max: 2000,
    }),
  },
});

/** Why a submitted flow is judged again. */
export const JudgeAnew = defineForm({
  id: 'JudgeFlowAnew',
  fields: { label: text({ label: 'Why is it judged again?', called: 'Label' }) },
});
