import { HeardInReview } from './heard-in-review.js';
import { ScoringListPages } from './queue/scoring-list.pages.js';
import { ScoresApi } from './scores.api.js';
import { ScoresPages } from './scores.pages.js';
import { ScoresQueries } from './scores.queries.js';
import { ScoringSheets } from './scoring-sheet.js';
import { ScoringService } from './scoring.service.js';

/** What scoring blind brings into the module of reviews: the desk, the list before it, and what they read. */
export const IN_SCORING = {
  apis: [ScoresApi],
  pages: [ScoringListPages, ScoresPages],
  queries: [ScoresQueries],
  services: [ScoringService],
  told: [HeardInReview, ScoringSheets],
};
