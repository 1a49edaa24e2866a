import { HeardInReview } from './blind-scoring/heard-in-review.js';
import { ScoringListPages } from './blind-scoring/queue/scoring-list.pages.js';
import { ScoresApi } from './blind-scoring/scores.api.js';
import { ScoresPages } from './blind-scoring/scores.pages.js';
import { ScoresQueries } from './blind-scoring/scores.queries.js';
import { ScoringSheets } from './blind-scoring/scoring-sheet.js';
import { ScoringService } from './blind-scoring/scoring.service.js';

/** What scoring blind brings into the module of reviews: the desk, the list before it, and what they read. */
export const IN_SCORING = {
  apis: [ScoresApi],
  pages: [ScoringListPages, ScoresPages],
  queries: [ScoresQueries],
  services: [ScoringService],
  told: [HeardInReview, ScoringSheets],
};
