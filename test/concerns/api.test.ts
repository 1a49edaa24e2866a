import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { signedIn } from '../support/signed-in.js';

const SAID = { themes: ['PLAN_WITHHELD_CARE'], words: 'They would not see me.' };

describe('Concerns for programs', () => {
  let world: RunningCandour;

  beforeAll(async () => {
    world = await runningCandour();
  });

  afterAll(() => world.close());

  it('anyone files without an account, and reads it again with the receipt', async () => {
    const filed = await post('/api/v1/concerns', { ...SAID, consents: ['reviewers'] });
    expect(filed).toMatchObject({ status: 201, body: { reference: expect.stringMatching(/^CND-/) } });
    const { reference, secret, secretInDigits } = filed.body;
    for (const typed of [secret, secretInDigits]) {
      const own = await post('/api/v1/concerns/receipt', { reference, secret: typed });
      expect(own).toMatchObject({
        status: 200,
        body: { reference, state: 'filed', agreedUses: ['reviewers'], messages: [] },
      });
    }
  });

  it('a filing sent again with the same key is the same filing, and other answers are refused', async () => {
    const headers = { 'idempotency-key': '0d3f7e52-6d2c-4a55-9a3b-3f6f0d3c1a11' };
    const [one, again] = await Promise.all([
      post('/api/v1/concerns', SAID, headers),
      post('/api/v1/concerns', SAID, headers),
    ]);
    const other = await post('/api/v1/concerns', { ...SAID, words: 'Something else.' }, headers);
    expect(again.body).toEqual(one.body);
    expect(other).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('nothing of this was recorded') },
    });
  });

  it('a key that others could have chosen too is refused', async () => {
    expect(await post('/api/v1/concerns', SAID, { 'idempotency-key': '1' })).toMatchObject({ status: 422 });
  });

  it('a wrong code and an unknown reference are told the same', async () => {
    const filed = await post('/api/v1/concerns', SAID);
    const { reference, secret } = (await post('/api/v1/concerns', SAID)).body;
    const wrong = await post('/api/v1/concerns/receipt', { reference: filed.body['reference'], secret });
    const unknown = await post('/api/v1/concerns/receipt', { reference: 'CND-0000-0000', secret });
    expect(wrong).toEqual(unknown);
    expect(wrong.status).toBe(404);
    expect((await post('/api/v1/concerns/receipt', { reference, secret })).status).toBe(200);
  });

  it('the holder of a receipt writes, decides about uses, and withdraws', async () => {
    const { reference, secret } = (await post('/api/v1/concerns', SAID)).body;
    const once = '7d9b2c6e-93d7-4d25-8a5e-0c2f5a3b1e77';
    for (let sent = 0; sent < 2; sent += 1)
      expect(
        await post('/api/v1/concerns/receipt/messages', { reference, secret, text: 'Hello?', once }),
      ).toMatchObject({ status: 200, body: { messages: [{ text: 'Hello?', turn: 1 }] } });
    const decided = await post('/api/v1/concerns/receipt/consents', {
      reference,
      secret,
      uses: ['cqc', 'ico'],
    });
    expect(decided.body['agreedUses']).toEqual(['cqc', 'ico']);
    const back = await post('/api/v1/concerns/receipt/withdrawal', { reference, secret });
    expect(back.body).toMatchObject({ state: 'withdrawn', agreedUses: [] });
    expect((await post('/api/v1/concerns/receipt/withdrawal', { reference, secret })).status).toBe(409);
  });

  it('a handler works on it with a token, and nobody without one does', async () => {
    const { reference, secret } = (await post('/api/v1/concerns', SAID)).body;
    const { token } = await signedIn(world, 'CONCERN_HANDLER');
    const authorization = `Bearer ${token}`;
    const listed = await fetch(`${world.address}/api/v1/concerns?limit=100`, { headers: { authorization } });
    const { items } = (await listed.json()) as { items: { id: string; reference: string }[] };
    const id = items.find((item) => item.reference === reference)?.id ?? '';
    expect(await post(`/api/v1/concerns/${id}/triage`, { themes: ['OTHER'] })).toMatchObject({ status: 401 });
    expect(
      await post(`/api/v1/concerns/${id}/triage`, { themes: ['OTHER'] }, { authorization }),
    ).toMatchObject({
      status: 200,
      body: { narrative: SAID, concern: { state: 'triaged' } },
    });
    await post(`/api/v1/concerns/${id}/answer`, { text: 'We looked into it.' }, { authorization });
    const own = await post('/api/v1/concerns/receipt', { reference, secret });
    expect(own.body).toMatchObject({
      state: 'answered',
      messages: [{ answers: true, text: 'We looked into it.' }],
    });
    for (const role of ['ADMIN', 'TRUST_SUBMITTER', 'LEAD_REVIEWER'] as const) {
      const other = await signedIn(world, role);
      const refused = await fetch(`${world.address}/api/v1/concerns/${id}`, {
        headers: { authorization: `Bearer ${other.token}` },
      });
      expect(refused.status).toBe(403);
    }
  });

  it.each([
    null,
    [],
    'text',
    0,
    {},
    { themes: 'OTHER' },
    { themes: ['NOT_A_THEME'] },
    { themes: [null] },
    { themes: [], words: '' },
    { words: 7 },
    { words: 'NUL \0' },
    { words: 'lone \ud800' },
    { words: 'x'.repeat(100_000) },
    { words: { $ne: '' } },
    { ...SAID, consents: ['everything'] },
    { ...SAID, consents: true },
    { ...SAID, organisationId: "'; DROP TABLE concerns.concern; --" },
    { ...SAID, happened: '2020-13-45' },
    { ...SAID, reply: 'email' },
    { ...SAID, filedFor: '__proto__' },
    { ...SAID, place: 'x'.repeat(5_000) },
  ])('what cannot be filed is told clearly (%#)', async (body) => {
    const answer = await post('/api/v1/concerns', body);
    expect([400, 422]).toContain(answer.status);
    expect(String(answer.body['title'])).not.toBe('');
  });

  it.each(['😀', 'مرحبا', '{{7*7}}', '=1+1', '<script>', "' OR 1=1 --", '${jndi:ldap://x}', 'a\u202eb'])(
    'unusual words are kept as they were sent: %j',
    async (text) => {
      const { reference, secret } = (await post('/api/v1/concerns', SAID)).body;
      const own = await post('/api/v1/concerns/receipt/messages', { reference, secret, text });
      expect(own.body).toMatchObject({ messages: [{ text }] });
    },
  );

  async function post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) {
    const response = await fetch(world.address + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }
});
