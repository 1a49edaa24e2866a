import { scopeOf } from '../../src/identity/actor-scope.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { NotFound, OutOfTurn, Unprocessable } from '../../src/kernel/refusal.js';
import { Database } from '../../src/platform/database/database.js';
import { select, sql } from '../../src/platform/database/selection.js';
import { ScoringService } from '../../src/reviews/blind-scoring/scoring.service.js';
import { ExcludingService } from '../../src/reviews/excluding/excluding.service.js';
import { ModerationService } from '../../src/reviews/moderation/moderation.service.js';
import { ReviewersQueries, type PanelRow } from '../../src/reviews/reviewers/reviewers.queries.js';
import { ReviewersService } from '../../src/reviews/reviewers/reviewers.service.js';
import { registered } from '../support/deployments.js';
import { anOrganisation } from '../support/organisations.js';
import { panelOfTwoLeads } from '../support/publication.js';
import {
  assignedAndClear,
  declarationOf,
  pastTheLedger,
  reviewWorld,
  scoresFor,
  startedReview,
  submitted,
  withNewPeople,
  type Part,
  type ReviewWorld,
} from '../support/reviews.js';
import { scoredAndLocked, SCORERS } from '../support/scoring.js';

const KNOWN =
  'in another review of this trust or scheme the person was excluded for a conflict, which was not declared and decided here since';
const WHY = 'A sister of theirs leads the team.';
const POST = 'Director of reviews';
const SEEN = select({
  kinds: sql<string[]>(
    `(SELECT array_agg(f ->> 'kind') FROM jsonb_array_elements(s.standing -> 'facts') AS f)`,
  ),
});

describe('Whoever was excluded from one review', () => {
  let ground: ReviewWorld;
  let world: ReviewWorld;
  let here: Uuid;
  let elsewhere: Uuid;
  let criteria: readonly string[];

  beforeAll(async () => {
    ground = await reviewWorld();
  });

  beforeEach(async () => {
    world = await withNewPeople(ground);
    world.clock.setTo('2026-11-23');
    ({ reviewId: elsewhere } = await startedReview(world));
    ({ reviewId: here, criteria } = await startedReview(world));
    await panelOfTwoLeads(world, elsewhere);
    await assignedAndClear(world, here, 'lead', 'lead');
  });

  afterAll(() => ground.close());

  it('declares that in another of the same trust, and takes part once somebody else has decided', async () => {
    await excluded('first');
    await assigned('first');
    expect(await refusedFields(declare('first'))).toEqual(['OTHER']);
    expect(await refusedFields(declare('first', 'FAMILY'))).toEqual(['OTHER']);
    const declarationId = await declare('first', 'OTHER');
    expect(await isBarred('first')).toBe(true);
    await letContinue(declarationId);
    expect(await isBarred('first')).toBe(false);
    expect((await member('first')).conflicts).toEqual([]);
    await submitted(world, here, criteria);
    const scoring = world.service(ScoringService);
    await expect(scoring.scoreAll(await world.as('first'), here, scoresFor(criteria))).resolves.toBeDefined();
  });

  it('also where they had declared it there, and it was decided', async () => {
    const declared = await world
      .service(ReviewersService)
      .declare(await world.as('first'), elsewhere, declarationOf('FAMILY'));
    await world
      .service(ReviewersService)
      .decide(await world.as('lead'), declared, { outcome: 'exclude', reason: WHY, post: POST });
    await assigned('first');
    expect((await refusedFields(declare('first', 'FAMILY'))).sort()).toEqual(['OTHER']);
    await expect(declare('first', 'FAMILY', 'OTHER')).resolves.toBeDefined();
  });

  it('from that day takes no part in another, and nothing goes on there past what was locked', async () => {
    await panelOfReview('stranger', 'first', 'second', 'lived');
    await locked('stranger', ...SCORERS);
    await assignedAndClear(world, elsewhere, 'stranger', 'reviewer');
    world.clock.setTo('2026-11-25');
    await excluded('stranger');
    expect(await isBarred('stranger')).toBe(true);
    const { conflicts, id } = await member('stranger');
    expect(conflicts).toEqual([
      { code: 'EXCLUDED_ELSEWHERE', words: KNOWN, since: '2026-11-25', toDeclare: 'OTHER' },
    ]);
    const waits = `it is not decided what becomes of somebody on the panel: ${KNOWN}`;
    expect(await refusalOf(close())).toContain(waits);
    await world
      .service(ReviewersService)
      .end(await world.as('lead'), { reviewId: here, assignmentId: id, reason: 'They were excluded.' });
    expect(await refusalOf(close())).toContain(waits);

    await assignedAndClear(world, here, 'otherLead', 'lead');
    const decided = { reviewId: here, assignmentId: id, reason: 'So they said there.', post: POST };
    const excluding = world.service(ExcludingService);
    await excluding.exclude(await world.as('lead'), { ...decided, conflict: 'They are related.' });
    await excluding.confirm(await world.as('otherLead'), { ...decided, agrees: true });
    await expect(close()).resolves.toBeDefined();
  });

  it('as well where they had left before it was found: what they locked counts, and is not decided', async () => {
    await panelOfReview('stranger', 'first', 'second', 'lived');
    await locked('stranger', ...SCORERS);
    await world.service(ReviewersService).end(await world.as('lead'), {
      ...{ reviewId: here, assignmentId: (await member('stranger')).id, reason: 'Before it is found.' },
    });
    await assignedAndClear(world, elsewhere, 'stranger', 'reviewer');
    world.clock.setTo('2026-11-25');
    await excluded('stranger');
    expect(await refusalOf(close())).toContain(KNOWN);
  });

  it('locks nothing, and no scores open without it', async () => {
    await panelOfReview('stranger', 'first', 'second', 'lived');
    await locked('first', 'second', 'lived');
    await world.service(ScoringService).scoreAll(await world.as('stranger'), here, scoresFor(criteria));
    await assignedAndClear(world, elsewhere, 'stranger', 'reviewer');
    await excluded('stranger');
    await expect(world.service(ScoringService).lock(await world.as('stranger'), here)).rejects.toThrow(
      NotFound,
    );
    const { rows } = await world.superuser.query(
      'SELECT scores_opened_on FROM reviews.review WHERE id = $1',
      [here],
    );
    expect(rows).toEqual([{ scores_opened_on: null }]);
  });

  it('is so elsewhere only when the exclusion is in force: not while it waits, nor where a second person says no', async () => {
    await submitted(world, elsewhere, criteria);
    for (const part of SCORERS) await scoredAndLocked(world, part, elsewhere, scoresFor(criteria));
    await assignedAndClear(world, here, 'first', 'reviewer');
    const assignmentId = await idElsewhere('first');
    const decided = { reviewId: elsewhere, assignmentId, reason: WHY, post: POST };
    const excluding = world.service(ExcludingService);
    await excluding.exclude(await world.as('lead'), { ...decided, conflict: WHY });
    expect(await isBarred('first')).toBe(false);
    await excluding.confirm(await world.as('otherLead'), { ...decided, agrees: false });
    expect(await isBarred('first')).toBe(false);
    await excluding.exclude(await world.as('lead'), { ...decided, conflict: WHY });
    world.clock.setTo('2026-11-26');
    await excluding.confirm(await world.as('otherLead'), { ...decided, agrees: true });
    expect(await isBarred('first')).toBe(true);
    expect((await member('first')).conflicts).toMatchObject([{ since: '2026-11-26' }]);
  });

  it('declares it anew: what they said before the exclusion cannot have been about it', async () => {
    await assigned('first');
    await letContinue(await declare('first', 'OTHER'));
    expect(await isBarred('first')).toBe(false);
    world.clock.setTo('2026-11-25');
    await excluded('first');
    expect(await isBarred('first')).toBe(true);
    const { items } = await world
      .service(ReviewersQueries)
      .own(await world.as('first'), { limit: 10, after: null });
    expect(items.find(({ reviewId }) => reviewId === here)?.toDeclare).toMatchObject([
      { code: 'EXCLUDED_ELSEWHERE', toDeclare: 'OTHER' },
    ]);
    await letContinue(await declare('first', 'OTHER'));
    expect(await isBarred('first')).toBe(false);
  });

  it('can say so while an interest of theirs waits, and nobody lets them continue before', async () => {
    await assigned('first');
    const before = await declare('first', 'FAMILY');
    await expect(declare('first', 'OTHER')).rejects.toThrow('what was decided');
    await excluded('first');
    expect(await refusalOf(letContinue(before))).toContain(KNOWN);
    await letContinue(await declare('first', 'FAMILY', 'OTHER'));
    expect(await isBarred('first')).toBe(false);
  });

  it('is known to those who lead the other review and to themselves, and why to neither; to nobody else at all', async () => {
    await excluded('first');
    await assigned('first');
    const told = async (part: Part): Promise<unknown[]> => {
      const seen = SEEN.from('reviews.standings_seen($1, $2) s', [world.personId('first'), here]);
      return (await world.service(Database).rows(scopeOf(await world.as(part)), seen)).map(
        ({ kinds }) => kinds,
      );
    };
    expect(await told('first')).toEqual([['excluded']]);
    expect(await told('lead')).toEqual([['excluded']]);
    expect(await told('otherLead')).toEqual([null]);
    expect(await told('admin')).toEqual([null]);
    for (const part of ['second', 'submitter', 'auditor'] as const) expect(await told(part)).toEqual([]);
    expect(JSON.stringify(await member('first'))).not.toContain(WHY);
  });

  it('is excluded from reviews of what became of the trust and of the same scheme, and not of any other', async () => {
    await excluded('first');
    const [heir, other] = await registered(
      world.candour,
      anOrganisation({ name: 'Example Heir Trust' }),
      anOrganisation({ name: 'Example Other Trust' }),
    );
    await pastTheLedger(
      world.superuser,
      `INSERT INTO organisations.succession (id, revision, predecessor_id, successor_id, source, confidence)
       VALUES (gen_random_uuid(), 1, '${world.trustId}', '${heir?.id ?? ''}', 'test', 'A')`,
    );
    expect(await knownIn(heir?.id, null)).toEqual(['excluded']);
    expect(await knownIn(other?.id, world.deploymentId)).toEqual(['excluded']);
    expect(await knownIn(other?.id, null)).toEqual([]);
    await pastTheLedger(world.superuser, 'DELETE FROM organisations.succession');
  });

  /** What is known of the first reviewer where this review were of another trust, and of another scheme. */
  async function knownIn(trust: Uuid | undefined, scheme: Uuid | null): Promise<string[]> {
    await pastTheLedger(
      world.superuser,
      `UPDATE reviews.review SET organisation_id = '${trust ?? ''}', deployment_id = coalesce(${scheme === null ? 'NULL' : `'${scheme}'`}, gen_random_uuid())
       WHERE id = '${here}'`,
    );
    const { rows } = await world.superuser.query<{ kind: string }>(
      'SELECT kind FROM reviews.known_facts($1, $2)',
      [world.personId('first'), here],
    );
    return rows.map(({ kind }) => kind);
  }

  /** A conflict is found in the other review before its scores are open, so that one person decides. */
  async function excluded(part: Part): Promise<void> {
    await world.service(ExcludingService).exclude(await world.as('otherLead'), {
      ...{ reviewId: elsewhere, assignmentId: await idElsewhere(part) },
      ...{ conflict: WHY, reason: 'They would judge her work.', post: POST },
    });
  }

  async function idElsewhere(part: Part): Promise<Uuid> {
    const panel = await world.service(ReviewersQueries).panel(await world.as('otherLead'), elsewhere);
    return panel.find(({ personId }) => personId === world.personId(part))?.id ?? '';
  }

  async function member(part: Part): Promise<PanelRow> {
    const panel = await world.service(ReviewersQueries).panel(await world.as('lead'), here);
    const found = panel.find(({ personId }) => personId === world.personId(part));
    if (!found) throw new Error(`${part} has no part in this review.`);
    return found;
  }

  async function assigned(part: Part): Promise<Uuid> {
    return world.service(ReviewersService).assign(await world.as('lead'), {
      ...{ reviewId: here, personId: world.personId(part) },
      ...{ capacity: 'reviewer', outsideNhsEngland: false },
    });
  }

  async function panelOfReview(...parts: readonly Part[]): Promise<void> {
    for (const part of parts)
      await assignedAndClear(world, here, part, part === 'lived' ? 'lived-experience' : 'reviewer');
    await submitted(world, here, criteria);
  }

  async function locked(...parts: readonly Part[]): Promise<void> {
    for (const part of parts) await scoredAndLocked(world, part, here, scoresFor(criteria));
  }

  async function declare(part: Part, ...yes: readonly string[]): Promise<Uuid> {
    return world.service(ReviewersService).declare(await world.as(part), here, declarationOf(...yes));
  }

  async function letContinue(declarationId: Uuid): Promise<void> {
    await world.service(ReviewersService).decide(await world.as('lead'), declarationId, {
      ...{ outcome: 'continue', reason: 'It is of another team.' },
    });
  }

  async function isBarred(part: Part): Promise<boolean> {
    const { rows } = await world.superuser.query('SELECT * FROM access.engagement_differences()');
    expect(rows).toEqual([]);
    return (await world.as(part)).engagedIn('barred').includes(here);
  }

  async function close(): Promise<unknown> {
    return world.service(ModerationService).close(await world.as('lead'), here);
  }

  async function refusedFields(tried: Promise<unknown>): Promise<string[]> {
    const fault = await tried.catch((refusal: unknown) => refusal);
    expect(fault).toBeInstanceOf(Unprocessable);
    return (fault as Unprocessable).issues.map(({ field }) => field);
  }

  async function refusalOf(tried: Promise<unknown>): Promise<string> {
    const fault = await tried.catch((refusal: unknown) => refusal);
    expect(fault).toBeInstanceOf(OutOfTurn);
    return fault instanceof OutOfTurn ? fault.detail : '';
  }
});
