import { Injectable } from '@nestjs/common';
import { criterionView, type CriterionView } from '../../frameworks/criteria/criterion-view.js';
import type { Edition } from '../../frameworks/edition/edition-schema.js';
import { methodOf } from '../../frameworks/edition/method/first-method.js';
import { FrameworksQueries } from '../../frameworks/frameworks.queries.js';
import type { Actor } from '../../identity/actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Clock } from '../../kernel/clock.js';
import { NotFound, Unprocessable } from '../../kernel/refusal.js';
import { countingScores, type JudgedScore } from '../../review-method/panel/became-of.js';
import type { PanelMember } from '../../review-method/panel/panel-member.js';
import { criteriaOf } from '../../review-method/criteria-of.js';
import { meetings, type MeetingNeed } from '../../review-method/moderation/meetings.js';
import type { ScoreValue } from '../../review-method/scoring/score.js';
import type { ChangedScore } from '../blind-scoring/scores.queries.js';
import type { Finding } from '../findings/findings.queries.js';
import type { ReplyRow } from '../reply/replies.queries.js';
import {
  MeetingsQueries,
  type MeetingRequestRow,
  type ScoreProposalRow,
} from '../meeting/meetings.queries.js';
import { asPlaced, type PlacedRow } from '../meeting/placed-proposal.js';
import { ReviewLayers } from './review-layers.js';
import { ReviewsQueries, type ReviewHeader } from '../reviews.queries.js';
import type { Answer } from '../self-review/self-review.queries.js';

/** One criterion of a review with every layer that the reader may see. Layers stand side by side, never one for another. */
export interface SheetLine extends CriterionView {
  readonly self: Answer | null;
  readonly scores: readonly JudgedScore[];
  readonly changes: readonly ChangedScore[];
  readonly finding: Finding | null;
  readonly replies: readonly ReplyRow[];
  /** Who asked the reviewers to meet about it, and what was proposed, in turn. */
  readonly requests: readonly MeetingRequestRow[];
  readonly proposals: readonly ScoreProposalRow[];
  /** Why they meet and what counts, worked out from the layers that the reader may see. */
  readonly need: MeetingNeed<PlacedRow>;
  readonly confirmed: { readonly score: ScoreValue; readonly by: readonly Uuid[] } | null;
}

/** A whole review as one reader may see it. */
export interface ReviewSheet {
  readonly review: ReviewHeader;
  readonly edition: Edition;
  readonly lines: readonly SheetLine[];
  /** Who scored it, without names and as far as the reader may know: what became of scores follows from this. */
  readonly panel: readonly PanelMember[];
}

/** Reads a review with its criteria and all its layers in a few queries, whatever the number of criteria. */
@Injectable()
export class ReviewSheets {
  constructor(
    private readonly reviews: ReviewsQueries,
    private readonly layers: ReviewLayers,
    private readonly meetings: MeetingsQueries,
    private readonly frameworks: FrameworksQueries,
    private readonly clock: Clock,
  ) {}

  /** The review as this actor may read it. @throws NotFound when there is none, or it is not open to them. */
  async of(actor: Actor, reviewId: Uuid): Promise<ReviewSheet> {
    const review = await this.reviews.header(actor, reviewId);
    const layers = await this.layers.of(actor, reviewId);
    const met = await this.meetings.inReview(actor, reviewId);
    const found = await this.frameworks.one(actor, review.editionId);
    if (!found) throw new NotFound();
    const { edition } = found;
    const criteria = criteriaOf(review, edition);
    const needs = meetings(criteria, {
      ...layers,
      ...met,
      scores: countingScores(layers.scores),
      proposals: met.proposals.map(asPlaced),
      today: review.replyClosedOn ?? this.clock.today(),
      method: methodOf(edition),
    });
    const layered = {
      answers: byCriterion(layers.answers),
      scores: byCriterion(layers.scores),
      changes: byCriterion(layers.changes),
      findings: byCriterion(layers.findings),
      replies: byCriterion(layers.replies),
      requests: byCriterion(met.requests),
      proposals: byCriterion(met.proposals),
      needs: byCriterion(needs),
    };
    const lines = criteria.map((each) => ({
      ...criterionView(edition, each),
      self: layered.answers(each.criterion.id)[0] ?? null,
      scores: layered.scores(each.criterion.id),
      changes: layered.changes(each.criterion.id),
      finding: layered.findings(each.criterion.id)[0] ?? null,
      replies: layered.replies(each.criterion.id),
      requests: layered.requests(each.criterion.id),
      proposals: layered.proposals(each.criterion.id),
      ...meetingOf(layered.needs(each.criterion.id)[0]),
    }));
    return { review, edition, lines, panel: layers.panel };
  }

  /** The same for whoever compares its scores, once they are open. @throws NotFound for everybody else. */
  async compared(actor: Actor, reviewId: Uuid): Promise<ReviewSheet> {
    const sheet = await this.of(actor, reviewId);
    if (!actor.engagedIn('compare').includes(reviewId)) throw new NotFound();
    return sheet;
  }
}

/** One criterion of a sheet. @throws NotFound when the round does not ask it. */
export function lineIn({ lines }: Pick<ReviewSheet, 'lines'>, code: string): SheetLine {
  const line = lines.find((each) => each.code === code);
  if (!line) throw new NotFound();
  return line;
}

function meetingOf(need: MeetingNeed<PlacedRow> | undefined): Pick<SheetLine, 'need' | 'confirmed'> {
  if (!need) throw new NotFound();
  const row = need.afterReply?.proposal.row ?? need.proposal?.row;
  const by = row?.answers
    .filter(({ stance }) => stance === 'confirm')
    .map(({ assignmentId }) => assignmentId);
  return { need, confirmed: row && by ? { score: row.score, by } : null };
}

/** Numbers the reviewers of a sheet from 1, so that scores can be told apart without names. */
export function reviewerNumbers({ lines }: Pick<ReviewSheet, 'lines'>): (assignmentId: string) => number {
  const ordered = scorersIn(lines);
  return (assignmentId) => ordered.indexOf(assignmentId) + 1;
}

/** The reviewers behind these numbers, as a form or a program names them. @throws Unprocessable for a number nobody has. */
export function reviewersNumbered(
  { lines }: Pick<ReviewSheet, 'lines'>,
  numbers: readonly string[],
): readonly Uuid[] {
  const ordered = scorersIn(lines);
  return numbers.map((given) => {
    const found = ordered.find((_, place) => String(place + 1) === given);
    if (found === undefined)
      throw new Unprocessable([{ field: 'tookPart', text: 'Choose reviewers by their numbers' }]);
    return found;
  });
}

function scorersIn(lines: readonly SheetLine[]): readonly Uuid[] {
  return [...new Set(lines.flatMap(({ scores }) => scores.map(({ assignmentId }) => assignmentId)))].sort();
}

function byCriterion<Row extends { readonly criterion: string }>(
  rows: readonly Row[],
): (criterion: string) => readonly Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.criterion, [...(groups.get(row.criterion) ?? []), row]);
  return (criterion) => groups.get(criterion) ?? [];
}
