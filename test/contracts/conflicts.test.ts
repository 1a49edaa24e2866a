import { DatabaseError } from 'pg';
import { ChangedMeanwhile, OutOfTurn } from '../../src/kernel/refusal.js';
import { newId } from '../../src/kernel/identifiers.js';
import { refusalOfDatabase } from '../../src/ledger/database-refusal.js';
import { released, settledReview } from '../support/publication.js';
import { servedReviewWorld, type Part, type ServedReviewWorld } from '../support/reviews.js';

const GROUNDS = {
  post: 'Director of reviews',
  reason: 'It identifies a patient.',
  legalBasis: 'UK GDPR Article 17',
};

describe('A conflict is answered with 409 and a problem document that says what to do', () => {
  let world: ServedReviewWorld;
  let reviewId: string;
  let releaseId: string;
  let waiting: string;

  beforeAll(async () => {
    world = await servedReviewWorld();
    ({ reviewId } = await settledReview(world));
    waiting = await proposed('lead', `reviews/${reviewId}/refusal-to-publish`);
    releaseId = await released(world, reviewId);
  });

  afterAll(() => world.close());

  it('when somebody else saved a newer version meanwhile', async () => {
    const people = `deployments/${world.deploymentId}/people`;
    const version = await revisionOfScheme();
    expect((await sent('submitter', people, { offenceHistory: 'NONE', version })).status).toBe(200);
    await expectConflict(
      sent('submitter', people, { offenceHistory: 'ALL', version }),
      new ChangedMeanwhile().detail,
      new ChangedMeanwhile().title,
    );
  });

  it('when a rule of the record says that it is not its turn', async () => {
    await expectConflict(
      sent('submitter', `deployments/${world.deploymentId}/publication`, {
        version: await revisionOfScheme(),
      }),
      'This deployment is already in the public register.',
    );
  });

  it('when a rule that looks at other records says so in PostgreSQL', async () => {
    await expectConflict(
      sent('otherLead', `proposals/${waiting}/agreement`, {}),
      'This was not saved, because what was published is withdrawn, not refused.',
    );
  });

  it('when a record that it is about is not there', async () => {
    await expectConflict(
      sent('lead', `reviews/${reviewId}/assignments`, {
        personId: newId(),
        capacity: 'reviewer',
        outsideNhsEngland: true,
      }),
      'This was not saved, because ',
    );
  });

  it('when it was done before, and of two who do it at once exactly one is told so', async () => {
    const path = `publications/${releaseId}/withdrawal`;
    const [one, other] = [await proposed('lead', path), await proposed('otherLead', path)];
    const answers = await Promise.all([
      sent('otherLead', `proposals/${one}/agreement`, {}),
      sent('lead', `proposals/${other}/agreement`, {}),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    for (const again of answers.filter(({ status }) => status === 409))
      await expectConflict(again, 'This was not saved, because a release is withdrawn once.');
    await expectConflict(sent('lead', path, GROUNDS), 'This release was withdrawn before.');
  });

  it.each([
    ['a value that only one may have', '23505', 409],
    ['a rule of one record', '23514', 409],
    ['a record that is not there', '23503', 409],
    ['a span that overlaps another', '23P01', 409],
    ['a row that somebody may not touch', '42501', 403],
    ['two who wait for each other', '40P01', 503],
    ['another who was quicker', '40001', 503],
  ])('for PostgreSQL, which refuses %s with %s', (_what, code, status) => {
    expect(refusalOfDatabase(broken(code, 'something happens once'))).toMatchObject({ status });
  });

  it('and a rule of PostgreSQL without a sentence stays a fault, which says nothing of the inside', () => {
    const fault = broken('23505', 'item_pkey');
    expect(refusalOfDatabase(fault)).toBe(fault);
  });

  async function revisionOfScheme(): Promise<number> {
    const read = await fetch(`${world.address}/api/v1/deployments/${world.deploymentId}`);
    return ((await read.json()) as { readonly revision: number }).revision;
  }

  /** Proposes what takes two, and returns the id of the proposal. */
  async function proposed(part: Part, path: string): Promise<string> {
    return ((await (await sent(part, path, GROUNDS)).json()) as { readonly id: string }).id;
  }

  async function sent(part: Part, path: string, body: object): Promise<Response> {
    return fetch(`${world.address}/api/v1/${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await world.token(part)}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });
  }
});

async function expectConflict(
  answer: Response | Promise<Response>,
  detail: string,
  title: string = new OutOfTurn(detail).title,
): Promise<void> {
  const found = await answer;
  expect({
    status: found.status,
    type: found.headers.get('content-type'),
    body: await found.json(),
  }).toEqual({
    status: 409,
    type: 'application/problem+json; charset=utf-8',
    body: {
      type: 'urn:candour:problem:out-of-turn',
      title,
      status: 409,
      detail: expect.stringContaining(detail) as string,
    },
  });
}

function broken(code: string, constraint: string): DatabaseError {
  return Object.assign(new DatabaseError('It was refused.', 0, 'error'), { code, constraint });
}
