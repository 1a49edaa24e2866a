import type { Field } from '../../web/form/field.js';
import { type Fields, type ValuesIn, defineForm } from '../../web/form/form.js';
import { radios, dropDown } from '../../web/form/kinds/choices.js';
import { longText } from '../../web/form/kinds/text.js';
import { yesNo } from '../../web/form/kinds/yes-no.js';
import { DECLARATION_QUESTIONS } from '../../review-method/independence/declaration-questions.js';
import { REVIEWER_CAPACITIES, type ReviewerCapacity } from '../../review-method/panel/panel-member.js';
import { REVIEWER_CAPACITY_WORDS } from './assignment.entity.js';
import type { DeclaredAnswer } from './interest-declaration.entity.js';
import { INTEREST_OUTCOMES, INTEREST_OUTCOME_WORDS } from './interest-decision.entity.js';
import { postText, reasonText } from '../../web/form/kinds/reason.js';

const CAPACITY_HINTS: Readonly<Record<ReviewerCapacity, { readonly hint?: string }>> = {
  reviewer: {},
  'lived-experience': { hint: 'Paid, with a full vote.' },
  lead: { hint: 'Runs the review and does not score it.' },
};

/** Who takes part in a review, and how. */
export const AssignPerson = defineForm({
  id: 'AssignPerson',
  fields: {
    personId: dropDown({ label: 'Person', choices: 'offered' }),
    capacity: radios({
      label: 'What do they do in this review?',
      missing: 'Select what they do in this review',
      choices: REVIEWER_CAPACITIES.map((value) => ({
        value,
        label: REVIEWER_CAPACITY_WORDS[value],
        ...CAPACITY_HINTS[value],
      })),
    }),
    outsideNhsEngland: yesNo({
      label: 'Are they from outside NHS England?',
      missing: 'Select whether they are from outside NHS England',
      hint: 'Neither NHS England nor a body that took over its functions employs them.',
    }),
  },
});

/** What was decided about interests that somebody declared. */
export const DecideInterests = defineForm({
  id: 'DecideInterests',
  fields: {
    outcome: radios({
      label: 'May they take part?',
      choices: INTEREST_OUTCOMES.map((value) => ({ value, ...INTEREST_OUTCOME_WORDS[value] })),
    }),
    reason: reasonText({
      label: 'Why?',
      called: 'The reason',
      hint: 'If they are excluded and have locked scores, everyone reads it.',
      max: 2000,
    }),
    post: postText({
      label: 'If they are excluded: which post do you hold?',
      called: 'Your post',
      hint: 'The post and not a name. Everyone may read it beside what was decided.',
      max: 200,
      optional: true,
    }),
  },
  rules: ({ outcome, post }) =>
    outcome === 'exclude' && post === undefined ? [{ field: 'post', text: 'Enter which post you hold' }] : [],
});

/** Why somebody's part in a review ends. */
export const EndAssignment = defineForm({
  id: 'EndAssignment',
  fields: {
    reason: reasonText({
      label: 'Why does their part end?',
      called: 'The reason',
      hint: 'If they have locked scores, everyone reads it. Say nothing about anybody’s health.',
      max: 2000,
    }),
  },
});

const whatItIs = longText({
  label: 'If yes, what is the interest, and when was it?',
  called: 'What the interest is',
  max: 2000,
  rows: 3,
  optional: true,
});

/** A declaration of interests: one question after another, and what a yes means. */
export const DeclareInterests = defineForm({
  id: 'DeclareInterests',
  fields: questionFields(),
  rules: (values) =>
    DECLARATION_QUESTIONS.filter(
      ({ code, detailNeeded }) =>
        detailNeeded && values[code] === true && values[`${code}Detail`] === undefined,
    ).map(({ code }) => ({ field: `${code}Detail`, text: 'Say what the interest is, and when' })),
});

/** The declaration as it is kept. */
export function declaredIn(values: ValuesIn<typeof DeclareInterests>): DeclaredAnswer[] {
  return DECLARATION_QUESTIONS.map(({ code }) => {
    const detail = values[`${code}Detail`];
    return {
      code,
      answer: values[code] === true ? 'yes' : 'no',
      detail: typeof detail === 'string' ? detail : '',
    };
  });
}

function questionFields(): Fields {
  const fields = new Map<string, Field>();
  for (const { code, question, detailNeeded } of DECLARATION_QUESTIONS) {
    fields.set(code, yesNo({ label: question, missing: 'Choose yes or no' }));
    if (detailNeeded) fields.set(`${code}Detail`, whatItIs);
  }
  return Object.fromEntries(fields);
}
