import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { Database, type SqlStatement } from '../../platform/database/database.js';
import { oneRowOfLists } from '../../platform/database/one-row-of-lists.js';
import {
  column,
  columns,
  jsonList,
  jsonObjectOrNull,
  orNull,
  select,
  sql,
  type RowOf,
} from '../../platform/database/selection.js';
import { Assignment } from '../reviewers/assignment.entity.js';
import { MeetingRequest } from '../requesting/meeting-request.entity.js';
import { ProposalAnswer } from './proposal-answer.entity.js';
import { ProposalSecond } from './proposal-second.entity.js';
import { ScoreProposal } from './score-proposal.entity.js';

const REQUEST = select({
  ...columns(
    MeetingRequest,
    'q',
    'criterion',
    'ground',
    'reason',
    'askedAs',
    'assignmentId',
    'organisationId',
    'requestedOn',
  ),
  ...orNull({ organisation: column(Organisation, 'o', 'name') }),
});

const PROPOSAL = select({
  ...columns(
    ScoreProposal,
    'p',
    'id',
    'criterion',
    'seq',
    'score',
    'grade',
    'reason',
    'tookPart',
    'proposedBy',
    'proposedOn',
    'confirmBy',
    'replyDecisionId',
  ),
  // Whoever reads a proposal reads what was said to it: their policy is the same.
  answers: jsonList(
    columns(ProposalAnswer, 'w', 'assignmentId', 'stance', 'words', 'answeredOn'),
    'reviews.proposal_answer w WHERE w.proposal_id = p.id',
    'w.assignment_id',
  ),
  second: jsonObjectOrNull(columns(ProposalSecond, 's', 'reason', 'secondedOn'), 's.id'),
});

const WAITING = select({
  ...columns(ScoreProposal, 'p', 'reviewId'),
  proposals: sql<number>('count(*)::integer'),
  confirmBy: sql<CalendarDay>('min(p.confirm_by)::text'),
});

const TO_TELL = select(columns(Assignment, 'a', 'personId'));

/** One request for a meeting. */
export type MeetingRequestRow = RowOf<typeof REQUEST>;

/** One proposal with what reviewers said to it. Nothing in it names a person to whoever shows it. */
export type ScoreProposalRow = RowOf<typeof PROPOSAL>;

/** How many proposals in one review wait for a reviewer's word, and until when the first of them does. */
export type WaitingProposals = RowOf<typeof WAITING>;

/** All that was said about meetings in a review, as far as a reader may see it. */
export interface MeetingsInReview {
  readonly requests: readonly MeetingRequestRow[];
  readonly proposals: readonly ScoreProposalRow[];
}

/** Every SELECT about meetings of reviewers. */
@Injectable()
export class MeetingsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** The statement that reads who asked for meetings in a review, and why, as far as the actor may. */
  requestsIn(actor: Actor, reviewId: Uuid, after = 1): SqlStatement<MeetingRequestRow> {
    const permitted = this.access.where(actor, 'read', MeetingRequest, { alias: 'q', after });
    return REQUEST.from(
      `reviews.meeting_request q LEFT JOIN organisations.organisation o ON o.id = q.organisation_id
        WHERE q.review_id = $1 AND ${permitted.text} ORDER BY q.criterion, q.id`,
      [reviewId, ...permitted.values],
      true,
    );
  }

  /** The statement that reads every proposal in a review with its answers, the first first, as far as the actor may. */
  proposalsIn(actor: Actor, reviewId: Uuid, after = 1): SqlStatement<ScoreProposalRow> {
    const permitted = this.access.where(actor, 'read', ScoreProposal, { alias: 'p', after });
    return PROPOSAL.from(
      `reviews.score_proposal p LEFT JOIN reviews.proposal_second s ON s.proposal_id = p.id
        WHERE p.review_id = $1 AND ${permitted.text} ORDER BY p.criterion, p.seq`,
      [reviewId, ...permitted.values],
      true,
    );
  }

  /** Who asked for meetings in a review and what was proposed, in one query. */
  async inReview(actor: Actor, reviewId: Uuid): Promise<MeetingsInReview> {
    const statement = oneRowOfLists({
      requests: (after) => this.requestsIn(actor, reviewId, after),
      proposals: (after) => this.proposalsIn(actor, reviewId, after),
    });
    return (await this.database.row(scopeOf(actor), statement)) ?? { requests: [], proposals: [] };
  }

  /** Who asked for meetings in a review, and why, as far as the actor may read it. */
  requests(actor: Actor, reviewId: Uuid): Promise<MeetingRequestRow[]> {
    return this.database.rows(scopeOf(actor), this.requestsIn(actor, reviewId));
  }

  /** The statement that finds reviewers who have locked and whom no proposal in this review awaits: a mail tells them of the next. */
  toTell(actor: Actor, reviewId: Uuid, today: CalendarDay): SqlStatement<RowOf<typeof TO_TELL>> {
    const permitted = this.access.where(actor, 'read', Assignment, { alias: 'a', after: 2 });
    return TO_TELL.from(
      `reviews.assignment a WHERE a.review_id = $1 AND a.capacity <> 'lead' AND a.ended_on IS NULL AND ${permitted.text}
        AND EXISTS (SELECT FROM reviews.score_lock l WHERE l.assignment_id = a.id)
        AND NOT EXISTS (SELECT FROM reviews.score_proposal p WHERE p.review_id = $1 AND p.confirm_by >= $2
          AND NOT EXISTS (SELECT FROM reviews.proposal_answer w WHERE w.proposal_id = p.id AND w.assignment_id = a.id))`,
      [reviewId, today, ...permitted.values],
    );
  }

  /** Proposals that wait for this reviewer's word on a day, by review. */
  waitingFor(actor: Actor, today: CalendarDay): Promise<WaitingProposals[]> {
    const permitted = this.access.where(actor, 'read', ScoreProposal, { alias: 'p', after: 2 });
    return this.database.rows(
      scopeOf(actor),
      WAITING.from(
        `reviews.score_proposal p
        JOIN reviews.assignment a ON a.review_id = p.review_id AND a.person_id = $1 AND a.ended_on IS NULL
        JOIN reviews.review r ON r.id = p.review_id
        WHERE a.capacity <> 'lead' AND p.confirm_by >= $2 AND ${permitted.text}
          AND r.reply_closed_on IS NULL AND (r.moderation_closed_on IS NULL OR p.reply_decision_id IS NOT NULL)
          AND NOT EXISTS (SELECT FROM reviews.score_proposal later
            WHERE later.review_id = p.review_id AND later.criterion = p.criterion AND later.seq > p.seq)
          AND NOT EXISTS (SELECT FROM reviews.proposal_answer w
            WHERE w.proposal_id = p.id AND w.assignment_id = a.id)
        GROUP BY p.review_id`,
        [actor.personId, today, ...permitted.values],
      ),
    );
  }
}
