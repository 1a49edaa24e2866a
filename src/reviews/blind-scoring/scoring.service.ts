import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { citing } from '../../evidence/documents/citing.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { ChangedMeanwhile, NotFound, Unprocessable, type Issue } from '../../kernel/refusal.js';
import { adding, checking, type Act } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { OpeningScores } from '../opening-scores.js';
import { ReviewersQueries } from '../reviewers/reviewers.queries.js';
import type { EvidenceGrade } from '../../review-method/scoring/evidence-grade.js';
import { evidenceFaults, scoreFaults } from '../../review-method/scoring/score-faults.js';
import type { ScoreValue } from '../../review-method/scoring/score.js';
import { lockedHash, type Confidence, type GivenScore } from '../../review-method/scoring/locked-content.js';
import { ScoreLock } from './score-lock.entity.js';
import { Score } from './score.entity.js';
import { ScoresQueries } from './scores.queries.js';

/** A reviewer's score of one criterion. For `N` the rationale says why it cannot apply. */
export interface ScoreToGive {
  readonly criterion: string;
  readonly score: ScoreValue;
  readonly grade: EvidenceGrade | null;
  readonly confidence: Confidence;
  readonly rationale: string;
  readonly evidenceIds?: readonly Uuid[] | undefined;
  /** Why it is another than the one before; needed where score, grade or confidence is. */
  readonly changedBecause?: string | undefined;
  /** The `seq` of the score the reviewer saw, 0 for none; when a newer one is there the act is refused. */
  readonly after?: number | undefined;
}

const SECRET_BYTES = 16;

/** What a reviewer gets with the lock. `opened` says that theirs was the last, so that all may compare. */
export interface LockReceipt {
  readonly id: Uuid;
  readonly contentHash: string;
  /** Without these two nobody can compute the hash; with them and their scores the reviewer can, at any time. */
  readonly nonce: string;
  readonly salt: string;
  readonly opened: boolean;
}

/** Takes the scores of reviewers, each blind to the others, and their locks. */
@Injectable()
export class ScoringService {
  constructor(
    private readonly ledger: Ledger,
    private readonly reviewers: ReviewersQueries,
    private readonly scores: ScoresQueries,
    private readonly opening: OpeningScores,
    private readonly clock: Clock,
  ) {}

  /** Gives one score and returns its id. @throws ChangedMeanwhile when the reviewer scored it elsewhere since. */
  async score(actor: Actor, reviewId: Uuid, given: ScoreToGive): Promise<Uuid> {
    const [id] = await this.scoreAll(actor, reviewId, [given]);
    return id ?? '';
  }

  /** Gives many scores, all or none, and returns their ids. @throws Unprocessable listing what is missing in each. */
  async scoreAll(actor: Actor, reviewId: Uuid, scores: readonly ScoreToGive[]): Promise<Uuid[]> {
    const assignmentId = await this.ownAssignment(actor, reviewId);
    const known = await this.scores.underAssignment(actor, assignmentId);
    const before = (code: string): GivenScore | undefined =>
      known.find(({ criterion }) => criterion === code);
    if (scores.some(({ criterion, after }) => after !== undefined && after !== (before(criterion)?.seq ?? 0)))
      throw new ChangedMeanwhile();
    const issues = scores.flatMap((one, place) =>
      faultsOf(one, { before: before(one.criterion), place: scores.length > 1 ? `${String(place)}.` : '' }),
    );
    if (issues.length > 0) throw new Unprocessable(issues);
    const scoredOn = this.clock.today();
    const given = scores.map(({ evidenceIds = [], ...one }) => {
      const seq = before(one.criterion)?.seq ?? 0;
      return made(Score, {
        id: newId(),
        assignmentId,
        reviewId,
        criterion: one.criterion,
        seq: seq + 1,
        score: one.score,
        grade: one.grade,
        confidence: one.confidence,
        rationale: one.rationale,
        evidenceIds,
        changedBecause: seq === 0 ? null : (one.changedBecause ?? null),
        scoredOn,
      });
    });
    await this.ledger.performAll(actor, [
      citing(given.flatMap(({ evidenceIds }) => evidenceIds)),
      ...given.map((score) => adding('score', Score, score)),
    ]);
    return given.map(({ id }) => id);
  }

  /**
   * Locks the reviewer's scores for good. Whoever locks last opens all scores to the panel in the same act, so that
   * nobody can see another's before having locked their own.
   * @throws OutOfTurn naming how many criteria have no score yet.
   */
  async lock(actor: Actor, reviewId: Uuid): Promise<LockReceipt> {
    const assignmentId = await this.ownAssignment(actor, reviewId);
    const nonce = randomBytes(SECRET_BYTES).toString('hex');
    const salt = randomBytes(SECRET_BYTES).toString('hex');
    const scores = await this.scores.underAssignment(actor, assignmentId);
    const contentHash = lockedHash({ reviewId, assignmentId, nonce, salt }, scores);
    const lockedOn = this.clock.today();
    const lock = made(ScoreLock, {
      id: newId(),
      assignmentId,
      reviewId,
      nonce,
      salt,
      contentHash,
      lockedOn,
    });
    const locking = [adding('lock', ScoreLock, lock), this.nothingChangedSince(actor, lock)];
    const opened = await this.opening.openOnceAllLocked(actor, reviewId, ...locking);
    return { id: lock.id, contentHash, nonce, salt, opened };
  }

  private nothingChangedSince(actor: Actor, lock: ScoreLock): Act {
    const newest = this.scores.newest(actor, 's.assignment_id', lock.assignmentId);
    return checking(async (look) => {
      const scores = await look(newest);
      if (lockedHash(lock, scores) !== lock.contentHash) throw new ChangedMeanwhile();
    });
  }

  private async ownAssignment(actor: Actor, reviewId: Uuid): Promise<Uuid> {
    const assignment = await this.reviewers.ownIn(actor, reviewId);
    if (!assignment || !actor.engagedIn('scoring').includes(assignment.id)) throw new NotFound();
    return assignment.id;
  }
}

function faultsOf(
  given: ScoreToGive,
  { before, place }: { readonly before: GivenScore | undefined; readonly place: string },
): Issue[] {
  const { score, grade, rationale, evidenceIds, changedBecause } = given;
  const faults = [
    ...scoreFaults({ score, grade, rationale, notApplicableReason: rationale }),
    ...evidenceFaults(evidenceIds),
  ].map(({ field, text }) => ({ field: field === 'notApplicableReason' ? 'rationale' : field, text }));
  if (before && isAnother(before, given) && changedBecause === undefined)
    faults.push({ field: 'changedBecause', text: 'Say why you change your score' });
  return faults.map(({ field, text }) => ({ field: `${place}${field}`, text }));
}

function isAnother(before: GivenScore, given: ScoreToGive): boolean {
  return (['score', 'grade', 'confidence'] as const).some((part) => before[part] !== given[part]);
}
