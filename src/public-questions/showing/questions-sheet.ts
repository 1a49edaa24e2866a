import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { Download, type CsvColumn } from '../../web/answer/download.js';
import type { ShownQuestion } from './public-questions.queries.js';
import { daysUnanswered } from './question-card.js';

/** Questions that were put up as a table, one answer a line, and one line for a question without any. */
export function questionsSheet(questions: AsyncIterable<ShownQuestion>, today: CalendarDay): Download {
  return Download.csv('public-questions.csv', COLUMNS, linesOf(questions, today));
}

interface Line {
  readonly question: ShownQuestion;
  readonly unanswered: number | null;
  readonly answer: ShownQuestion['answers'][number] | null;
}

async function* linesOf(questions: AsyncIterable<ShownQuestion>, today: CalendarDay): AsyncGenerator<Line> {
  for await (const question of questions) {
    const unanswered = daysUnanswered(question, today);
    if (question.answers.length === 0) yield { question, unanswered, answer: null };
    else yield* question.answers.map((answer) => ({ question, unanswered, answer }));
  }
}

const COLUMNS: readonly CsvColumn<Line>[] = [
  { heading: 'id', cell: ({ question }) => question.id },
  { heading: 'scheme', cell: ({ question }) => question.scheme.key },
  { heading: 'fictional', cell: ({ question }) => question.scheme.fictional },
  { heading: 'halt ordered by', cell: ({ question }) => question.halt.orderedBy },
  { heading: 'halt holds from', cell: ({ question }) => question.halt.effectiveOn },
  { heading: 'question', cell: ({ question }) => question.words },
  { heading: 'put up on', cell: ({ question }) => question.putUpOn },
  { heading: 'days without an answer', cell: ({ unanswered }) => unanswered },
  { heading: 'answered by', cell: ({ answer }) => answer?.by ?? (answer ? 'Reviewers' : null) },
  { heading: 'answered as', cell: ({ answer }) => answer?.givenAs },
  { heading: 'answer', cell: ({ answer }) => answer?.words },
  { heading: 'answered on', cell: ({ answer }) => answer?.answeredOn },
  { heading: 'words taken away on', cell: ({ question }) => question.erasedOn },
];
