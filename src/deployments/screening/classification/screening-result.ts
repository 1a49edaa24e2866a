import { columns, type JsonRow } from '../../../platform/database/selection.js';
import { CLASS_WORDS } from './class-words.js';
import { classify } from './classify.js';
import { SCREENING_QUESTIONS, type ScreeningAnswer } from './screening-questions.js';
import { Screening } from './screening.entity.js';

/** What a reader sees of a screening, which is `s`. */
export const SCREENING_COLUMNS = columns(
  Screening,
  's',
  'id',
  'answeredOn',
  'answers',
  'evidence',
  'classification',
);

/** A screening as it is shown. */
export type ScreeningView = JsonRow<typeof SCREENING_COLUMNS>;

const ANSWER_WORDS: Readonly<Record<ScreeningAnswer, string>> = {
  yes: 'Yes',
  no: 'No',
  'not-known': 'Not known',
};

/** What a screening found, with its working. */
export function screeningResult(screening: ScreeningView) {
  const screened = classify(screening.answers);
  return {
    ...CLASS_WORDS[screening.classification],
    answeredOn: screening.answeredOn,
    decidedBy: screened.decidedBy,
    doubts: screened.doubts,
    answers: SCREENING_QUESTIONS.map(({ code, question, element }) => ({
      code,
      question,
      element,
      answer: ANSWER_WORDS[screening.answers[code]],
      decided: screened.decidedBy.includes(code),
      evidence: screening.evidence[code] ?? null,
    })),
  };
}
