import { Unprocessable, type Issue } from '../../kernel/refusal.js';
import { schemeParts, type SchemePart } from '../../legal-basis/record/safeguards/sign-off.js';
import type { Choice } from '../../web/form/field.js';
import { defineForm, type ValuesIn } from '../../web/form/form.js';
import { checkboxes, radios } from '../../web/form/kinds/choices.js';
import { longText } from '../../web/form/kinds/text.js';
import { yesNo } from '../../web/form/kinds/yes-no.js';
import { SIGNING_DECISIONS, SIGNING_ROLES } from '../flow/flow-sign-off.entity.js';
import { DECISIONS_OF, SIGN_OFF_CAPACITIES, SIGN_OFF_DECISIONS } from '../flow/sign-off-choices.js';
import { reasonText } from '../../web/form/kinds/reason.js';

/** The other parts that a person may play in the scheme, to tick. */
export const SCHEME_PARTS: readonly Choice<SchemePart>[] = schemeParts.map(({ code, label }) => ({
  ...{ value: code, label },
  ...(code === 'NONE' && { alone: true }),
}));

/** What a person says when they sign a flow. The page offers only what their capacity may say. */
export const SignFlow = defineForm({
  id: 'SignFlow',
  fields: {
    capacity: radios({
      label: 'In which capacity do you sign?',
      called: 'Capacity',
      choices: SIGNING_ROLES.map((value) => ({ value, label: SIGN_OFF_CAPACITIES[value] })),
    }),
    decision: radios({
      label: 'What do you say?',
      called: 'Decision',
      choices: SIGNING_DECISIONS.map((value) => ({ value, label: SIGN_OFF_DECISIONS[value] })),
    }),
    reasons: reasonText({
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
    adviceNotFollowedReason: reasonText({
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
      choices: SCHEME_PARTS,
      optional: true,
    }),
  },
});

/** What a person says when they sign; what is left out is not said. */
export type SignOffInput = Pick<Said, 'capacity' | 'decision' | 'reasons'> & {
  readonly [Name in keyof Said]?: Readonly<Said[Name]> | null | undefined;
} & {
  /** How many sign-offs of the flow the person saw; refused when there are more by now. */
  readonly seen?: number | undefined;
};

type Said = ValuesIn<typeof SignFlow>;

/** Every fault in what a person says when they sign; none when it can be stored. */
function signOffFaults(input: SignOffInput): Issue[] {
  const faults: Issue[] = [];
  if (!DECISIONS_OF[input.capacity].includes(input.decision))
    faults.push({ field: 'decision', text: wrongDecision(input) });
  if (input.reasons.trim() === '') faults.push({ field: 'reasons', text: 'Enter your reasons.' });
  if (input.decision === 'APPROVED_WITH_CONDITIONS' && blank(input.conditions))
    faults.push({ field: 'conditions', text: 'Enter the conditions that must be met.' });
  if (input.adviceFollowed === false && blank(input.adviceNotFollowedReason))
    faults.push({ field: 'adviceNotFollowedReason', text: 'Enter why the advice is not followed.' });
  return faults;
}

/** @throws Unprocessable that lists every fault. */
export function mustBeSignable(input: SignOffInput): void {
  const faults = signOffFaults(input);
  if (faults.length > 0) throw new Unprocessable(faults);
}

function wrongDecision({ capacity, decision }: SignOffInput): string {
  if (capacity === 'DPO')
    return 'A data protection officer gives advice and never approves (UK GDPR Article 38(6)).';
  return `“${SIGN_OFF_DECISIONS[decision]}” is not for this capacity to say.`;
}

function blank(words: string | null | undefined): boolean {
  return (words ?? '').trim() === '';
}
