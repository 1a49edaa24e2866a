import { predecessorsIn } from '../../frameworks/edition/comparing/predecessors.js';
import type { Criterion, Edition } from '../../frameworks/edition/edition-schema.js';
import type { Uuid } from '../../kernel/identifiers.js';

/**
 * Where each answer of a round stands: by the move since which it was given (`first` for the opening) and the code it was
 * given to, the code under which it stands now. One that the round does not ask is kept under the code it last had.
 */
export type Trail = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What a round asks, and since which move. */
export interface Asking {
  readonly editionId: Uuid;
  readonly editionMoveId: Uuid | null;
  readonly criteria: readonly string[];
}

/** A move as far as the trail needs it. */
export interface MoveMade {
  readonly id: Uuid;
  readonly followsId: Uuid | null;
  readonly standsId: Uuid | null;
  readonly fromEditionId: Uuid;
  readonly toEditionId: Uuid;
  readonly criteriaBefore: readonly string[];
  readonly criteria: readonly string[];
  readonly trail: Trail;
}

/** A round with its moves and the editions that it asked on the way to where it stands. */
export interface Lineage {
  readonly asking: Asking;
  readonly moves: readonly MoveMade[];
  readonly editions: ReadonlyMap<Uuid, Edition>;
}

/** An edition that a round would ask, with those of its criteria that apply on the day under review. */
export interface NextAsking {
  readonly editionId: Uuid;
  readonly criteria: readonly Criterion[];
}

/** A criterion that answers stand under, with the edition that asked it last. */
export interface KnownCriterion {
  readonly edition: Edition;
  readonly criterion: Criterion;
  /** False for one that is kept and not asked now. */
  readonly isAsked: boolean;
}

const FIRST = 'first';

/** What the round asks now and what it asked on the way, the newest first. */
export function askedOnTheWay({ asking, moves }: Omit<Lineage, 'editions'>): readonly Asking[] {
  const byId = new Map(moves.map((move) => [move.id, move]));
  const way = [asking];
  for (let move = byId.get(asking.editionMoveId ?? ''); move; move = byId.get(move.followsId ?? '')) {
    const { fromEditionId: editionId, followsId: editionMoveId, criteriaBefore: criteria } = move;
    way.push({ editionId, editionMoveId, criteria });
  }
  return way;
}

/** Every criterion that an answer of the round can stand under now, by its code: those asked first, then those kept. */
export function knownCriteria(lineage: Lineage): ReadonlyMap<string, KnownCriterion> {
  const standing = new Set(Object.values(trailNow(lineage)).flatMap((codes) => Object.values(codes)));
  const known = new Map<string, KnownCriterion>();
  askedOnTheWay(lineage).forEach(({ editionId, criteria }, back) => {
    const edition = lineage.editions.get(editionId);
    if (!edition) throw new Error(`The edition ${editionId} is not there.`);
    const byCode = new Map(edition.criteria.map((criterion) => [criterion.id, criterion]));
    for (const code of criteria) {
      const criterion = byCode.get(code);
      if (criterion && standing.has(code) && !known.has(code))
        known.set(code, { edition, criterion, isAsked: back === 0 });
    }
  });
  return known;
}

/** Which code each criterion that is known becomes in the next edition; one that is not followed is left out. */
export function followedBy(
  known: ReadonlyMap<string, KnownCriterion>,
  { criteria }: Pick<NextAsking, 'criteria'>,
): ReadonlyMap<string, string> {
  const before = [...known.values()].map(({ criterion }) => criterion);
  const predecessors = predecessorsIn({ criteria: before }, { criteria });
  return new Map([...predecessors].map(([code, { id }]) => [id, code]));
}

/** The trail of a move of the round to its next edition. PostgreSQL works it out as well, and takes no other. */
export function trailOf(lineage: Lineage, next: NextAsking): Trail {
  const follows = followedBy(knownCriteria(lineage), next);
  const { editionMoveId } = lineage.asking;
  // What was answered to this very edition before the round left it again counts again.
  const asAgain = lineage.moves.filter(
    ({ id, standsId, followsId, toEditionId }) =>
      standsId === id && followsId === editionMoveId && toEditionId === next.editionId,
  );
  const standing = Object.entries(trailNow(lineage)).map(([under, codes]): [string, Codes] => [
    under,
    Object.fromEntries(Object.entries(codes).map(([code, now]) => [code, follows.get(now) ?? now])),
  ]);
  return Object.fromEntries<Codes>([
    ...standing,
    ...asAgain.map(({ id, criteria }): [string, Codes] => [id, itself(criteria)]),
  ]);
}

type Codes = Readonly<Record<string, string>>;

function trailNow({ asking: { editionMoveId, criteria }, moves }: Omit<Lineage, 'editions'>): Trail {
  const made = moves.find(({ id }) => id === editionMoveId);
  return { ...made?.trail, [editionMoveId ?? FIRST]: itself(criteria) };
}

function itself(codes: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(codes.map((code) => [code, code]));
}
