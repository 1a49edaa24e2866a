import { inProduction } from '../support/https-front.js';
import { PageReader } from '../support/page-reader.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { aReader } from './support.js';

describe('Where nobody could read what people say', () => {
  let candour: RunningCandour;

  beforeAll(async () => {
    candour = await runningCandour({
      variables: { ...(await inProduction()), PUBLIC_URL: 'http://127.0.0.1:3000' },
    });
  }, 60_000);

  afterAll(() => candour.close());

  it('nothing is taken in, and people are told at once and where else to turn', async () => {
    const page = await new PageReader(candour.address).open('/answers');
    expect(page.text).toContain('You cannot send anything here yet');
    expect(page.text).toContain('01632 960123');
    expect(page.text).not.toContain('Start');
    expect(await filed()).toMatchObject({
      status: 503,
      detail: expect.stringContaining('nothing was sent') as string,
    });
    const { rows } = await candour.superuser.query('SELECT FROM concerns.concern');
    expect(rows).toEqual([]);
  });

  it('until somebody has joined who can, and again when the last of them is shut out', async () => {
    const reader = await aReader(candour.superuser);
    const page = await new PageReader(candour.address).open('/answers');
    expect(page.text).not.toContain('You cannot send anything here yet');
    expect(await filed()).toMatchObject({ status: 201 });
    await candour.superuser.query(
      `SET session_replication_role = 'replica'; UPDATE identity.person SET suspended_on = '2026-01-02' WHERE id = '${reader}'; RESET session_replication_role`,
    );
    expect(await filed()).toMatchObject({ status: 503 });
  });

  async function filed(): Promise<{ readonly status: number; readonly detail?: string }> {
    const response = await fetch(`${candour.address}/api/v1/concerns`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ words: 'They said a plan told them not to see me.' }),
    });
    return { ...((await response.json()) as object), status: response.status };
  }
});
