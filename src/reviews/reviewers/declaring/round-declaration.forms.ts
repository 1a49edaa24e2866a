import { z } from 'zod';
import { DECLARATION_QUESTIONS } from '../../../review-method/independence/declaration-questions.js';
import type { Field } from '../../../web/form/field.js';
import { defineForm, type Form } from '../../../web/form/form.js';
import { checkboxes } from '../../../web/form/kinds/choices.js';
import { longText } from '../../../web/form/kinds/text.js';
import type { DeclaredAnswer } from '../interest-declaration.entity.js';
import { declaredIn, DeclareInterests } from '../reviewer.forms.js';

const NOTHING = 'NOTHING';

/** The nine questions, answered once for every review of a round, and the reviews for which an answer differs. */
export const DeclareForRound = DeclareInterests.and('DeclareForRound', {
  differs: checkboxes({
    label: 'For which of these does any of your answers differ?',
    hint: 'Read each name. Tick every trust that you worked for, were paid by, were treated by or have any other link with, if you did not say so above for all of them.',
    choices: 'offered',
    optional: true,
  }),
});

/** The same, as a program sends it: whole answers for each review that differs. */
export const DeclareForRoundBody = z
  .strictObject({
    answers: DeclareInterests.schema,
    differs: z.array(z.strictObject({ reviewId: z.uuid(), answers: DeclareInterests.schema })).max(1000),
  })
  .meta({ id: 'DeclareForRoundBody' });

/** A review for which the answers differ, as its page asks about it. */
export interface Differing {
  readonly reviewId: string;
  readonly name: string;
}

/** Asks, trust by trust, to which questions the answer is yes there. */
export function differingForm(reviews: readonly Differing[]): Form {
  const fields = new Map<string, Field>();
  for (const { reviewId, name } of reviews) {
    fields.set(yesOf(reviewId), yesFor(name));
    fields.set(detailOf(reviewId), detailFor(name));
  }
  return defineForm({
    id: 'DeclareWhereItDiffers',
    fields: Object.fromEntries(fields),
    rules: (values) =>
      reviews.flatMap(({ reviewId, name }) => {
        const needed = DECLARATION_QUESTIONS.some(
          ({ code, detailNeeded }) => detailNeeded && ticked(values[yesOf(reviewId)]).includes(code),
        );
        return needed && values[detailOf(reviewId)] === undefined
          ? [{ field: detailOf(reviewId), text: `Say what the interest is for ${name}, and when` }]
          : [];
      }),
  });
}

/** What was ticked for one review, as its declaration is kept. */
export function differingAnswers(
  values: Readonly<Record<string, unknown>>,
  reviewId: string,
): readonly DeclaredAnswer[] {
  const yes = ticked(values[yesOf(reviewId)]);
  const detail = values[detailOf(reviewId)];
  return DECLARATION_QUESTIONS.map(({ code, detailNeeded }) => ({
    code,
    answer: yes.includes(code) ? 'yes' : 'no',
    detail: yes.includes(code) && detailNeeded && typeof detail === 'string' ? detail : '',
  }));
}

/** The boxes of one review as the general answers would fill them. */
export function retypedFor(
  reviewId: string,
  answers: readonly DeclaredAnswer[],
): Readonly<Record<string, unknown>> {
  const yes = answers.filter(({ answer }) => answer === 'yes');
  const details = yes.map(({ detail }) => detail).filter((detail) => detail !== '');
  return {
    [yesOf(reviewId)]: yes.map(({ code }) => code),
    [detailOf(reviewId)]: details.length === 0 ? undefined : details.join(' '),
  };
}

/** The name of the boxes about one review. */
export function yesOf(reviewId: string): string {
  return `yes-${reviewId}`;
}

/** The general answers as they are kept. */
export function generalAnswers(values: Readonly<Record<string, unknown>>): readonly DeclaredAnswer[] {
  return declaredIn(values);
}

function detailOf(reviewId: string): string {
  return `detail-${reviewId}`;
}

function ticked(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function yesFor(name: string): Field {
  return checkboxes({
    label: `To which questions do you answer yes for ${name}?`,
    missing: `Tick the questions that you answer with yes for ${name}, or “None of these”`,
    choices: [
      ...DECLARATION_QUESTIONS.map(({ code, question }) => ({ value: code, label: question })),
      { value: NOTHING, label: 'None of these', alone: true },
    ],
  });
}

function detailFor(name: string): Field {
  return longText({
    label: `What is the interest for ${name}, and when was it?`,
    called: `What the interest for ${name} is`,
    hint: 'Say nothing about anybody’s health.',
    max: 2000,
    rows: 3,
    optional: true,
  });
}
