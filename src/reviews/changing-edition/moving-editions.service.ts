import { Injectable } from '@nestjs/common';
import { appliesOn } from '../../frameworks/edition/criteria-in-force.js';
import type { Edition } from '../../frameworks/edition/edition-schema.js';
import { FrameworksQueries, type WholeEdition } from '../../frameworks/frameworks.queries.js';
import { personIdOf, type Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { ChangedMeanwhile, NotFound, OutOfTurn } from '../../kernel/refusal.js';
import { adding, changing, type Act } from '../../ledger/act.js';
import { made } from '../../platform/database/recorded.js';
import type { ProposalRow } from '../proposals/proposals.queries.js';
import { ProposalsService } from '../proposals/proposals.service.js';
import type { ProposalInWords } from '../proposals/second-act.js';
import { Round } from '../round.entity.js';
import { earliest } from '../rounds/feasible-dates.js';
import { RoundsQueries, type RoundRow } from '../rounds/rounds.queries.js';
import { EditionMove } from './edition-move.entity.js';
import { EditionMovesQueries, type EditionMoveRow } from './edition-moves.queries.js';
import { movePreview, type MovePreview } from './move-preview.js';
import { askedOnTheWay, trailOf, type Lineage } from './trail.js';

/** Why a round is to move, for everyone to read, and the revision of it that the person saw. */
export interface MoveToPropose {
  readonly reason: string;
  readonly version?: number | undefined;
}

/** A round, the edition that it would ask, and what that would do. */
export interface LookedAtMove {
  readonly round: RoundRow;
  readonly to: WholeEdition;
  readonly lineage: Lineage;
  /** The move that would be undone; null for a move on to a newer edition. */
  readonly undoes: EditionMoveRow | null;
  readonly preview: MovePreview;
  /** Why it cannot be done, in a sentence; null where it can. */
  readonly whyNot: string | null;
}

const NEWEST_MOVES_ALONE = { criteria: [], scale: [] };

/**
 * Moves a whole round to a newer edition, or back to the one it came from. One lead reviewer proposes and another agrees;
 * neither reads what trusts have drafted, and no answer is touched.
 */
@Injectable()
export class MovingEditionsService {
  constructor(
    private readonly rounds: RoundsQueries,
    private readonly frameworks: FrameworksQueries,
    private readonly moves: EditionMovesQueries,
    private readonly proposals: ProposalsService,
    private readonly clock: Clock,
  ) {
    proposals.on('move-edition', {
      inWords: (actor, proposal) => this.inWords(actor, proposal),
      acts: (actor, proposal) => this.moved(actor, proposal),
    });
  }

  /** What a move of the round to an edition would do. @throws NotFound where there is no such round or edition. */
  async look(actor: Actor, roundId: Uuid, edition: string): Promise<LookedAtMove> {
    const round = await this.rounds.one(actor, roundId);
    const to = await this.frameworks.one(actor, edition);
    if (!round || !to) throw new NotFound();
    const moves = await this.moves.of(actor, roundId);
    const lineage = await this.lineage(actor, round, moves);
    const newest = moves.find(({ id }) => id === round.editionMoveId) ?? null;
    const undoes = newest?.fromEditionId === to.id ? newest : null;
    const whyNot =
      whyNeverTo(lineage, { to, undoes }) ??
      (await this.whyNotNow(actor, round)) ??
      (undoes ? null : this.whyTooLate(round));
    const next = { edition: to.edition, editionId: to.id, criteria: askedOn(to.edition, round) };
    const preview = undoes ? NEWEST_MOVES_ALONE : movePreview(lineage, next);
    return { round, to, lineage, undoes, preview, whyNot };
  }

  /** Proposes the move and returns the id of the proposal. @throws OutOfTurn where it cannot be done, saying why. */
  async propose(
    actor: Actor,
    { roundId, edition }: { readonly roundId: Uuid; readonly edition: string },
    { reason, version }: MoveToPropose,
  ): Promise<Uuid> {
    const { round, to, whyNot } = await this.look(actor, roundId, edition);
    if (version !== undefined && version !== round.revision) throw new ChangedMeanwhile();
    if (whyNot !== null) throw new OutOfTurn(whyNot);
    return this.proposals.propose(actor, {
      asks: 'move-edition',
      subjectId: roundId,
      fromEditionId: round.editionId,
      toEditionId: to.id,
      reason,
    });
  }

  private async moved(actor: Actor, proposal: ProposalRow): Promise<readonly Act[]> {
    const { id: proposalId, subjectId: roundId, reason, proposedBy, toEditionId } = proposal;
    if (toEditionId === null) throw new NotFound();
    const { round, to, lineage, undoes } = await this.look(actor, roundId, toEditionId);
    const criteria = askedOn(to.edition, round);
    const id = newId();
    const asked = undoes
      ? { standsId: undoes.followsId, criteria: undoes.criteriaBefore, trail: {} }
      : {
          standsId: id,
          criteria: criteria.map((criterion) => criterion.id),
          trail: trailOf(lineage, { editionId: to.id, criteria }),
        };
    const move = made(EditionMove, {
      ...{ id, roundId, seq: lineage.moves.length + 1, followsId: round.editionMoveId },
      ...{ fromEditionId: proposal.fromEditionId ?? round.editionId, toEditionId },
      ...{ criteriaBefore: round.criteria, ...asked },
      ...{ reason, proposalId, proposedBy, decidedBy: personIdOf(actor), decidedOn: this.clock.today() },
    });
    const asking = { editionId: to.id, criteria: move.criteria, editionMoveId: move.standsId };
    return [
      adding('move-edition', EditionMove, move),
      changing('move-edition', Round, roundId, { reason, change: (found) => found.ask(asking) }),
    ];
  }

  private async lineage(actor: Actor, round: RoundRow, moves: readonly EditionMoveRow[]): Promise<Lineage> {
    const ids = new Set(askedOnTheWay({ asking: round, moves }).map(({ editionId }) => editionId));
    const editions = new Map<Uuid, Edition>();
    for (const id of ids) {
      const found = await this.frameworks.one(actor, id);
      if (found) editions.set(id, found.edition);
    }
    return { asking: round, moves, editions };
  }

  private async whyNotNow(actor: Actor, { id, voiding }: RoundRow): Promise<string | null> {
    if (voiding) return 'This round was voided, so it moves no more.';
    return (await this.moves.isTooLate(actor, id))
      ? 'A trust has submitted its self-review in this round, or a result was published in it. What was submitted never moves.'
      : null;
  }

  private whyTooLate({ selfReviewDue, replyWorkingDays }: RoundRow): string | null {
    return selfReviewDue < earliest('selfReviewDue', this.clock.today(), replyWorkingDays)
      ? 'Too little time is left until self-reviews are due for trusts to answer another edition. Move that date first.'
      : null;
  }

  private async inWords(actor: Actor, { subjectId, toEditionId }: ProposalRow): Promise<ProposalInWords> {
    const round = await this.rounds.one(actor, subjectId);
    const to = await this.frameworks.one(actor, toEditionId ?? '');
    if (!round || !to) throw new NotFound();
    return {
      title: `Move a round to edition ${to.key}`,
      about: round.title,
      href: `/rounds/${subjectId}`,
      more: { href: `/rounds/${subjectId}/editions/${to.key}`, text: 'What becomes of each criterion' },
      after:
        'After this, every trust in the round answers the other edition. No answer is lost, those who signed sign again, and everyone can read from which edition the round moved to which, when and why.',
    };
  }
}

function askedOn(edition: Edition, { asAt }: Pick<RoundRow, 'asAt'>): Edition['criteria'] {
  return edition.criteria.filter((criterion) => appliesOn(criterion, asAt));
}

function whyNeverTo(
  { asking, editions }: Lineage,
  { to, undoes }: Pick<LookedAtMove, 'to' | 'undoes'>,
): string | null {
  if (to.id === asking.editionId) return 'The round asks this edition already.';
  if (undoes) return null;
  const present = editions.get(asking.editionId);
  return present && isNewer(to.edition, present)
    ? null
    : 'A round moves to a newer edition, or back to the one it came from. This is neither.';
}

function isNewer(one: Edition, other: Edition): boolean {
  return one.asAt === other.asAt ? one.version > other.version : one.asAt > other.asAt;
}
