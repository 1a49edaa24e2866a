import { z } from 'zod';
import { HALT_SIDES } from '../../deployments/life-cycle/halts/halt-step.entity.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { ERASED_BECAUSE_CODES } from '../public-question.entity.js';
import type { ShownQuestion } from './public-questions.queries.js';
import { daysUnanswered } from './question-card.js';

/** A question that was put up, with its answers, as the API tells it. */
export const PublicQuestionOut = z
  .object({
    id: z.uuid(),
    words: z
      .string()
      .nullable()
      .meta({ description: 'As it was asked; null where its words were taken away.' }),
    putUpOn: z.iso.date(),
    orderedAs: z.enum(HALT_SIDES).meta({ description: 'As whom the halt was ordered.' }),
    daysUnanswered: z
      .number()
      .int()
      .nullable()
      .meta({ description: 'For how many days it has stood without an answer; null where there is one.' }),
    erasedOn: z.iso.date().nullable(),
    erasedBecause: z.enum([...ERASED_BECAUSE_CODES, 'NOT_PUT_UP']).nullable(),
    halt: z.object({
      id: z.uuid(),
      orderedBy: z.string(),
      orderedOn: z.iso.date(),
      effectiveOn: z.iso.date(),
    }),
    scheme: z.object({ key: z.string(), title: z.string(), area: z.string(), fictional: z.boolean() }),
    answers: z.array(
      z.object({
        givenAs: z.enum(HALT_SIDES),
        by: z.string().nullable().meta({ description: 'The body that answers; null where reviewers do.' }),
        words: z.string(),
        answeredOn: z.iso.date(),
      }),
    ),
  })
  .meta({ id: 'PublicQuestion' });

/** A question as the API tells it on a day. */
export function questionOut(question: ShownQuestion, today: CalendarDay): z.input<typeof PublicQuestionOut> {
  return { ...question, answers: [...question.answers], daysUnanswered: daysUnanswered(question, today) };
}
