import { scopeOf } from '../../../src/identity/actor-scope.js';
import { Database } from '../../../src/platform/database/database.js';
import { ExcludingService } from '../../../src/reviews/excluding/excluding.service.js';
import { ReviewersQueries } from '../../../src/reviews/reviewers/reviewers.queries.js';
import { ReviewersService } from '../../../src/reviews/reviewers/reviewers.service.js';
import { declarationOf } from '../reviews.js';
import type { Lead, Scorer, Stage } from './stage.js';

const CONFLICT = { conflict: 'They worked there once.', reason: 'They would judge it.', post: 'Director' };

/** A lead ends somebody's part. */
export async function end(stage: Stage, name: Scorer, by: Lead): Promise<boolean> {
  const part = { reviewId: stage.reviewId, assignmentId: stage.assignmentOf(name), reason: 'A new post.' };
  const done = await stage.tried('end', async () =>
    stage.world.service(ReviewersService).end(await stage.as(by), part),
  );
  if (done) stage.record.seat(name).ended = true;
  return done;
}

/** A lead lets somebody come back. */
export async function comeBack(stage: Stage, name: Scorer, by: Lead): Promise<boolean> {
  const part = { reviewId: stage.reviewId, assignmentId: stage.assignmentOf(name), reason: 'They stay.' };
  const done = await stage.tried('come back', async () =>
    stage.world.service(ReviewersService).comeBack(await stage.as(by), part),
  );
  if (done) stage.record.seat(name).ended = false;
  return done;
}

/** A lead excludes somebody for a conflict that was found later. */
export async function exclude(stage: Stage, name: Scorer, by: Lead): Promise<boolean> {
  const found = { reviewId: stage.reviewId, assignmentId: stage.assignmentOf(name), ...CONFLICT };
  const { scoresOpenedOn } = await stage.header();
  const done = await stage.tried('exclude', async () =>
    stage.world.service(ExcludingService).exclude(await stage.as(by), found),
  );
  if (done) noteExclusion(stage, name, by, scoresOpenedOn !== null);
  return done;
}

/** A lead decides second about somebody's exclusion. */
export async function decideSecond(
  stage: Stage,
  name: Scorer,
  { by, agrees }: { readonly by: Lead; readonly agrees: boolean },
): Promise<boolean> {
  const part = { reviewId: stage.reviewId, assignmentId: stage.assignmentOf(name) };
  const second = { ...part, agrees, reason: 'I read it.', post: 'Head' };
  const done = await stage.tried(agrees ? 'set aside' : 'let continue', async () =>
    stage.world.service(ExcludingService).confirm(await stage.as(by), second),
  );
  if (!done) return false;
  const seat = stage.record.seat(name);
  seat.waitsFor = null;
  if (!agrees) return true;
  seat.aside = true;
  stage.owesRelease = true;
  return true;
}

/** A reviewer declares an interest after all, which somebody must decide about. */
export async function declareInterest(stage: Stage, name: Scorer): Promise<boolean> {
  const done = await stage.tried('declare an interest', async () =>
    stage.world
      .service(ReviewersService)
      .declare(await stage.as(name), stage.reviewId, declarationOf('FAMILY')),
  );
  if (done) stage.record.seat(name).undecided = true;
  return done;
}

/** A lead decides about what somebody declared. */
export async function decideInterest(
  stage: Stage,
  name: Scorer,
  { by, outcome }: { readonly by: Lead; readonly outcome: 'continue' | 'exclude' },
): Promise<boolean> {
  const panel = await stage.world.service(ReviewersQueries).panel(await stage.as('lead'), stage.reviewId);
  const declaration = panel.find(({ id }) => id === stage.assignmentOf(name))?.declarationId ?? '';
  const { scoresOpenedOn } = await stage.header();
  const done = await stage.tried(`decide to ${outcome}`, async () =>
    stage.world
      .service(ReviewersService)
      .decide(await stage.as(by), declaration, { outcome, reason: 'So it is.', post: 'Director' }),
  );
  if (!done) return false;
  stage.record.seat(name).undecided = false;
  if (outcome === 'exclude') noteExclusion(stage, name, by, scoresOpenedOn !== null);
  return true;
}

/** A lead asks one more person to score. */
export async function join(
  stage: Stage,
  name: Scorer,
  capacity: 'reviewer' | 'lived-experience',
): Promise<boolean> {
  const done = await stage.tried('join', () => stage.joins(name, capacity));
  if (done && stage.record.seat(name).joinedLater) await mustBeBlind(stage, name);
  return done;
}

/** Whoever joined later sees nothing of the others before having locked. @throws Error where they do. */
async function mustBeBlind(stage: Stage, name: Scorer): Promise<void> {
  for (const table of ['score', 'score_lock', 'moderated_score', 'score_proposal', 'proposal_answer']) {
    const text = `SELECT id FROM reviews.${table} WHERE review_id = $1`;
    const scope = scopeOf(await stage.as(name));
    const seen = await stage.world.service(Database).rows(scope, { text, values: [stage.reviewId] });
    if (seen.length > 0) throw new Error(`${name} joined later and sees ${table} of the others.`);
  }
}

/** Somebody who takes part scores what they have not scored, and locks. */
export async function lock(stage: Stage, name: Scorer): Promise<boolean> {
  return stage.tried('lock', async () => {
    await stage.scores(name);
    await stage.locks(name);
  });
}

function noteExclusion(stage: Stage, name: Scorer, by: Lead, areOpen: boolean): void {
  const seat = stage.record.seat(name);
  if (areOpen) seat.waitsFor = by;
  else seat.aside = true;
}
