import { PreparingService } from '../../../src/publication/releases/preparing.service.js';
import { ReleasingService } from '../../../src/publication/releases/releasing.service.js';
import type { EvidenceGrade } from '../../../src/review-method/scoring/evidence-grade.js';
import type { ScoreValue } from '../../../src/review-method/scoring/score.js';
import { MeetingsService } from '../../../src/reviews/meeting/meetings.service.js';
import { ModerationService } from '../../../src/reviews/moderation/moderation.service.js';
import { ProposalsService } from '../../../src/reviews/proposals/proposals.service.js';
import { RepliesService } from '../../../src/reviews/reply/replies.service.js';
import { MeetingRequestsService } from '../../../src/reviews/requesting/meeting-requests.service.js';
import { MovingDatesService } from '../../../src/reviews/rounds/moving-dates.service.js';
import { SECONDED } from './record-of-acts.js';
import { seated, type Lead, type Scorer, type Stage } from './stage.js';

/** A score that somebody wants to count. */
export interface Wanted {
  readonly score: ScoreValue;
  readonly grade: EvidenceGrade | null;
}

/** A lead proposes a score for these criteria, all or none. */
export async function propose(
  stage: Stage,
  criteria: readonly string[],
  { by, score, grade }: Wanted & { readonly by: Lead },
): Promise<boolean> {
  const tookPart = seated(stage)
    .filter(({ locked }) => locked)
    .map(({ name }) => stage.assignmentOf(name));
  const given = criteria.map((criterion) => ({ criterion, score, grade, reason: 'We met.', tookPart }));
  const done = await stage.tried('propose', async () =>
    stage.world.service(MeetingsService).propose(await stage.as(by), stage.reviewId, given),
  );
  if (done)
    for (const criterion of criteria)
      stage.record.proposals.push({
        ...{ criterion, score, grade, by, afterReply: false, said: new Map(), seconded: false },
      });
  return done;
}

/** A reviewer speaks to what was proposed last for these criteria, all or none. */
export async function answer(
  stage: Stage,
  name: Scorer,
  { criteria, stance }: { readonly criteria: readonly string[]; readonly stance: 'confirm' | 'dissent' },
): Promise<boolean> {
  const words = stance === 'confirm' ? '' : 'I read it otherwise.';
  const answers = criteria.map((criterion) => ({ criterion, stance, words }));
  const done = await stage.tried(stance, async () =>
    stage.world.service(MeetingsService).answer(await stage.as(name), stage.reviewId, answers),
  );
  if (done) for (const criterion of criteria) stage.record.newest(criterion)?.said.set(name, stance);
  return done;
}

/** A lead tries to speak for the reviewers. */
export async function speakFor(stage: Stage, by: Lead, criterion: string): Promise<boolean> {
  return stage.tried('confirm for a reviewer', async () =>
    stage.world
      .service(MeetingsService)
      .answer(await stage.as(by), stage.reviewId, [{ criterion, stance: 'confirm', words: '' }]),
  );
}

/** A lead stands behind what was proposed last. */
export async function second(stage: Stage, by: Lead, criterion: string): Promise<boolean> {
  const done = await stage.tried('second', async () =>
    stage.world
      .service(MeetingsService)
      .second(await stage.as(by), stage.reviewId, { criterion, reason: SECONDED }),
  );
  const proposal = stage.record.newest(criterion);
  if (done && proposal) proposal.seconded = true;
  return done;
}

/** Somebody asks the reviewers to meet about a criterion. */
export async function ask(stage: Stage, by: Lead | Scorer, criterion: string): Promise<boolean> {
  const done = await stage.tried('ask for a meeting', async () =>
    stage.world
      .service(MeetingRequestsService)
      .ask(await stage.as(by), stage.reviewId, { criterion, ground: 'asked', reason: 'I doubt it.' }),
  );
  if (done) stage.record.asked.push(criterion);
  return done;
}

/** A lead closes moderation. */
export async function closeModeration(stage: Stage, by: Lead): Promise<boolean> {
  return stage.tried('close moderation', async () =>
    stage.world.service(ModerationService).close(await stage.as(by), stage.reviewId),
  );
}

/** The trust replies to the finding on a criterion. */
export async function reply(stage: Stage, criterion: string): Promise<boolean> {
  return stage.tried('reply', async () => {
    const point = { criterion, kind: 'error' as const, text: 'It is another team.' };
    const submitter = await stage.world.as('submitter');
    const [id = ''] = await stage.world.service(RepliesService).reply(submitter, stage.reviewId, [point]);
    stage.replies.push({ id, criterion });
  });
}

/** A lead decides about the oldest point of reply, and may want the score to change. */
export async function decideReply(stage: Stage, by: Lead, change: Wanted | null): Promise<boolean> {
  const [point] = stage.replies;
  if (!point) return false;
  const decided = { accepted: change !== null, reasons: 'So it is.', ...(change && { change }) };
  const done = await stage.tried(change ? 'accept a reply' : 'refuse a reply', async () =>
    stage.world.service(RepliesService).decide(await stage.as(by), point.id, decided),
  );
  if (!done) return false;
  stage.replies.shift();
  if (change)
    stage.record.proposals.push({
      ...{ criterion: point.criterion, ...change, by, afterReply: true, said: new Map(), seconded: false },
    });
  return true;
}

/** A lead settles the findings. */
export async function closeReplies(stage: Stage, by: Lead): Promise<boolean> {
  return stage.tried('settle the findings', async () =>
    stage.world.service(RepliesService).close(await stage.as(by), stage.reviewId),
  );
}

/** A lead prepares the result. */
export async function prepare(stage: Stage, by: Lead): Promise<boolean> {
  return stage.tried('prepare', async () => {
    const reason = { publishedAnywayBecause: 'They met about it.' };
    stage.preparation = await stage.world
      .service(PreparingService)
      .prepare(await stage.as(by), stage.reviewId, reason);
  });
}

/** A lead releases what was prepared last. */
export async function release(stage: Stage, by: Lead): Promise<boolean> {
  const { preparation } = stage;
  if (preparation === null) return false;
  return stage.tried('release', async () => {
    const releasing = stage.world.service(ReleasingService);
    const id = await releasing.release(await stage.as(by), preparation, { looked: true });
    const { record } = stage;
    stage.releases.push({ id, file: record.asFile(), isComplete: record.isComplete() });
    stage.owesRelease = false;
  });
}

/** Two leads move the day of publication. */
export async function moveDate(stage: Stage, day: string): Promise<boolean> {
  return stage.tried('move the date', async () => {
    const moved = { which: 'publicationDate', day, reason: 'It takes longer.' } as const;
    const moving = stage.world.service(MovingDatesService);
    const id = await moving.propose(await stage.as('lead'), stage.roundId, moved);
    await stage.world.service(ProposalsService).agree(await stage.as('otherLead'), id);
  });
}
