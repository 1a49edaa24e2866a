import type { HaltSide } from '../../deployments/life-cycle/halts/halt-step.entity.js';
import { daysBetween, type CalendarDay } from '../../kernel/days/calendar-day.js';
import { plural } from '../../web/words.js';
import { ERASED_BECAUSE } from '../public-question.entity.js';
import type { ShownQuestion } from './public-questions.queries.js';

const ANSWERED_AS: Readonly<Record<HaltSide, string>> = {
  TRUST: 'the trust',
  COMMISSIONER: 'the commissioner that ordered the halt',
  NHS_ENGLAND: 'NHS England, which ordered the halt',
  REVIEWER: 'the reviewers who ordered the halt',
};

/** As whom somebody answers, in words. */
export function answeredAs(givenAs: HaltSide): string {
  return ANSWERED_AS[givenAs];
}

/** For how many days a question has stood without an answer; null where there is one, or its words were taken away. */
export function daysUnanswered(
  { answers, putUpOn, erasedOn }: Pick<ShownQuestion, 'answers' | 'putUpOn' | 'erasedOn'>,
  today: CalendarDay,
): number | null {
  return answers.length > 0 || erasedOn !== null ? null : daysBetween(putUpOn, today);
}

/** What follows "Not answered": for how long; null where it was answered. */
export function unansweredFor(question: ShownQuestion, today: CalendarDay): string | null {
  const days = daysUnanswered(question, today);
  if (days === null) return null;
  return days < 1 ? ', put up today' : `, ${plural(days, 'day')} after it was put up`;
}

/** A question as a page shows it. */
export function questionCard(question: ShownQuestion, today: CalendarDay) {
  const { erasedBecause } = question;
  return {
    ...question,
    href: `/questions/${question.id}`,
    about: `/deployments/${question.scheme.key}/halts/${question.halt.id}/questions`,
    notAnswered: unansweredFor(question, today),
    erased: erasedBecause === null || erasedBecause === 'NOT_PUT_UP' ? null : ERASED_BECAUSE[erasedBecause],
    answers: question.answers.map((answer) => ({ ...answer, as: answeredAs(answer.givenAs) })),
  };
}
