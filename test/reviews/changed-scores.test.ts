import { NotFound, Unprocessable } from '../../src/kernel/refusal.js';
import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { adding } from '../../src/ledger/act.js';
import { Ledger } from '../../src/ledger/ledger.js';
import { made } from '../../src/platform/database/recorded.js';
import { Score } from '../../src/reviews/blind-scoring/score.entity.js';
import { ScoringService, type ScoreToGive } from '../../src/reviews/blind-scoring/scoring.service.js';
import { ReviewersQueries } from '../../src/reviews/reviewers/reviewers.queries.js';
import {
  scoresFor,
  servedReviewWorld,
  submittedReview,
  type Part,
  type ServedReviewWorld,
} from '../support/reviews.js';

describe('A reviewer who changes a score', () => {
  let world: ServedReviewWorld;
  let reviewId: Uuid;
  let criteria: readonly string[];

  beforeAll(async () => {
    world = await servedReviewWorld();
    ({ reviewId, criteria } = await submittedReview(world));
  });

  afterAll(() => world.close());

  const given = {
    criterion: 'SIM-POL-01',
    score: '0',
    grade: 'B',
    confidence: 'high',
    rationale: 'So.',
  } as const;

  async function score(part: Part, different: Partial<ScoreToGive>): Promise<Uuid> {
    return world.service(ScoringService).score(await world.as(part), reviewId, { ...given, ...different });
  }

  /** Writes a score past every service, as somebody who holds the reviewer's session and the ledger could. */
  async function forged(part: Part, different: Partial<Score>): Promise<void> {
    const actor = await world.as(part);
    const own = await world.service(ReviewersQueries).ownIn(actor, reviewId);
    const about = {
      id: newId(),
      assignmentId: own?.id ?? '',
      reviewId,
      evidenceIds: [],
      scoredOn: '2026-11-23',
    };
    const record = made(Score, { ...given, ...about, seq: 2, changedBecause: null, ...different });
    await world.service(Ledger).perform(actor, adding('score', Score, record));
  }

  it.each([
    ['the score', { score: '3', grade: 'A' }],
    ['how strong the evidence is', { grade: 'C' }],
    ['how sure they are', { confidence: 'low' }],
  ] as const)('says why, whatever of it is changed: %s', async (_, different) => {
    const scoring = world.service(ScoringService);
    const first = await world.as('first');
    const before = { ...given, changedBecause: 'As before.' };
    await scoring.score(first, reviewId, before);
    await expect(scoring.score(first, reviewId, { ...given, ...different })).rejects.toThrow(Unprocessable);
    await scoring.score(first, reviewId, { ...given, ...different, changedBecause: 'Another rota came.' });
  });

  it('only rewords the reason without saying why', async () => {
    await score('second', {});
    await expect(score('second', { rationale: 'So it is.' })).resolves.toBeDefined();
    await score('second', { score: '1', changedBecause: 'Read again.' });
  });

  it('is held to it by PostgreSQL, and gives a first score no reason for a change', async () => {
    await score('lived', {});
    await expect(forged('lived', { score: '3' })).rejects.toThrow('whoever changes a score says why');
    await expect(forged('lived', { score: '3', changedBecause: ' ' })).rejects.toThrow();
    await expect(forged('lived', { criterion: 'SIM-POL-02', seq: 1, changedBecause: 'So.' })).rejects.toThrow(
      'a first score changes nothing',
    );
    await forged('lived', { score: '3', changedBecause: 'Read again.' });
  });

  it('is read in it by nobody before the scores are open, and by whoever compares them after', async () => {
    const path = `/api/v1/reviews/${reviewId}`;
    const scores = scoresFor(criteria, { 'SIM-POL-01': { changedBecause: 'A second rota was found.' } });
    const scoring = world.service(ScoringService);
    for (const part of ['first', 'lived'] as const)
      await scoring.scoreAll(await world.as(part), reviewId, scores);
    expect(await told('second', path)).not.toContain('A second rota was found.');
    expect(await told('group', path)).not.toContain('A second rota was found.');
    await scoring.scoreAll(await world.as('second'), reviewId, scores);
    for (const part of ['first', 'second', 'lived'] as const)
      await scoring.lock(await world.as(part), reviewId);
    expect(await told('lived', path)).toContain('A second rota was found.');
    const reader = await (await world.reader('first')).open(`/reviews/${reviewId}/findings?open=all`);
    expect(reader.text).toContain('Changed before locking to 2: A second rota was found.');
    await expect(score('first', { changedBecause: 'Too late.' })).rejects.toThrow(/locked/);
    await expect(score('stranger', {})).rejects.toThrow(NotFound);
  });

  async function told(part: Part, path: string): Promise<string> {
    const headers = { authorization: `Bearer ${await world.token(part)}` };
    return (await fetch(world.address + path, { headers })).text();
  }
});
