import { defineForm, type ValuesIn } from '../../web/form/form.js';
import type { Field } from '../../web/form/field.js';
import { radios } from '../../web/form/kinds/choices.js';
import { longText } from '../../web/form/kinds/text.js';
import type { z } from 'zod';
import {
  SCREENING_QUESTIONS,
  type ScreeningAnswer,
  type ScreeningAnswers,
  type ScreeningCode,
  type ScreeningEvidence,
  isScreeningAnswer,
} from './classification/screening-questions.js';

const CHOICES = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'not-known', label: 'I do not know' },
] as const;

type AnswerField = Field<z.ZodType<ScreeningAnswer>>;
type EvidenceField = Field<z.ZodOptional<z.ZodString>>;

/** The twelve questions, each with what the answer rests on. Field names are the codes: `SCR-01`, `SCR-01-evidence`. */
export const ScreenDeployment = defineForm({
  id: 'ScreenDeployment',
  fields: Object.fromEntries(
    SCREENING_QUESTIONS.flatMap(({ code, question }): [string, AnswerField | EvidenceField][] => [
      [
        code,
        radios({
          label: question,
          missing: `Select an answer to question ${numberOf(code)}`,
          choices: CHOICES,
        }),
      ],
      [
        evidenceName(code),
        longText({
          label: `What does your answer to question ${numberOf(code)} rest on?`,
          called: `What answer ${numberOf(code)} rests on`,
          max: 2000,
          optional: true,
        }),
      ],
    ]),
  ),
});

/** The answers and the evidence in what was sent. */
export function screeningFrom(values: ValuesIn<typeof ScreenDeployment>): {
  readonly answers: ScreeningAnswers;
  readonly evidence: ScreeningEvidence;
} {
  const given = new Map<string, unknown>(Object.entries(values));
  const answers = SCREENING_QUESTIONS.map(({ code }): [ScreeningCode, ScreeningAnswer] => {
    const answer = given.get(code);
    return [code, isScreeningAnswer(answer) ? answer : 'not-known'];
  });
  const evidence = SCREENING_QUESTIONS.flatMap(({ code }): [ScreeningCode, string][] => {
    const words = given.get(evidenceName(code));
    return typeof words === 'string' ? [[code, words]] : [];
  });
  return {
    answers: Object.fromEntries(answers) as ScreeningAnswers,
    evidence: Object.fromEntries(evidence),
  };
}

/** What the form would have held for a screening that is stored. */
export function screeningAsForm(screening: {
  readonly answers: ScreeningAnswers;
  readonly evidence: ScreeningEvidence;
}): Partial<ValuesIn<typeof ScreenDeployment>> {
  const evidence = Object.entries(screening.evidence).map(([code, words]): [string, string] => [
    `${code}-evidence`,
    words,
  ]);
  return { ...screening.answers, ...Object.fromEntries(evidence) };
}

/** The name of the field for what an answer rests on. */
function evidenceName(code: ScreeningCode): string {
  return `${code}-evidence`;
}

function numberOf(code: ScreeningCode): number {
  return Number(code.slice(-2));
}
