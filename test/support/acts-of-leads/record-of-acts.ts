import type { FileOfRelease } from '../result-by-hand.js';

/**
 * What happened in one review as a test noted it down: only acts that were done, each as whoever did it meant it. Nothing
 * of the product is imported here, so that what the product published can be held against it.
 */

/** A score that a reviewer gave to one criterion. */
export interface NotedScore {
  readonly score: string;
  readonly grade: string | null;
  readonly confidence: string;
}

/** One person's place among the reviewers of a review. */
export interface Seat {
  readonly name: string;
  readonly isLived: boolean;
  /** True for whoever joined when the scores of the others were open. */
  readonly joinedLater: boolean;
  readonly scores: ReadonlyMap<string, NotedScore>;
  locked: boolean;
  ended: boolean;
  /** Excluded for good: their scores do not count. */
  aside: boolean;
  /** Who decided first that they are excluded, while a second person is awaited. */
  waitsFor: string | null;
  /** True while an interest that they declared is not decided. */
  undecided: boolean;
}

/** What was proposed about a criterion, and what was said to it. */
export interface NotedProposal {
  readonly criterion: string;
  readonly score: string;
  readonly grade: string | null;
  readonly afterReply: boolean;
  readonly by: string;
  readonly said: Map<string, 'confirm' | 'dissent'>;
  seconded: boolean;
}

/** Everything that was done in one review. */
export class RecordOfActs {
  readonly seats = new Map<string, Seat>();
  readonly proposals: NotedProposal[] = [];
  readonly asked: string[] = [];
  /** Criteria that the trust itself claims not to apply. */
  readonly claimed: ReadonlySet<string>;

  constructor(
    /** What failing each criterion means. */
    readonly gravities: Readonly<Record<string, string>>,
    claimed: readonly string[],
  ) {
    this.claimed = new Set(claimed);
  }

  /** The person's seat. @throws Error for whoever has none. */
  seat(name: string): Seat {
    const seat = this.seats.get(name);
    if (!seat) throw new Error(`${name} has no seat.`);
    return seat;
  }

  /** What was proposed last about a criterion. */
  newest(criterion: string): NotedProposal | undefined {
    return this.proposals.findLast((proposal) => proposal.criterion === criterion);
  }

  /** Those whose scores count. */
  counting(): readonly Seat[] {
    return [...this.seats.values()].filter(({ locked, aside }) => locked && !aside);
  }

  /** True when two people's scores count, of whom one has lived experience, and nobody is awaited. */
  isComplete(): boolean {
    const counting = this.counting();
    const awaited = [...this.seats.values()].some(
      ({ locked, ended, aside, waitsFor, undecided }) =>
        !aside && (waitsFor !== null || (undecided && (!ended || locked)) || (!locked && !ended)),
    );
    return counting.length >= 2 && counting.some(({ isLived }) => isLived) && !awaited;
  }

  /** The same as the public file of a release would have to hold it, with names in place of letters. */
  asFile(): FileOfRelease {
    const scored = [...this.seats.values()].filter(({ locked }) => locked);
    return {
      panel: { scored: scored.map((seat) => ({ reviewer: seat.name, became: fateOf(seat) })) },
      criteria: Object.entries(this.gravities).map(([code, gravity]) => ({
        ...{ code, domain: code.slice(4, 7), gravity },
        self: { score: this.claimed.has(code) ? 'N' : '2' },
        independent: scored.flatMap(({ name, scores }) => {
          const given = scores.get(code);
          return given ? [{ reviewer: name, ...given }] : [];
        }),
        meeting: {
          asked: this.asked.filter((criterion) => criterion === code),
          proposals: this.proposals
            .filter(({ criterion }) => criterion === code)
            .map(({ score, grade, afterReply, said, seconded }) => ({
              ...{ score, grade, afterReply, secondedBecause: seconded ? SECONDED : null },
              said: [...said].map(([reviewer, stance]) => ({ reviewer, stance })),
            })),
        },
      })),
    };
  }
}

/** Why a second person stands behind whatever is seconded. */
export const SECONDED = 'I stand behind it.';

function fateOf({ aside, ended }: Seat): string {
  if (aside) return 'set-aside';
  return ended ? 'left' : 'counts';
}
