import { editionHash } from '../../src/frameworks/edition/edition-hash.js';
import type { Edition } from '../../src/frameworks/edition/edition-schema.js';
import { scopeOf } from '../../src/identity/actor-scope.js';
import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { Database } from '../../src/platform/database/database.js';
import { AnswersOnTheWay } from '../../src/reviews/changing-edition/answers-on-the-way.js';
import { MovingEditionsService } from '../../src/reviews/changing-edition/moving-editions.service.js';
import { ReviewsQueries } from '../../src/reviews/reviews.queries.js';
import { ReviewsService } from '../../src/reviews/reviews.service.js';
import { RoundsService } from '../../src/reviews/rounds/rounds.service.js';
import { answersHash } from '../../src/reviews/self-review/answers.js';
import { SelfReviewQueries, type Answer } from '../../src/reviews/self-review/self-review.queries.js';
import { SelfReviewService } from '../../src/reviews/self-review/self-review.service.js';
import { SigningService } from '../../src/reviews/self-review/signing.service.js';
import { agreedBy, answersTo, AS_AT, type Part, type ReviewWorld } from './reviews.js';

/** Why a round moves in a test. */
export const WHY = { reason: 'The later edition leaves out what the law does not ask.' };

/** What a test does with rounds that move to other editions: drafts, moves, and what stands after them. */
export function movingRounds(worldOf: () => ReviewWorld) {
  return {
    drafted,
    proposed,
    moved,
    header,
    answers,
    keptOf,
    hashOf,
    answered,
    signed,
    stored,
    moveBySql,
    sqlAs,
  };

  async function drafted(framework: string) {
    const lead = await worldOf().as('lead');
    const roundId = await worldOf()
      .service(RoundsService)
      .open(lead, {
        ...{ title: `Round ${newId()}`, framework, asAt: AS_AT },
        ...{ selfReviewDue: '2026-12-11', scoringDue: '2027-01-15', publicationDate: '2027-03-01' },
      });
    const { deploymentId } = worldOf();
    const reviewId = await worldOf().service(ReviewsService).start(lead, { roundId, deploymentId });
    const submitter = await worldOf().as('submitter');
    await worldOf().service(ReviewsService).acknowledge(submitter, reviewId);
    const { criteria } = await header(reviewId);
    await worldOf().service(SelfReviewService).answerAll(submitter, reviewId, answersTo(criteria));
    return { roundId, reviewId, before: await answers(reviewId) };
  }

  async function proposed(roundId: Uuid, edition: string, part: Part = 'lead'): Promise<Uuid> {
    return worldOf()
      .service(MovingEditionsService)
      .propose(await worldOf().as(part), { roundId, edition }, WHY);
  }

  async function moved(roundId: Uuid, edition: string): Promise<void> {
    await agreedBy(worldOf(), 'otherLead', await proposed(roundId, edition));
  }

  async function header(reviewId: Uuid) {
    return worldOf()
      .service(ReviewsQueries)
      .header(await worldOf().as('submitter'), reviewId);
  }

  async function answers(reviewId: Uuid): Promise<Answer[]> {
    return worldOf()
      .service(SelfReviewQueries)
      .answers(await worldOf().as('submitter'), reviewId);
  }

  async function keptOf(reviewId: Uuid) {
    return worldOf()
      .service(AnswersOnTheWay)
      .kept(await worldOf().as('submitter'), await header(reviewId));
  }

  async function hashOf(reviewId: Uuid): Promise<string> {
    return answersHash((await header(reviewId)).criteria, await answers(reviewId));
  }

  async function answered(reviewId: Uuid, criterion: string): Promise<void> {
    const given = { criterion, score: '1', grade: 'B', reason: 'Given since.' } as const;
    await worldOf()
      .service(SelfReviewService)
      .answer(await worldOf().as('submitter'), reviewId, given);
  }

  async function signed(reviewId: Uuid): Promise<void> {
    const posts = [
      ['guardian', 'CALDICOTT_GUARDIAN'],
      ['officer', 'DATA_PROTECTION_OFFICER'],
      ['executive', 'EXECUTIVE_APPROVER'],
    ] as const;
    for (const [part, capacity] of posts)
      await worldOf()
        .service(SigningService)
        .attest(await worldOf().as(part), reviewId, { capacity, stance: 'attest' });
  }

  async function stored(edition: Edition): Promise<string> {
    const key = `${edition.id}-${newId().slice(-8)}`;
    const content = { ...edition, id: key };
    await worldOf().superuser.query(`SET session_replication_role = 'replica'`);
    await worldOf().superuser.query(
      `INSERT INTO frameworks.edition (id, revision, key, title, version, as_at, content, content_hash, source_hash, published_on)
       VALUES ($1, 1, $2, 'Made', 1, $3, $4, $5, $5, '2026-11-01')`,
      [newId(), key, edition.asAt, content, editionHash(content)],
    );
    await worldOf().superuser.query(`SET session_replication_role = 'origin'`);
    edition.id = key;
    return key;
  }

  async function moveBySql(
    roundId: Uuid,
    proposal: Uuid,
    { by = 'otherLead', trail = 't' }: { readonly by?: Part; readonly trail?: string } = {},
  ): Promise<string> {
    const { rows } = await worldOf().superuser.query<{ trail: object }>(
      `SELECT reviews.trail_of('${roundId}', p.to_edition_id) AS trail FROM reviews.proposal p WHERE p.id = '${proposal}'`,
    );
    const id = newId();
    return `INSERT INTO reviews.edition_move (id, revision, round_id, seq, stands_id, from_edition_id, to_edition_id, criteria_before,
        criteria, trail, reason, proposal_id, proposed_by, decided_by, decided_on)
      SELECT '${id}', 1, n.id, 1, '${id}', p.from_edition_id, p.to_edition_id, n.criteria, reviews.asked_on(p.to_edition_id, n.as_at),
        ${trail}, p.reason, p.id, p.proposed_by, '${worldOf().personId(by)}', '2026-11-23'
      FROM reviews.round n JOIN reviews.proposal p ON p.subject_id = n.id,
        (SELECT '${JSON.stringify(rows[0]?.trail)}'::jsonb AS t) AS told
      WHERE p.id = '${proposal}'`;
  }

  async function sqlAs(part: Part, text: string): Promise<string> {
    return worldOf()
      .service(Database)
      .write(scopeOf(await worldOf().as(part)), (manager) => manager.query(text))
      .then(
        () => 'done',
        (fault: unknown) => String(fault),
      );
  }
}
