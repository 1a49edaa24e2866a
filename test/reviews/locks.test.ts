import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { EvidenceService } from '../../src/evidence/documents/evidence.service.js';
import { NotFound } from '../../src/kernel/refusal.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { ScoresQueries } from '../../src/reviews/blind-scoring/scores.queries.js';
import { ScoringService } from '../../src/reviews/blind-scoring/scoring.service.js';
import { ReviewersQueries } from '../../src/reviews/reviewers/reviewers.queries.js';
import { ReviewersService } from '../../src/reviews/reviewers/reviewers.service.js';
import { ReviewsQueries } from '../../src/reviews/reviews.queries.js';
import {
  submittedReview,
  assignedAndClear,
  reviewWorld,
  scoresFor,
  startedReview,
  type Part,
  type ReviewWorld,
} from '../support/reviews.js';
import { scoredAndLocked, SCORERS } from '../support/scoring.js';

function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

describe('Locking scores', () => {
  let world: ReviewWorld;
  let reviewId: Uuid;
  let criteria: readonly string[];

  beforeAll(async () => {
    world = await reviewWorld();
  });

  beforeEach(async () => {
    ({ reviewId, criteria } = await submittedReview(world));
  });

  afterAll(() => world.close());

  async function lock(part: Part): Promise<{ opened: boolean }> {
    return world.service(ScoringService).lock(await world.as(part), reviewId);
  }

  async function scoreAndLock(part: Part): Promise<{ opened: boolean }> {
    return scoredAndLocked(world, part, reviewId, scoresFor(criteria));
  }

  async function assignmentOf(part: Part): Promise<Uuid> {
    return (await world.service(ReviewersQueries).ownIn(await world.as(part), reviewId))?.id ?? '';
  }

  async function end(assignmentId: Uuid): Promise<void> {
    const leaving = { reviewId, assignmentId, reason: 'Fell ill.' };
    await world.service(ReviewersService).end(await world.as('lead'), leaving);
  }

  async function openedOn(): Promise<string | null> {
    return (await world.service(ReviewsQueries).header(await world.as('lead'), reviewId)).scoresOpenedOn;
  }

  /** How many transactions wait for another one. */
  async function waiting(): Promise<number> {
    const { rowCount } = await world.superuser.query(
      "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
    );
    return rowCount ?? 0;
  }

  /** Whether the row of the table and the review were written last by one and the same transaction. */
  async function inOneAct(table: 'assignment' | 'score_lock', assignmentId: Uuid): Promise<boolean> {
    const column = table === 'assignment' ? 'id' : 'assignment_id';
    const { rows } = await world.superuser.query<{ same: boolean }>(
      `SELECT x.xmin = r.xmin AS same FROM reviews.${table} x JOIN reviews.review r ON r.id = x.review_id
       WHERE x.${column} = $1`,
      [assignmentId],
    );
    return rows[0]?.same === true;
  }

  it('is about every part of each score, the evidence it names too: anybody can compute the hash by hand', async () => {
    const about = { kind: 'review', id: reviewId };
    const offer = async (title: string): Promise<Uuid> => {
      const { id } = await world.service(EvidenceService).offer(await world.as('submitter'), {
        ...{ about, title, documentType: 'CORRESPONDENCE', dated: null, audience: 'everyone' },
        ...{ content: Buffer.from(`What ${title} says.`), whyNotEveryone: null },
      });
      return id;
    };
    const [rota, minutes] = [await offer('The rota'), await offer('The minutes')];
    const [first = '', second = ''] = [...criteria].sort();
    const given = scoresFor(criteria, {
      [first]: { evidenceIds: [rota, minutes], rationale: 'Says “no officer” – twice.', confidence: 'low' },
      [second]: { score: 'U', grade: null },
    });
    await world.service(ScoringService).scoreAll(await world.as('first'), reviewId, given);
    await lock('first');

    const assignmentId = await assignmentOf('first');
    const [locked] = await world.service(ScoresQueries).locks(await world.as('first'), reviewId);
    const scores = [...criteria].sort().map((code) => {
      const [evidence, score, grade, confidence, rationale] =
        code === first
          ? [`"${rota}","${minutes}"`, '2', '"B"', 'low', 'Says “no officer” – twice.']
          : [
              '',
              code === second ? 'U' : '2',
              code === second ? 'null' : '"B"',
              'high',
              `Why ${code} was scored so.`,
            ];
      const said = hashOf(`${hashOf(`${locked?.salt ?? ''} ${code}`)} ${rationale}`);
      return `{"confidence":"${confidence}","criterion":"${code}","evidenceIds":[${evidence}],"grade":${grade},"rationaleHash":"${said}","score":"${score}","seq":1}`;
    });
    const nonce = locked?.nonce ?? '';
    const text = `{"format":"candour-lock/2","nonce":"${nonce}","reviewId":"${reviewId}","reviewer":"${hashOf(`${nonce} ${assignmentId}`)}","scores":[${scores.join(',')}]}`;
    expect(locked?.contentHash).toBe(hashOf(text));
    const withoutEvidence = text.replace(`"${rota}","${minutes}"`, `"${rota}"`);
    expect(locked?.contentHash).not.toBe(hashOf(withoutEvidence));
  });

  it('as the last opens all scores in the same act', async () => {
    expect(await scoreAndLock('first')).toMatchObject({ opened: false });
    expect(await scoreAndLock('second')).toMatchObject({ opened: false });
    expect(await openedOn()).toBeNull();
    expect(await scoreAndLock('lived')).toMatchObject({ opened: true });
    expect(await inOneAct('score_lock', await assignmentOf('lived'))).toBe(true);
  });

  it('is not waited for of those who leave: their going opens the scores in the same act, and what they did not lock is not read', async () => {
    const leaving = await assignedAndClear(world, reviewId, 'stranger', 'reviewer');
    await world.service(ScoringService).scoreAll(await world.as('stranger'), reviewId, scoresFor(criteria));
    for (const part of SCORERS) expect(await scoreAndLock(part)).toMatchObject({ opened: false });
    await end(leaving);
    expect(await openedOn()).toBe('2026-11-23');
    expect(await inOneAct('assignment', leaving)).toBe(true);
    const scores = await world.service(ScoresQueries).ofReview(await world.as('first'), reviewId);
    expect(new Set(scores.map(({ assignmentId }) => assignmentId)).size).toBe(3);
  });

  it('opens the scores though the last to lock and the last to leave go at the same moment', async () => {
    const leaving = await assignedAndClear(world, reviewId, 'stranger', 'reviewer');
    await scoreAndLock('first');
    await scoreAndLock('second');
    await world.service(ScoringService).scoreAll(await world.as('lived'), reviewId, scoresFor(criteria));
    const beforeEvents = new Client({ connectionString: world.database.superuserUrl });
    await beforeEvents.connect();
    await beforeEvents.query('BEGIN; LOCK TABLE ledger.event IN SHARE MODE');
    const both = Promise.all([lock('lived'), end(leaving)]);
    while ((await waiting()) < 2) await setTimeout(10);
    await beforeEvents.query('COMMIT');
    await beforeEvents.end();
    await both;
    expect(await openedOn()).toBe('2026-11-23');
  });

  it('is no hindrance to leaving afterwards: somebody can leave when the scores are open already', async () => {
    for (const part of SCORERS) await scoreAndLock(part);
    const leaving = await assignmentOf('second');
    await expect(end(leaving)).resolves.toBeUndefined();
    expect(await assignmentOf('second')).toBe('');
    await expect(end(leaving)).rejects.toThrow('has ended already');
  });

  it('is of one review: nobody leaves another through its address', async () => {
    const elsewhere = await assignmentOf('second');
    ({ reviewId } = await startedReview(world));
    await assignedAndClear(world, reviewId, 'lead', 'lead');
    await expect(end(elsewhere)).rejects.toThrow(NotFound);
  });
});
