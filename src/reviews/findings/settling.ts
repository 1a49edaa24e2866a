import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { adding, type Act } from '../../ledger/act.js';
import type { Finding } from './findings.queries.js';
import { ModeratedScore, newModeratedScore, type NewModeratedScore } from './moderated-score.entity.js';

/** What counts for one criterion from now on, and how it came about. */
export type ScoreToSettle = Omit<NewModeratedScore, 'reviewId' | 'seq' | 'settledOn'>;

/** The review whose scores are settled on a day, with what has counted in it so far. */
export interface SettlingReview {
  readonly reviewId: Uuid;
  readonly known: readonly Finding[];
  readonly day: CalendarDay;
}

/** What has counted for a criterion so far. */
export function countedBefore(known: readonly Finding[], criterion: string): Finding | undefined {
  return known.find((finding) => finding.criterion === criterion);
}

/** The act that writes down what counts for a criterion; what counted before stays beside it. */
export function settling(score: ScoreToSettle, { reviewId, known, day }: SettlingReview): Act {
  const seq = (countedBefore(known, score.criterion)?.seq ?? 0) + 1;
  return adding('moderate', ModeratedScore, newModeratedScore({ ...score, reviewId, seq, settledOn: day }));
}
