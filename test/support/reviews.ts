import { readFileSync } from 'node:fs';
import type { INestApplicationContext } from '@nestjs/common';
import type { Client } from 'pg';
import type { EditionFile } from '../../src/frameworks/publishing/edition-file.js';
import { FrameworksService } from '../../src/frameworks/publishing/frameworks.service.js';
import { OPERATOR, type Actor } from '../../src/identity/actor.js';
import { ActorsQueries } from '../../src/identity/sessions/actors.queries.js';
import type { Role } from '../../src/identity/roles.js';
import { Clock } from '../../src/kernel/clock.js';
import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { DECLARATION_QUESTIONS } from '../../src/review-method/independence/declaration-questions.js';
import { ReviewersService } from '../../src/reviews/reviewers/reviewers.service.js';
import type { DeclaredAnswer } from '../../src/reviews/reviewers/interest-declaration.entity.js';
import type { ReviewerCapacity } from '../../src/review-method/panel/panel-member.js';
import { ReviewsQueries } from '../../src/reviews/reviews.queries.js';
import { ReviewsService } from '../../src/reviews/reviews.service.js';
import { RoundsService } from '../../src/reviews/rounds/rounds.service.js';
import { SelfReviewService, type AnswerToGive } from '../../src/reviews/self-review/self-review.service.js';
import { SigningService } from '../../src/reviews/self-review/signing.service.js';
import { ProposalsService } from '../../src/reviews/proposals/proposals.service.js';
import { SIGNING_CAPACITIES } from '../../src/reviews/self-review/signing.js';
import type { ScoreToGive } from '../../src/reviews/blind-scoring/scoring.service.js';
import { anOrganisation } from './organisations.js';
import { newSecret, secretHash } from '../../src/identity/sessions/secret-token.js';
import { SessionMarks } from '../../src/identity/sessions/session-marks.js';
import type { TestDatabase } from './server.js';
import { candourOnDatabase } from './candour.js';
import { PageReader } from './page-reader.js';
import { publishedScheme, registered, newScheme } from './deployments.js';
import { runningCandour } from './running-candour.js';

/** A clock that a test sets forward. */
export class TestClock extends Clock {
  constructor(private moment: Date = new Date('2026-11-23T10:00:00Z')) {
    super();
  }

  override now(): Date {
    return this.moment;
  }

  /** Lets so many milliseconds pass. */
  pass(milliseconds: number): void {
    this.moment = new Date(this.moment.getTime() + milliseconds);
  }

  /** Makes it this moment, as `2026-12-07T23:59:59Z`. */
  setToMoment(moment: string): void {
    this.moment = new Date(moment);
  }

  /** Makes it mid-morning of this day. */
  setTo(day: string): void {
    this.moment = new Date(`${day}T10:00:00Z`);
  }
}

/** The day under review: early enough for few criteria, late enough for a red line to be none of them. */
export const AS_AT = '2023-04-01';

/** The people of a review, by the part they take. Each is read afresh from the database, as the door does it. */
export type Part =
  | 'submitter'
  | 'guardian'
  | 'officer'
  | 'executive'
  | 'lead'
  | 'otherLead'
  | 'first'
  | 'second'
  | 'lived'
  | 'group'
  | 'handler'
  | 'auditor'
  | 'admin'
  | 'stranger';

/** A world with a fictional trust, its published scheme, and everybody who takes part in its review. */
export interface ReviewWorld {
  readonly candour: INestApplicationContext;
  readonly database: TestDatabase;
  readonly clock: TestClock;
  readonly superuser: Client;
  readonly trustId: Uuid;
  readonly groupId: Uuid;
  readonly deploymentId: Uuid;
  readonly personId: (part: Part) => Uuid;
  /** The person as they stand now, with what they take part in. */
  readonly as: (part: Part) => Promise<Actor>;
  readonly service: INestApplicationContext['get'];
  readonly close: () => Promise<void>;
}

/** The same world, served: by pages to people with a session, and to programs with a token. */
export interface ServedReviewWorld extends ReviewWorld {
  readonly address: string;
  /** A reader of pages who is signed in as this person, with a session that begins now. */
  readonly reader: (part: Part) => Promise<PageReader>;
  /** An access token of this person. */
  readonly token: (part: Part) => Promise<string>;
}

/** Boots Candour with a trust, a scheme and people, on a clock of the test's own. */
export async function reviewWorld(): Promise<ReviewWorld> {
  const clock = new TestClock();
  const { candour, ...ground } = await candourOnDatabase(clock);
  return inhabited(candour, { ...ground, clock });
}

/** Serves Candour with a trust, a scheme and people, on a clock of the test's own. */
export async function servedReviewWorld(): Promise<ServedReviewWorld> {
  const clock = new TestClock();
  const { app, address, database, superuser, close } = await runningCandour({ clock });
  const world = await inhabited(app, { database, superuser, clock, close });
  const reader = async (part: Part): Promise<PageReader> => {
    const [secret, personId, startedAt] = [newSecret(), world.personId(part), clock.now()];
    await superuser.query(
      "INSERT INTO identity.session (id_hash, person_id, proven, started_at, seen_at) VALUES ($1, $2, 'two-factor', $3, $3)",
      [secretHash(secret), personId, startedAt],
    );
    const visitor = new PageReader(address);
    const session = { secret, personId, proven: 'two-factor', startedAt } as const;
    visitor.cookies.set('candour', app.get(SessionMarks).cookieOf(session));
    return visitor;
  };
  const token = (part: Part): Promise<string> => accessToken(superuser, world.personId(part));
  return { ...world, address, reader, token };
}

/** An access token of somebody with an account; how they came to have it is not tested. */
export async function accessToken(superuser: Client, personId: Uuid): Promise<string> {
  const secret = newSecret();
  await pastTheLedger(
    superuser,
    `INSERT INTO identity.access_token (id, revision, person_id, name, secret_hash, expires_on, may_write, created_on)
     VALUES (gen_random_uuid(), 1, '${personId}', 'test', '${secretHash(secret)}', '2027-11-01', true, '2026-11-01');
     INSERT INTO identity.credential (id, revision, person_id, method, secret, enrolled_on)
     VALUES (gen_random_uuid(), 1, '${personId}', 'totp', 'arranged', '2026-11-01')
     ON CONFLICT DO NOTHING`,
  );
  return secret;
}

/** Does what another feature would do, without leaving events: how people come to be is not what these tests are about. */
export async function pastTheLedger(superuser: Client, sql: string): Promise<void> {
  await superuser.query(`BEGIN; SET LOCAL session_replication_role = 'replica'; ${sql}; COMMIT`);
}

async function inhabited(
  candour: INestApplicationContext,
  ground: Pick<ReviewWorld, 'database' | 'superuser' | 'clock' | 'close'>,
): Promise<ReviewWorld> {
  const [trust, group] = await registered(
    candour,
    anOrganisation({ name: 'Example Vale Trust' }),
    anOrganisation({ name: 'Example Voices', type: 'USER_LED_GROUP' }),
  );
  if (!trust || !group) throw new Error('The organisations were not registered.');
  const { personId, as } = await peopled(candour, { ...ground, trustId: trust.id, groupId: group.id });
  const deploymentId = await publishedScheme(candour, await as('submitter'), newScheme(trust.id));
  await publishedByTwo(candour, await as('admin'), {
    name: 'candour-2026-11.yaml',
    bytes: readFileSync('frameworks/candour-2026-11.yaml'),
  });
  const service: INestApplicationContext['get'] = candour.get.bind(candour);
  return { ...ground, candour, trustId: trust.id, groupId: group.id, deploymentId, personId, as, service };
}

/** The operator proposes an edition of the framework, and an administrator publishes it. */
export async function publishedByTwo(
  candour: Pick<INestApplicationContext, 'get'>,
  administrator: Actor,
  file: EditionFile,
): Promise<void> {
  await candour.get(FrameworksService).publish(OPERATOR, file);
  await candour.get(FrameworksService).publish(administrator, file);
}

/** The same world with people of its own: none of them took part in a review of its trust before. */
export async function withNewPeople(world: ReviewWorld): Promise<ReviewWorld> {
  return { ...world, ...(await peopled(world.candour, world)) };
}

async function peopled(
  candour: INestApplicationContext,
  { superuser, trustId, groupId }: Pick<ReviewWorld, 'superuser' | 'trustId' | 'groupId'>,
): Promise<Pick<ReviewWorld, 'personId' | 'as'>> {
  const people = await populate(superuser, trustId, groupId);
  const personId = (part: Part): Uuid => people.get(part) ?? '';
  const as = async (part: Part): Promise<Actor> => {
    const actor = await candour.get(ActorsQueries).person(personId(part));
    if (!actor) throw new Error(`There is no ${part}.`);
    return actor;
  };
  return { personId, as };
}

/** A review that a test has started, with the criteria it asks about. */
export interface StartedReview {
  readonly roundId: Uuid;
  readonly reviewId: Uuid;
  readonly criteria: readonly string[];
}

/** Opens a round and starts the review of the world's scheme in it; the trust has acknowledged it. */
export async function startedReview(world: ReviewWorld): Promise<StartedReview> {
  const lead = await world.as('lead');
  const roundId = await world.service(RoundsService).open(lead, {
    title: `Round ${newId()}`,
    framework: 'candour-2026-11',
    asAt: AS_AT,
    selfReviewDue: '2026-12-11',
    scoringDue: '2027-01-15',
    publicationDate: '2027-03-01',
  });
  const reviewId = await world
    .service(ReviewsService)
    .start(lead, { roundId, deploymentId: world.deploymentId });
  const submitter = await world.as('submitter');
  await world.service(ReviewsService).acknowledge(submitter, reviewId);
  const { criteria } = await world.service(ReviewsQueries).header(submitter, reviewId);
  return { roundId, reviewId, criteria };
}

/** The roles that somebody holds now, in the order of the alphabet. */
export async function rolesHeld(
  { superuser, personId }: ReviewWorld,
  part: Part,
): Promise<readonly string[]> {
  const { rows } = await superuser.query<{ role: string }>(
    'SELECT role FROM identity.membership WHERE person_id = $1 AND ended_on IS NULL ORDER BY role',
    [personId(part)],
  );
  return rows.map(({ role }) => role);
}

/** Agrees as another person to what somebody proposed, and so lets it happen. */
export async function agreedBy(world: ReviewWorld, part: Part, proposalId: Uuid): Promise<void> {
  await world.service(ProposalsService).agree(await world.as(part), proposalId);
}

/** An answer to each criterion, score 2 with evidence of grade B. */
export function answersTo(criteria: readonly string[]): AnswerToGive[] {
  return criteria.map((criterion) => ({
    criterion,
    score: '2',
    grade: 'B',
    reason: `What the trust says about ${criterion}.`,
  }));
}

/** A score for each criterion, 2 with evidence of grade B, or what the test says for one. */
export function scoresFor(
  criteria: readonly string[],
  different: Readonly<Record<string, Partial<ScoreToGive>>> = {},
): ScoreToGive[] {
  return criteria.map((criterion) => ({
    criterion,
    score: '2',
    grade: 'B',
    confidence: 'high',
    rationale: `Why ${criterion} was scored so.`,
    changedBecause: 'The answer was read again.',
    ...different[criterion],
  }));
}

/** A declaration without any interest, or with a yes to the questions named. */
export function declarationOf(...yes: readonly string[]): DeclaredAnswer[] {
  return DECLARATION_QUESTIONS.map(({ code }) =>
    yes.includes(code) ? { code, answer: 'yes', detail: 'In 2019.' } : { code, answer: 'no', detail: '' },
  );
}

/** Takes a review to submission: every criterion answered, three signatures, submitted. */
export async function submitted(
  world: ReviewWorld,
  reviewId: Uuid,
  criteria: readonly string[],
): Promise<void> {
  const submitter = await world.as('submitter');
  await world.service(SelfReviewService).answerAll(submitter, reviewId, answersTo(criteria));
  const signatories: readonly Part[] = ['guardian', 'officer', 'executive'];
  for (const [place, capacity] of SIGNING_CAPACITIES.entries()) {
    const signatory = await world.as(signatories[place] ?? 'guardian');
    await world.service(SigningService).attest(signatory, reviewId, { capacity, stance: 'attest' });
  }
  await world.service(SigningService).submit(submitter, reviewId);
}

/** Assigns a lead, two reviewers and one with lived experience, all of whom declare no interest. */
export async function withPanel(world: ReviewWorld, reviewId: Uuid): Promise<void> {
  await assignedAndClear(world, reviewId, 'lead', 'lead');
  await assignedAndClear(world, reviewId, 'first', 'reviewer');
  await assignedAndClear(world, reviewId, 'second', 'reviewer');
  await assignedAndClear(world, reviewId, 'lived', 'lived-experience');
}

/** A review with its panel, which the trust has submitted and nobody has scored. */
export async function submittedReview(world: ReviewWorld): Promise<StartedReview> {
  const started = await startedReview(world);
  await withPanel(world, started.reviewId);
  await submitted(world, started.reviewId, started.criteria);
  return started;
}

/** Assigns somebody and lets them declare that they have no interest. */
export async function assignedAndClear(
  world: ReviewWorld,
  reviewId: Uuid,
  part: Part,
  capacity: ReviewerCapacity,
): Promise<Uuid> {
  const reviewers = world.service(ReviewersService);
  const id = await reviewers.assign(await world.as('lead'), {
    reviewId,
    personId: world.personId(part),
    capacity,
    outsideNhsEngland: capacity === 'lived-experience',
  });
  await reviewers.declare(await world.as(part), reviewId, declarationOf());
  return id;
}

type Holder = readonly [part: Part, role: Role, organisation?: 'trust' | 'group'];

const HOLDERS: readonly Holder[] = [
  ['submitter', 'TRUST_SUBMITTER', 'trust'],
  ['guardian', 'CALDICOTT_GUARDIAN', 'trust'],
  ['officer', 'DATA_PROTECTION_OFFICER', 'trust'],
  ['executive', 'EXECUTIVE_APPROVER', 'trust'],
  ['lead', 'LEAD_REVIEWER'],
  ['otherLead', 'LEAD_REVIEWER'],
  ['first', 'REVIEWER'],
  ['second', 'REVIEWER'],
  ['lived', 'LIVED_EXPERIENCE_REVIEWER'],
  ['group', 'USER_GROUP_MEMBER', 'group'],
  ['handler', 'CONCERN_HANDLER'],
  ['auditor', 'AUDITOR'],
  ['admin', 'ADMIN'],
  ['stranger', 'REVIEWER'],
];

async function populate(superuser: Client, trustId: Uuid, groupId: Uuid): Promise<ReadonlyMap<Part, Uuid>> {
  const people = new Map<Part, Uuid>();
  for (const [part, role, organisation] of HOLDERS) {
    const id = newId();
    people.set(part, id);
    const of = organisation === undefined ? 'NULL' : `'${organisation === 'trust' ? trustId : groupId}'`;
    await pastTheLedger(
      superuser,
      `INSERT INTO identity.person (id, revision, name, email) VALUES ('${id}', 1, 'The ${part}', '${id}@example.org');
       INSERT INTO identity.membership (id, revision, person_id, role, organisation_id, granted_on)
       VALUES ('${newId()}', 1, '${id}', '${role}', ${of}, '2026-01-01');
       SELECT access.settle_person('${id}')`,
    );
  }
  return people;
}
