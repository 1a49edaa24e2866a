import type { Actor } from '../../../src/identity/actor.js';
import type { Role } from '../../../src/identity/roles.js';
import { ActorsQueries } from '../../../src/identity/sessions/actors.queries.js';
import { newId, type Uuid } from '../../../src/kernel/identifiers.js';
import { Refusal } from '../../../src/kernel/refusal.js';
import type { ReviewerCapacity } from '../../../src/review-method/panel/panel-member.js';
import type { EvidenceGrade } from '../../../src/review-method/scoring/evidence-grade.js';
import type { Confidence } from '../../../src/review-method/scoring/locked-content.js';
import type { ScoreValue } from '../../../src/review-method/scoring/score.js';
import { ScoringService } from '../../../src/reviews/blind-scoring/scoring.service.js';
import { ReviewersService } from '../../../src/reviews/reviewers/reviewers.service.js';
import { ReviewsQueries } from '../../../src/reviews/reviews.queries.js';
import { ReviewsService } from '../../../src/reviews/reviews.service.js';
import { RoundsService } from '../../../src/reviews/rounds/rounds.service.js';
import { SelfReviewService } from '../../../src/reviews/self-review/self-review.service.js';
import { SigningService } from '../../../src/reviews/self-review/signing.service.js';
import { SIGNING_CAPACITIES } from '../../../src/reviews/self-review/signing.js';
import type { FileOfRelease } from '../result-by-hand.js';
import { AS_AT, declarationOf, pastTheLedger, publishedByTwo, type ReviewWorld } from '../reviews.js';
import { RecordOfActs, type Seat } from './record-of-acts.js';
import { SMALL_FRAMEWORK, SMALL_FRAMEWORK_ID, smallFrameworkFile } from './small-framework.js';

/** Who leads the review. */
export const LEADS = ['lead', 'otherLead'] as const;

/** One of the two who lead the review. */
export type Lead = (typeof LEADS)[number];

/** Who scores it from the beginning. */
export const PANEL = ['first', 'second', 'lived'] as const;

/** Who may join when somebody is missing; each can take either part. */
export const RESERVE = ['third', 'fourth', 'fifth', 'sixth'] as const;

/** Anybody who scores the review, or may. */
export type Scorer = (typeof PANEL)[number] | (typeof RESERVE)[number];

/** A score before it is given. */
export interface DrawnScore {
  readonly score: ScoreValue;
  readonly grade: EvidenceGrade | null;
  readonly confidence: Confidence;
}

/** What everybody will score each criterion, in the order of criteria and scorers, and what the trust claims not to apply. */
export interface DrawnReview {
  readonly lines: readonly (readonly DrawnScore[])[];
  readonly claimed: readonly string[];
  /** False where the sequence of acts begins before reviewers have locked. */
  readonly haveLocked: boolean;
}

const HELD: Readonly<Record<Lead | Scorer, readonly Role[]>> = {
  ...{ lead: ['LEAD_REVIEWER'], otherLead: ['LEAD_REVIEWER'] },
  ...{ first: ['REVIEWER'], second: ['REVIEWER'], lived: ['LIVED_EXPERIENCE_REVIEWER'] },
  ...{ third: ['REVIEWER', 'LIVED_EXPERIENCE_REVIEWER'], fourth: ['REVIEWER', 'LIVED_EXPERIENCE_REVIEWER'] },
  ...{ fifth: ['REVIEWER', 'LIVED_EXPERIENCE_REVIEWER'], sixth: ['REVIEWER', 'LIVED_EXPERIENCE_REVIEWER'] },
};

const CODES = Object.keys(SMALL_FRAMEWORK);

/** Publishes the small framework in a world, once. */
export async function withSmallFramework(world: ReviewWorld): Promise<void> {
  await publishedByTwo(world.candour, await world.as('admin'), smallFrameworkFile());
}

/** One review with people of its own, before any of its reviewers has locked; and the record of what is done in it. */
export class Stage {
  readonly record: RecordOfActs;
  /** Releases in the order in which they were published, each with what had been done by then. */
  readonly releases: { readonly id: Uuid; readonly file: FileOfRelease; readonly isComplete: boolean }[] = [];
  /** What was tried in turn, and what became of it. */
  readonly history: { readonly what: string; readonly refusedBecause: string | null }[] = [];
  /** Points of reply that nobody has decided yet. */
  readonly replies: { readonly id: Uuid; readonly criterion: string }[] = [];
  /** False when nothing was set aside since the newest result was published. */
  owesRelease = true;
  /** What was prepared last. */
  preparation: Uuid | null = null;
  private readonly assignments = new Map<string, Uuid>();
  private readonly haveScored = new Set<Scorer>();

  private constructor(
    readonly world: ReviewWorld,
    readonly drawn: DrawnReview,
    readonly people: ReadonlyMap<string, Uuid>,
    readonly reviewId: Uuid,
    readonly roundId: Uuid,
  ) {
    this.record = new RecordOfActs(SMALL_FRAMEWORK, drawn.claimed);
  }

  /** Sets a review up to where reviewers have scored. */
  static async set(world: ReviewWorld, drawn: DrawnReview): Promise<Stage> {
    world.clock.setTo('2026-11-23');
    const people = await peopleOf(world);
    const lead = await actorOf(world, people, 'lead');
    const roundId = await world.service(RoundsService).open(lead, {
      ...{ title: `Round ${newId()}`, framework: SMALL_FRAMEWORK_ID, asAt: AS_AT },
      ...{ selfReviewDue: '2026-12-11', scoringDue: '2027-01-15', publicationDate: '2027-03-01' },
    });
    const { deploymentId } = world;
    const reviewId = await world.service(ReviewsService).start(lead, { roundId, deploymentId });
    await answered(world, reviewId, drawn.claimed);
    const stage = new Stage(world, drawn, people, reviewId, roundId);
    for (const name of LEADS) await stage.joins(name, 'lead');
    for (const name of PANEL) {
      await stage.joins(name, name === 'lived' ? 'lived-experience' : 'reviewer');
      await stage.scores(name);
    }
    if (drawn.haveLocked) for (const name of PANEL) await stage.locks(name);
    return stage;
  }

  /** The person as they stand now. */
  as(name: Lead | Scorer): Promise<Actor> {
    return actorOf(this.world, this.people, name);
  }

  /** Does an act; says true where it was done, and false where it was refused. Whatever is no refusal is a fault. */
  async tried(what: string, act: () => Promise<unknown>): Promise<boolean> {
    try {
      await act();
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      this.history.push({ what, refusedBecause: fault.detail });
      return false;
    }
    this.history.push({ what, refusedBecause: null });
    return true;
  }

  /** Where the review stands. */
  async header() {
    return this.world.service(ReviewsQueries).header(await this.as('lead'), this.reviewId);
  }

  /** The id of somebody's assignment; of whoever has no seat, one that nobody has. */
  assignmentOf(name: Scorer): Uuid {
    return this.assignments.get(name) ?? newId();
  }

  /** A lead assigns somebody, who declares no interest. */
  async joins(name: Lead | Scorer, capacity: ReviewerCapacity): Promise<void> {
    const joinedLater = (await this.openedOn()) !== null;
    const personId = this.people.get(name) ?? '';
    const id = await this.world.service(ReviewersService).assign(await this.as('lead'), {
      ...{ reviewId: this.reviewId, personId, capacity, outsideNhsEngland: capacity === 'lived-experience' },
    });
    this.assignments.set(name, id);
    await this.world.service(ReviewersService).declare(await this.as(name), this.reviewId, declarationOf());
    if (!isScorer(name)) return;
    this.record.seats.set(name, {
      ...{ name, isLived: capacity === 'lived-experience', joinedLater, scores: this.scoresOf(name) },
      ...{ locked: false, ended: false, aside: false, waitsFor: null, undecided: false },
    });
  }

  /** Somebody scores every criterion as it was drawn, if they have not yet. */
  async scores(name: Scorer): Promise<void> {
    if (this.haveScored.has(name)) return;
    const given = [...this.scoresOf(name)].map(([criterion, { score, grade, confidence }]) => ({
      ...{ criterion, score, grade, confidence, rationale: `${name}: ${criterion}` },
    }));
    await this.world.service(ScoringService).scoreAll(await this.as(name), this.reviewId, given);
    this.haveScored.add(name);
  }

  /** Somebody locks what they scored. */
  async locks(name: Scorer): Promise<void> {
    await this.world.service(ScoringService).lock(await this.as(name), this.reviewId);
    this.record.seat(name).locked = true;
  }

  /** Lets so many days pass. */
  later(days: number): void {
    this.world.clock.pass(days * 86_400_000);
  }

  private async openedOn(): Promise<string | null> {
    return this.record.seats.size < PANEL.length ? null : (await this.header()).scoresOpenedOn;
  }

  private scoresOf(name: Scorer): ReadonlyMap<string, DrawnScore> {
    const place = [...PANEL, ...RESERVE].indexOf(name);
    return new Map(
      CODES.flatMap((code, at) => {
        const drawn = this.drawn.lines[at]?.[place];
        if (!drawn) return [];
        return [[code, { ...drawn, grade: '0123'.includes(drawn.score) ? drawn.grade : null }]];
      }),
    );
  }
}

/** Everybody who has a seat. */
export function seated({ record }: Stage): readonly (Seat & { readonly name: Scorer })[] {
  return [...record.seats.values()].filter((seat): seat is Seat & { readonly name: Scorer } =>
    isScorer(seat.name),
  );
}

function isScorer(name: string): name is Scorer {
  return [...PANEL, ...RESERVE].some((scorer) => scorer === name);
}

async function actorOf(world: ReviewWorld, people: ReadonlyMap<string, Uuid>, name: string): Promise<Actor> {
  const actor = await world.service(ActorsQueries).person(people.get(name) ?? '');
  if (!actor) throw new Error(`There is no ${name}.`);
  return actor;
}

async function peopleOf({ superuser }: ReviewWorld): Promise<ReadonlyMap<string, Uuid>> {
  const people = new Map<string, Uuid>();
  const lines: string[] = [];
  for (const [name, roles] of Object.entries(HELD)) {
    const id = newId();
    people.set(name, id);
    lines.push(
      `INSERT INTO identity.person (id, revision, name, email) VALUES ('${id}', 1, 'Mx ${id}', '${id}@example.org')`,
      ...roles.map(
        (role) => `INSERT INTO identity.membership (id, revision, person_id, role, granted_on)
          VALUES (gen_random_uuid(), 1, '${id}', '${role}', '2026-01-01')`,
      ),
    );
  }
  await pastTheLedger(superuser, lines.join(';\n'));
  return people;
}

/** The trust acknowledges, answers every criterion, and submits. */
async function answered(world: ReviewWorld, reviewId: Uuid, claimed: readonly string[]): Promise<void> {
  const submitter = await world.as('submitter');
  await world.service(ReviewsService).acknowledge(submitter, reviewId);
  const answers = CODES.map((criterion) =>
    claimed.includes(criterion)
      ? { criterion, score: 'N' as const, grade: null, reason: 'It does not apply here.' }
      : { criterion, score: '2' as const, grade: 'B' as const, reason: 'So we say.' },
  );
  await world.service(SelfReviewService).answerAll(submitter, reviewId, answers);
  for (const [place, capacity] of SIGNING_CAPACITIES.entries()) {
    const signatory = await world.as((['guardian', 'officer', 'executive'] as const)[place] ?? 'guardian');
    await world.service(SigningService).attest(signatory, reviewId, { capacity, stance: 'attest' });
  }
  await world.service(SigningService).submit(submitter, reviewId);
}
