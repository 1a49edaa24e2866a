import type { Field } from '../../web/form/field.js';
import { type Fields, type ValuesIn, defineForm } from '../../web/form/form.js';
import { radios, select } from '../../web/form/kinds/choices.js';
import { longText } from '../../web/form/kinds/text.js';
import { yesNo } from '../../web/form/kinds/yes-no.js';
import { DECLARATION_QUESTIONS } from '../../review-method/independence/declaration-questions.js';
import type { DeclaredAnswer } from './interest-declaration.entity.js';

/** Who takes part in a review, and how. */
export const AssignPerson = defineForm({
  id: 'AssignPerson',
  fields: {
    personId: select({ label: 'Person', choices: 'offered' }),
    capacity: radios({
      label: 'What do they do in this review?',
      choices: [
        { value: 'reviewer', label: 'Reviewer' },
        { value: 'lived-experience', label: 'Lived-experience reviewer', hint: 'Paid, with a full vote.' },
        { value: 'lead', label: 'Lead reviewer', hint: 'Runs the review and does not score it.' },
      ],
    }),
    outsideNhsEngland: yesNo({
      label: 'Are they from outside NHS England?',
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
      choices: [
        { value: 'continue', label: 'They may continue' },
        {
          value: 'exclude',
          label: 'They are excluded',
          hint: 'From here they can read nothing of this review.',
        },
      ],
    }),
    reason: longText({ label: 'Why?', called: 'The reason', max: 2000 }),
  },
});

/** Why somebody's part in a review ends. */
export const EndAssignment = defineForm({
  id: 'EndAssignment',
  fields: { reason: longText({ label: 'Why does their part end?', called: 'The reason', max: 2000 }) },
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
