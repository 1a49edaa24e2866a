import { Validator } from '@seriousme/openapi-schema-validator';
import { servedDemoWorld, type ServedDemoWorld } from '../support/demo-world.js';

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: object }>>>>;
}

describe('The API answers as its document says', () => {
  let world: ServedDemoWorld;

  beforeAll(async () => {
    world = await servedDemoWorld();
  }, 180_000);

  afterAll(() => world.close());

  it('and the document is a valid OpenAPI document that describes every answer', async () => {
    const document = await get<Document>('/api/openapi.json');
    const { valid, errors } = await new Validator().validate(
      structuredClone<Record<string, unknown>>({ ...document }),
    );
    expect([valid, errors]).toEqual([true, undefined]);
    const silent = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { responses }]) =>
        Object.keys(responses).some((status) => /^[23]/.test(status)) ? [] : [`${method} ${path}`],
      ),
    );
    expect(silent).toEqual([]);
    expect(Object.keys(document.paths).filter((path) => !path.startsWith('/api/'))).toEqual([]);
  });

  it('with the trust that an ODS code names', async () => {
    const { items } = await get<{ items: { name: string; source: string }[] }>(
      '/api/v1/organisations?ods=RT5',
    );
    expect(items).toMatchObject([{ name: 'Leicestershire Partnership NHS Trust' }]);
    expect(items[0]?.source).toContain('Organisation Data Service');
  });

  it('with the scheme that any of its names finds', async () => {
    const { items } = await get<{ items: { area: string }[] }>('/api/v1/deployments?q=PAVE');
    expect(items.map(({ area }) => area)).toContain('Leicester, Leicestershire and Rutland');
  });

  it('with a receipt for whoever files, once, and with the concern for whoever holds it', async () => {
    const filed = await post('/api/v1/concerns', { words: 'Something happened. 😟 <b>{{ 7*7 }}</b>' });
    expect(filed.status).toBe(201);
    const { reference, secret } = (await filed.json()) as { reference: string; secret: string };
    const own = await post('/api/v1/concerns/receipt', { reference, secret });
    expect([own.status, await own.json()]).toMatchObject([200, { reference }]);
    const wrong = await post('/api/v1/concerns/receipt', { reference, secret: '0000-0000-0000-0000-0' });
    expect(wrong.status).toBe(404);
    expect(wrong.headers.get('content-type')).toContain('application/problem+json');
  });

  it('with what has been published', async () => {
    expect(await get('/api/v1/publications')).toMatchObject({ items: expect.any(Array) as unknown[] });
  });

  async function get<Body>(path: string): Promise<Body> {
    const answer = await fetch(world.address + path);
    expect(answer.status).toBe(200);
    return (await answer.json()) as Body;
  }

  function post(path: string, body: object): Promise<Response> {
    return fetch(world.address + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }
});
