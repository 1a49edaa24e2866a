import { recordFileJsonSchema } from '../../src/legal-basis/record/record-file.js';
import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { aFlow } from '../support/data-flows.js';
import { publishedScheme, registered, somebody, newScheme } from '../support/deployments.js';
import { anOrganisation } from '../support/organisations.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { signedIn } from '../support/signed-in.js';

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

describe('Programs record and sign data flows with a token', () => {
  let world: RunningCandour;
  let deploymentId: Uuid;
  let tokens: Record<'submitter' | 'guardian' | 'officer' | 'executive' | 'rival' | 'reviewer', string>;

  beforeAll(async () => {
    world = await runningCandour();
    const [trust, rival] = await registered(world.app, anOrganisation(), anOrganisation());
    if (!trust || !rival) throw new Error('The organisations were not registered.');
    const submitter = somebody('TRUST_SUBMITTER', trust.id);
    deploymentId = await publishedScheme(world.app, submitter, newScheme(trust.id));
    const tokenOf = async (
      ...given: Parameters<typeof signedIn> extends [unknown, ...infer Rest] ? Rest : never
    ) => (await signedIn(world, ...given)).token;
    tokens = {
      submitter: await tokenOf('TRUST_SUBMITTER', trust.id),
      guardian: await tokenOf('CALDICOTT_GUARDIAN', trust.id),
      officer: await tokenOf('DATA_PROTECTION_OFFICER', trust.id),
      executive: await tokenOf('EXECUTIVE_APPROVER', trust.id),
      rival: await tokenOf('TRUST_SUBMITTER', rival.id),
      reviewer: await tokenOf('REVIEWER'),
    };
  });

  afterAll(() => world.close());

  it('from the draft to the last signature', async () => {
    const drafted = await send('submitter', 'POST', 'flows', {
      deploymentId,
      record: aFlow({ necessityText: '' }),
    });
    expect(drafted).toMatchObject({ status: 201, body: { version: 1, revision: 1, submitted: false } });
    const id = String(drafted.body['id']);
    expect(drafted.body['record']).toMatchObject({ ...aFlow({ necessityText: '' }), id, deploymentId });

    const report = await send('submitter', 'GET', `flows/${id}/report`);
    expect(resultOf(report, 'R-GEN-03')).toMatchObject({ outcome: 'FAIL', citation: { confidence: 'A' } });

    const changed = await send('submitter', 'PUT', `flows/${id}`, {
      record: drafted.body['record'],
      revision: 1,
    });
    expect(changed).toMatchObject({ status: 200, body: { revision: 2 } });
    expect(await send('submitter', 'PUT', `flows/${id}`, { record: aFlow(), revision: 1 })).toMatchObject({
      status: 409,
      body: { title: 'This record changed since you opened it' },
    });

    const refused = await send('submitter', 'POST', `flows/${id}/submission`, {});
    expect(refused.status).toBe(422);
    const wanted = pointersOf(refused.body).map((pointer) => pointer.replace('/explanations/', ''));
    expect(wanted).toContain('R-GEN-03');
    const explanations = Object.fromEntries(wanted.map((rule) => [rule, 'It is being written.']));
    const soFar = { 'R-GEN-03': 'Half a word.', 'together-rights': 'Nobody kept it.' };
    for (const [words, status] of [
      [{ explanations: soFar, revision: 1 }, 409],
      [{ explanations: { 'R-GEN-03': 'x'.repeat(4001) } }, 422],
      [{ explanations: { nonsense: 'Words.' } }, 422],
      [{ explanations: soFar, revision: 2 }, 200],
    ] as const)
      expect((await send('submitter', 'PUT', `flows/${id}/explanations`, words)).status).toBe(status);
    expect(await send('submitter', 'GET', `flows/${id}`)).toMatchObject({ body: { explanations: soFar } });
    expect(await send('submitter', 'POST', `flows/${id}/submission`, { explanations })).toMatchObject({
      status: 200,
      body: { submitted: true, explanations },
    });
    expect((await send('submitter', 'PUT', `flows/${id}`, { record: aFlow() })).status).toBe(409);

    const sign = (who: keyof typeof tokens, capacity: string, decision: string) =>
      send(who, 'POST', `flows/${id}/sign-offs`, { capacity, decision, reasons: 'People asked for it.' });
    expect(await sign('officer', 'DPO', 'APPROVED')).toMatchObject({ status: 422 });
    expect(await sign('guardian', 'EXEC_APPROVER', 'APPROVED')).toMatchObject({ status: 403 });
    expect(await sign('guardian', 'CALDICOTT_GUARDIAN', 'REFUSED')).toMatchObject({ status: 201 });
    expect(await sign('officer', 'DPO', 'ADVISED')).toMatchObject({ status: 201 });
    expect(await sign('executive', 'SIRO', 'ACCEPTED_RISK')).toMatchObject({ status: 201 });

    const flow = await send('guardian', 'GET', `flows/${id}`);
    const [stored] = flow.body['reports'] as { id: string }[];
    const whole = await send('guardian', 'GET', `flows/${id}/reports/${stored?.id ?? ''}`);
    expect(resultOf(whole, 'R-GEN-03')).toMatchObject({ outcome: 'FAIL' });
    expect(await send('submitter', 'POST', `flows/${id}/versions`, { reason: 'Reviewed.' })).toMatchObject({
      status: 201,
      body: { version: 2, replacesId: id },
    });
    const listed = await send('submitter', 'GET', `flows?deployment=${deploymentId}`);
    expect(listed).toMatchObject({ status: 200, body: { items: [{ version: 2 }], next: null } });

    const disclosed = await send(null, 'GET', `deployments/${deploymentId}/flow-disclosures`);
    const subjects = (disclosed.body['items'] as { subject: string }[]).map(({ subject }) => subject).sort();
    expect(subjects).toEqual([...Array(4).fill('rule-results'), ...Array(3).fill('sign-off')]);
  });

  it('and nobody without a part in it learns that it is there', async () => {
    const { body } = await send('submitter', 'POST', 'flows', { deploymentId, record: {} });
    const id = String(body['id']);
    for (const path of [`flows/${id}`, `flows/${id}/report`, `flows/${newId()}`, 'flows/nonsense'])
      expect({ path, ...(await send('rival', 'GET', path)) }).toMatchObject({ path, status: 404 });
    expect(await send('rival', 'GET', `flows?deployment=${deploymentId}`)).toMatchObject({
      status: 200,
      body: { items: [] },
    });
    expect((await send('rival', 'PUT', `flows/${id}`, { record: {} })).status).toBe(404);
    expect((await send('rival', 'POST', 'flows', { deploymentId, record: {} })).status).toBe(403);
    expect((await send('reviewer', 'GET', `flows/${id}`)).status).toBe(403);
    expect((await send(null, 'GET', `flows/${id}`)).status).toBe(401);
  });

  it('and is led to the value that is to be mended, in a record that is refused', async () => {
    const record = { parties: [{ name: 'One' }, { name: 2 }], titel: 'A slip' };
    const refused = await send('submitter', 'POST', 'flows', { deploymentId, record });
    expect(refused.status).toBe(422);
    expect(pointersOf(refused.body)).toEqual(
      expect.arrayContaining(['/record/parties/1/name', '/record/titel']),
    );
  });

  it('and odd records are refused with a pointer or stored as they are, and never a fault', async () => {
    const odd: readonly unknown[] = [
      undefined,
      null,
      [],
      'text',
      7,
      { flows: [] },
      { __proto__: { polluted: true } },
      { title: ['a list'] },
      { title: 'x'.repeat(100_000) },
      { title: '\0' },
      { title: '\ud800' },
      { title: '=HYPERLINK("x")' },
      { title: "'; DROP TABLE data_sharing.data_flow; --" },
      { title: '{{ 7 * 7 }}' },
      { title: '\u202e\u2067 right to left 😀' },
      { startDate: '2021-02-30' },
      { startDate: 20210101 },
      { parties: {} },
      { parties: [null] },
      { assertions: Array.from({ length: 500 }, () => ({ art6: '6_1_e' })) },
      { rights: { complaintAcknowledgementDays: -1 } },
      { rights: { complaintAcknowledgementDays: 1e300 } },
      { rights: { complaintAcknowledgementDays: 12345678901234 } },
    ];
    for (const record of odd) {
      const { status, body } = await send('submitter', 'POST', 'flows', { deploymentId, record });
      expect({ record, status: status === 201 || status === 422 }).toEqual({ record, status: true });
      if (status === 201) {
        const again = await send('submitter', 'GET', `flows/${String(body['id'])}`);
        expect(again.body['record']).toMatchObject(record as object);
        expect((await send('submitter', 'GET', `flows/${String(body['id'])}/report`)).status).toBe(200);
      } else
        expect(body).toMatchObject({ errors: [expect.objectContaining({ detail: expect.any(String) })] });
    }
  });

  it('and the structure of a record is published', async () => {
    const { status, body } = await send(null, 'GET', 'flow-record-schema');
    expect({ status, body }).toEqual({
      status: 200,
      body: JSON.parse(JSON.stringify(recordFileJsonSchema())),
    });
    expect((await send(null, 'GET', '../openapi.json')).body).toMatchObject({
      paths: { '/api/v1/flows': expect.anything(), '/api/v1/flows/{id}/sign-offs': expect.anything() },
    });
  });

  it('a draft is put aside and taken up again, and the list says which drafts are put aside', async () => {
    const { body } = await send('submitter', 'POST', 'flows', { deploymentId, record: aFlow() });
    const id = String(body['id']);
    for (const reason of [undefined, '', ' \n ', 'x'.repeat(1001), 'a\0b', ['a list']])
      expect(await send('submitter', 'POST', `flows/${id}/put-aside`, { reason })).toMatchObject({
        status: 422,
        body: { errors: [expect.objectContaining({ pointer: '/reason' })] },
      });
    const act = { reason: 'Begun twice.', revision: 1 };
    expect((await send('guardian', 'POST', `flows/${id}/put-aside`, act)).status).toBe(403);
    expect((await send('rival', 'POST', `flows/${id}/put-aside`, act)).status).toBe(404);
    expect(await send('submitter', 'POST', `flows/${id}/put-aside`, { ...act, revision: 2 })).toMatchObject({
      status: 409,
      body: { title: 'This record changed since you opened it' },
    });
    const aside = {
      putAsideOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      putAsideReason: 'Begun twice.',
    };
    expect(await send('submitter', 'POST', `flows/${id}/put-aside`, act)).toMatchObject({
      status: 200,
      body: { id, revision: 2, ...aside, versions: [{ id, putAsideOn: aside.putAsideOn }] },
    });
    for (const [method, path, body] of [
      ['PUT', `flows/${id}`, { record: aFlow() }],
      ['POST', `flows/${id}/submission`, {}],
    ] as const)
      expect(await send('submitter', method, path, body)).toMatchObject({
        status: 409,
        body: { detail: 'This draft is put aside. Take it up again first.' },
      });
    expect(await found('false', id)).toEqual([]);
    expect(await found('true', id)).toMatchObject([aside]);
    expect((await send('submitter', 'GET', `flows?deployment=${deploymentId}&putAside=yes`)).status).toBe(
      422,
    );
    expect(await send('submitter', 'POST', `flows/${id}/take-up`, { revision: 2 })).toMatchObject({
      status: 200,
      body: { revision: 3, putAsideOn: null, putAsideReason: null },
    });
    expect(await found('false', id)).toMatchObject([{ putAsideOn: null }]);
    expect((await send('submitter', 'POST', `flows/${id}/take-up`, {})).status).toBe(409);
  });

  it('a draft that is sent twice under one id is begun once', async () => {
    const once = newId();
    const draft = { deploymentId, record: aFlow(), once };
    const first = await send('submitter', 'POST', 'flows', draft);
    expect(first).toMatchObject({ status: 201, body: { id: once, revision: 1 } });
    expect(await send('submitter', 'POST', 'flows', draft)).toMatchObject({
      status: 201,
      body: { id: once },
    });
    const { body } = await send('submitter', 'GET', `flows?deployment=${deploymentId}`);
    expect((body['items'] as { id: string }[]).filter(({ id }) => id === once)).toHaveLength(1);
    expect(await send('submitter', 'POST', 'flows', { ...draft, once: 'again' })).toMatchObject({
      status: 422,
    });
  });

  async function found(putAside: string, id: string): Promise<readonly unknown[]> {
    const path = `flows?deployment=${deploymentId}&limit=100&putAside=${putAside}`;
    const { body } = await send('submitter', 'GET', path);
    return (body['items'] as { id: string }[]).filter((row) => row.id === id);
  }

  async function send(
    who: keyof typeof tokens | null,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Answer> {
    const response = await fetch(`${world.address}/api/v1/${path}`, {
      method,
      headers: {
        ...(who !== null && { authorization: `Bearer ${tokens[who]}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }
});

function pointersOf(body: Record<string, unknown>): string[] {
  return (body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer);
}

function resultOf({ body }: Answer, wanted: string): unknown {
  return (body['results'] as { rule: string }[]).find(({ rule }) => rule === wanted);
}
