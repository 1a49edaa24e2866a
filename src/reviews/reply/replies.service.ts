import { Injectable } from '@nestjs/common';
import { citing } from '../../evidence/documents/citing.js';
import { personIdOf, type Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound, NotPermitted, Unprocessable } from '../../kernel/refusal.js';
import { adding, addingOnce, changing } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { heldReview } from '../held-review.js';
import { ChangesAfterReplies } from './changes-after-replies.js';
import { Review } from '../review.entity.js';
import { ReviewsQueries, type ReviewHeader } from '../reviews.queries.js';
import { evidenceFaults } from '../../review-method/scoring/score-faults.js';
import type { EvidenceGrade } from '../../review-method/scoring/evidence-grade.js';
import type { ScoreValue } from '../../review-method/scoring/score.js';
import { ReplyDecision } from './reply-decision.entity.js';
import { RepliesQueries } from './replies.queries.js';
import { Reply, type ReplyKind, MOST_WORDS, wordsIn } from './reply.entity.js';
import { Statement } from './statement.entity.js';

/** One point of reply. The organisation is only needed by somebody who speaks for several. */
export interface PointToMake {
  readonly criterion: string;
  readonly kind: ReplyKind;
  readonly text: string;
  readonly evidenceIds?: readonly Uuid[] | undefined;
  readonly organisationId?: Uuid | undefined;
  /** A random id of the sender; sent twice, it is the same point. */
  readonly once?: Uuid | undefined;
}

/** A user-led group's own words. The group is only needed by somebody who speaks for several. */
export interface StatementToMake {
  readonly text: string;
  /** The criterion that it is about; left out for the whole scheme. */
  readonly criterion?: string | undefined;
  readonly organisationId?: Uuid | undefined;
  /** A random id of the sender; sent twice, it is the same statement. */
  readonly once?: Uuid | undefined;
}

/** What is decided about a point of reply; an accepted one may change the score, with reasons. */
export interface PointToDecide {
  readonly accepted: boolean;
  readonly reasons: string;
  readonly change?: { readonly score: ScoreValue; readonly grade: EvidenceGrade | null } | undefined;
}

/** Takes replies to findings and unedited statements, and the decisions of somebody who did not score. */
@Injectable()
export class RepliesService {
  constructor(
    private readonly ledger: Ledger,
    private readonly reviews: ReviewsQueries,
    private readonly queries: RepliesQueries,
    private readonly changes: ChangesAfterReplies,
    private readonly clock: Clock,
  ) {}

  /** Makes points of reply, all or none, and returns their ids. @throws Unprocessable for one that has too many words. */
  async reply(actor: Actor, reviewId: Uuid, points: readonly PointToMake[]): Promise<Uuid[]> {
    const review = await this.reviews.header(actor, reviewId);
    const issues = points.flatMap(({ text, evidenceIds }, place) => [
      ...tooManyWords(text, points.length > 1 ? `${String(place)}.` : ''),
      ...evidenceFaults(evidenceIds),
    ]);
    if (issues.length > 0) throw new Unprocessable(issues);
    const replies = points.map((point) => ({
      sent: { about: reviewId, said: point },
      made: made(Reply, {
        id: point.once ?? newId(),
        reviewId,
        organisationId: point.organisationId ?? speaksFor(actor, review),
        criterion: point.criterion,
        kind: point.kind,
        text: point.text,
        evidenceIds: point.evidenceIds ?? [],
        repliedBy: personIdOf(actor),
        repliedOn: this.clock.today(),
      }),
    }));
    await this.ledger.decide(actor, async ({ perform }) => {
      await perform(citing(replies.flatMap((one) => one.made.evidenceIds)));
      for (const one of replies) await perform(addingOnce('reply', Reply, one.made, one.sent));
    });
    return replies.map((one) => one.made.id);
  }

  /**
   * Decides about a point of reply. Where it is accepted and is to change the score, the change is proposed to the
   * reviewers with it: it counts only as far as they carry it.
   */
  async decide(actor: Actor, replyId: Uuid, given: PointToDecide): Promise<Uuid> {
    const point = await this.queries.reply(actor, replyId);
    if (!point) throw new NotFound();
    if (!given.accepted && given.change)
      throw new Unprocessable([
        { field: 'accepted', text: 'A score can change only when the reply is accepted' },
      ]);
    const { reviewId, organisationId, criterion } = point;
    const { accepted, reasons, change } = given;
    const today = this.clock.today();
    const decision = made(ReplyDecision, {
      ...{ id: newId(), replyId, reviewId, organisationId, criterion, accepted, reasons },
      ...{ decidedBy: personIdOf(actor), decidedOn: today },
    });
    await this.ledger.decide(actor, async ({ look, perform }) => {
      const follows = { reviewId, criterion, reason: reasons, decisionId: decision.id };
      const proposed = change
        ? await this.changes.proposed(look, actor, { ...change, ...follows }, today)
        : [];
      await perform(adding('decide', ReplyDecision, decision), ...proposed);
    });
    return decision.id;
  }

  /**
   * Settles the findings when the time for reply has passed, every point has been decided, and reviewers have spoken to
   * what was proposed after replies: what they carry counts, and otherwise what counted before.
   */
  async close(actor: Actor, reviewId: Uuid): Promise<void> {
    const day = this.clock.today();
    await this.ledger.decide(actor, async ({ look, perform }) => {
      await heldReview(look, reviewId);
      await perform(...(await this.changes.settled(look, actor, { reviewId, today: day })));
      await perform(
        changing('close-replies', Review, reviewId, { change: (closing) => closing.closeReplies(day) }),
      );
    });
  }

  /**
   * Adds a user-led group's statement, which is printed as it stands; returns its id. Where it is here before reviewers
   * score, they read it beside the criterion.
   */
  async state(actor: Actor, reviewId: Uuid, given: StatementToMake): Promise<Uuid> {
    await this.reviews.header(actor, reviewId);
    const [group] = actor.organisationsAs('USER_GROUP_MEMBER');
    const organisationId = given.organisationId ?? group;
    if (organisationId === undefined) throw new NotPermitted();
    const statement = made(Statement, {
      id: given.once ?? newId(),
      reviewId,
      organisationId,
      criterion: given.criterion ?? null,
      text: given.text,
      statedBy: personIdOf(actor),
      statedOn: this.clock.today(),
    });
    await this.ledger.perform(
      actor,
      addingOnce('state', Statement, statement, { about: reviewId, said: given }),
    );
    return statement.id;
  }
}

function speaksFor(actor: Actor, { organisationId }: ReviewHeader): Uuid {
  if (actor.organisationsAs('TRUST_SUBMITTER').includes(organisationId)) return organisationId;
  const [group] = actor.organisationsAs('USER_GROUP_MEMBER');
  if (group === undefined) throw new NotPermitted();
  return group;
}

function tooManyWords(text: string, place: string): { field: string; text: string }[] {
  const words = wordsIn(text);
  if (words <= MOST_WORDS) return [];
  return [
    {
      field: `${place}text`,
      text: `A point of reply must be ${String(MOST_WORDS)} words or fewer. This one has ${String(words)}.`,
    },
  ];
}
