import { DECLARATION_QUESTIONS } from '../../src/review-method/independence/declaration-questions.js';
import { SIGNING_CAPACITIES } from '../../src/reviews/self-review/signing.js';
import { AS_AT, servedReviewWorld, type Part, type ServedReviewWorld } from '../support/reviews.js';

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

describe('A review through the API', () => {
  let world: ServedReviewWorld;
  const tokens = new Map<Part, string>();
  let reviewId: unknown;
  let criteria: readonly string[] = [];

  beforeAll(async () => {
    world = await servedReviewWorld();
  });

  afterAll(() => world.close());

  async function call(part: Part | null, path: string, body?: unknown): Promise<Answer> {
    const token = part && (tokens.get(part) ?? (await world.token(part)));
    if (part && token) tokens.set(part, token);
    const response = await fetch(`${world.address}/api/v1/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>,
    };
  }

  const noInterest = Object.fromEntries(DECLARATION_QUESTIONS.map(({ code }) => [code, false]));

  it('shows everyone what will be asked, with sources in force and references as far as they were seen', async () => {
    expect(await call(null, 'frameworks')).toMatchObject({
      status: 200,
      body: { items: [{ key: 'candour-2026-11', criteria: 78 }] },
    });
    const may2021 = await call(null, 'frameworks/candour-2026-11/criteria?asAt=2021-05-12');
    expect(may2021.body['items']).toHaveLength(68);
    expect(JSON.stringify(may2021.body)).not.toContain('NG225');
    expect(JSON.stringify(may2021.body)).toContain('reference being checked');
    expect((await call(null, 'frameworks/nothing/criteria')).status).toBe(404);
    expect((await call(null, 'frameworks/candour-2026-11/criteria?asAt=2021-02-30')).status).toBe(422);
  });

  it('opens a round, which everyone can read', async () => {
    const round = await call('lead', 'rounds', {
      title: 'First round',
      framework: 'candour-2026-11',
      asAt: AS_AT,
      selfReviewDue: '2026-12-11',
      scoringDue: '2027-01-15',
      publicationDate: '2027-03-01',
    });
    expect(round).toMatchObject({
      status: 201,
      body: { publicationDate: '2027-03-01', replyWorkingDays: 10 },
    });
    criteria = round.body['criteria'] as string[];
    expect(await call(null, 'rounds')).toMatchObject({
      status: 200,
      body: { items: [{ title: 'First round' }] },
    });
    const started = await call('lead', `rounds/${String(round.body['id'])}/reviews`, {
      deploymentId: world.deploymentId,
    });
    expect(started.status).toBe(201);
    reviewId = started.body['id'];
  });

  it('takes the trust from acknowledgement to a submission with a hash', async () => {
    const path = `reviews/${String(reviewId)}`;
    expect(await call('submitter', `${path}/acknowledgement`, {})).toMatchObject({
      status: 200,
      body: { work: 'ANSWER', standing: 'ACKNOWLEDGED', publicity: 'PROMISED' },
    });
    const items = criteria.map((criterion) => ({ criterion, score: '2', grade: 'B', reason: 'In place.' }));
    expect((await call('submitter', `${path}/answers`, { items })).status).toBe(201);
    for (const [place, capacity] of SIGNING_CAPACITIES.entries()) {
      const part = (['guardian', 'officer', 'executive'] as const)[place] ?? 'guardian';
      const signed = await call(part, `${path}/signatures`, {
        capacity,
        stance: 'attest',
        version: criteria.length,
      });
      expect(signed.status).toBe(201);
    }
    const receipt = await call('submitter', `${path}/submission`, {});
    expect(receipt).toMatchObject({
      status: 201,
      body: { contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect((await call('submitter', `${path}/submission`, {})).status).toBe(409);
  });

  it('gives reviewers nothing before they declare, then lets them score and lock', async () => {
    const path = `reviews/${String(reviewId)}`;
    const assign = async (by: Part, part: Part, capacity: string, outside: boolean): Promise<Answer> =>
      call(by, `${path}/assignments`, {
        personId: world.personId(part),
        capacity,
        outsideNhsEngland: outside,
      });
    expect((await assign('lead', 'lead', 'lead', false)).status).toBe(201);
    expect((await call('lead', path)).status).toBe(404);
    expect((await call('lead', `${path}/declarations`, noInterest)).status).toBe(201);
    expect((await assign('lead', 'first', 'reviewer', false)).status).toBe(201);
    expect((await assign('lead', 'lived', 'lived-experience', true)).status).toBe(201);
    for (const part of ['first', 'lived'] as const) {
      expect((await call(part, path)).status).toBe(404);
      expect((await call(part, `${path}/declarations`, noInterest)).status).toBe(201);
      expect(await call(part, path)).toMatchObject({
        status: 200,
        body: { work: 'SCORE', standing: 'ANSWERED' },
      });
      const items = criteria.map((criterion) => ({
        criterion,
        score: part === 'first' && criterion === 'SIM-REL-01' ? '0' : '2',
        grade: 'B',
        confidence: 'high',
        rationale: 'It says so.',
      }));
      expect((await call(part, `${path}/scores`, { items })).status).toBe(201);
      expect((await call(part, `${path}/lock`, {})).status).toBe(201);
    }
  });

  it('moderates, takes a reply, decides it and gives the result with its working', async () => {
    const path = `reviews/${String(reviewId)}`;
    const meetings = await call('lead', `${path}/meetings`);
    const needed = (meetings.body['items'] as { criterion: string; reasons: unknown[] }[]).filter(
      ({ reasons }) => reasons.length > 0,
    );
    expect(needed.map(({ criterion }) => criterion)).toEqual(['SIM-REL-01']);
    const proposal = {
      ...{ criterion: 'SIM-REL-01', score: '1', grade: 'B', reason: 'They met.' },
      tookPart: ['1', '2'],
    };
    expect((await call('lead', `${path}/proposals`, { items: [proposal] })).status).toBe(201);
    expect((await call('lead', `${path}/moderation-close`, {})).status).toBe(409);
    for (const part of ['first', 'lived'] as const) {
      const items = [
        {
          criterion: 'SIM-REL-01',
          stance: part === 'first' ? 'dissent' : 'confirm',
          words: 'I would say 0.',
        },
      ];
      expect((await call(part, `${path}/proposal-answers`, { items })).status).toBe(201);
    }
    expect(await call('lead', `${path}/moderation-close`, {})).toMatchObject({
      status: 200,
      body: { replyDueOn: '2026-12-07' },
    });
    const replied = await call('submitter', `${path}/replies`, {
      items: [{ criterion: 'SIM-REL-01', kind: 'error', text: 'Not so.' }],
    });
    const [replyId] = replied.body['ids'] as string[];
    expect(
      (await call('lead', `replies/${String(replyId)}/decision`, { accepted: false, reasons: 'It is so.' }))
        .status,
    ).toBe(201);
    world.clock.setTo('2026-12-08');
    expect((await call('lead', `${path}/replies-close`, {})).status).toBe(204);
    const whole = await call('submitter', path);
    expect(whole).toMatchObject({
      status: 200,
      body: {
        work: 'PUBLISH',
        result: {
          rating: { overall: 'IMPROVEMENT_REQUIRED' },
          reviewers: 2,
          agreement: { quadraticKappa: expect.any(Number) },
        },
      },
    });
    expect(JSON.stringify(whole.body)).not.toContain(world.personId('first'));
  });

  it('tells the trust and reviewers apart who scored by number alone: no assignment, person or seed', async () => {
    const path = `reviews/${String(reviewId)}`;
    const { rows } = await world.superuser.query<{ id: string; person: string }>(
      'SELECT id, person_id AS person FROM reviews.assignment WHERE review_id = $1',
      [reviewId],
    );
    expect(rows).toHaveLength(3);
    for (const part of ['submitter', 'executive', 'first', 'lived'] as const) {
      const reader = await world.reader(part);
      await reader.open(`/${path}/findings`);
      const seen = [JSON.stringify((await call(part, path)).body), reader.html];
      for (const { id, person } of rows)
        for (const text of seen) expect([text.includes(id), text.includes(person)]).toEqual([false, false]);
      expect(seen.join()).not.toMatch(/assignmentId|orderSeed|nonce/i);
      expect(seen[0]).toMatch(/"reviewer":1.*"reviewer":2/);
    }
  });

  it('shows reviewers their own reviews page by page, with all they need to declare and no more', async () => {
    world.clock.setTo('2026-11-23');
    const next = await call('lead', 'rounds', {
      title: 'Second round',
      framework: 'candour-2026-11',
      asAt: AS_AT,
      selfReviewDue: '2026-12-11',
      scoringDue: '2027-01-14',
      publicationDate: '2027-03-01',
    });
    const round = String(next.body['id']);
    const started = await call('lead', `rounds/${round}/reviews`, { deploymentId: world.deploymentId });
    world.clock.setTo('2026-12-08');
    const second = String(started.body['id']);
    const assign = async (part: Part, capacity: string): Promise<Answer> =>
      call('lead', `reviews/${second}/assignments`, {
        ...{ personId: world.personId(part), capacity, outsideNhsEngland: false },
      });
    await assign('lead', 'lead');
    await call('lead', `reviews/${second}/declarations`, noInterest);
    await assign('first', 'reviewer');

    const due = await call('first', 'assignments?limit=1');
    expect(due.body).toEqual({
      items: [
        {
          id: expect.any(String),
          reviewId: second,
          round: 'Second round',
          organisation: 'Example Vale Trust',
          deployment: expect.any(String),
          capacity: 'reviewer',
          clearance: 'undeclared',
          scoringDue: '2027-01-14',
        },
      ],
      next: expect.any(String),
    });
    const later = await call('first', `assignments?limit=1&after=${String(due.body['next'])}`);
    expect(later.body).toMatchObject({ items: [{ reviewId, clearance: 'clear' }], next: null });
  });

  it('lets somebody leave when the scores are open already, and answers that it was done', async () => {
    const path = `reviews/${String(reviewId)}`;
    const { items } = (await call('lead', `${path}/panel`)).body as {
      items: { id: string; personId: string; endedOn: string | null }[];
    };
    const member = items.find(({ personId }) => personId === world.personId('first'))?.id ?? '';
    const left = await call('lead', `${path}/assignments/${member}/end`, { reason: 'Fell ill.' });
    expect(left.status).toBe(204);
    const after = (await call('lead', `${path}/panel`)).body as { items: typeof items };
    expect(after.items.find(({ id }) => id === member)?.endedOn).toBe('2026-12-08');
  });

  it.each([
    ['nothing at all', {}],
    ['a list', []],
    ['a text', 'answers'],
    ['no items', { items: [] }],
    ['items that are none', { items: [null, 7, 'x'] }],
    ['a NUL', { items: [{ criterion: 'SIM-POL-01', score: '2', grade: 'B', reason: 'a\u0000b' }] }],
    ['a lone surrogate', { items: [{ criterion: 'SIM-POL-01', score: '2', grade: 'B', reason: '\ud800' }] }],
    [
      'a score that is none',
      { items: [{ criterion: 'SIM-POL-01', score: '4', grade: 'B', reason: 'They met weekly.' }] },
    ],
    ['a number for a text', { items: [{ criterion: 'SIM-POL-01', score: '2', grade: 'B', reason: 5 }] }],
    [
      'evidence that is none',
      {
        items: [
          { criterion: 'SIM-POL-01', score: '2', grade: 'B', reason: 'They met weekly.', evidenceIds: ['x'] },
        ],
      },
    ],
    [
      '100 kB',
      { items: [{ criterion: 'SIM-POL-01', score: '2', grade: 'B', reason: 'They met. '.repeat(10_000) }] },
    ],
  ])('answers %s with what is wrong, as a problem document', async (_what, body) => {
    const answered = await call('submitter', `reviews/${String(reviewId)}/answers`, body);
    expect(answered.status).toBe(422);
    expect(answered.body['errors']).not.toHaveLength(0);
  });

  it.each(['not-an-id', '00000000-0000-7000-8000-000000000000', '%27%20OR%201=1', '..%2f..'])(
    'knows no review called %s',
    async (id) => {
      for (const path of ['', '/panel', '/meetings', '/submission'])
        expect([path, (await call('lead', `reviews/${id}${path}`)).status]).toEqual([path, 404]);
      expect((await call('submitter', `reviews/${id}/acknowledgement`, {})).status).toBe(404);
      expect((await call('first', `reviews/${id}/lock`, {})).status).toBe(404);
    },
  );
});
