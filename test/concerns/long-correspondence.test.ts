import { FilingService, type FiledConcern } from '../../src/concerns/filing/filing.service.js';
import { VISITOR } from '../../src/identity/actor.js';
import { PageReader } from '../support/page-reader.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { signedIn, type SignedIn } from '../support/signed-in.js';
import { someAnswers } from './support.js';

const WRITTEN = 501;

describe('A concern about which more than five hundred messages were written', () => {
  let world: RunningCandour;
  let handler: SignedIn;
  let filed: FiledConcern;

  beforeAll(async () => {
    world = await runningCandour();
    handler = await signedIn(world, 'CONCERN_HANDLER');
    filed = await world.app.get(FilingService).file(VISITOR, someAnswers());
    await behindTheScenes(
      `INSERT INTO concerns.message (id, revision, concern_id, turn, direction, answers, key_id, day, erased_on)
       SELECT gen_random_uuid(), 1, $1, turn, 'from-person', false, 'none', date '2026-01-01' + (turn - 1) / 300, '2026-01-03'
       FROM generate_series(1, ${WRITTEN}) AS turn`,
    );
    await behindTheScenes(
      `INSERT INTO concerns.reading (id, revision, concern_id, part, person_id, post, day)
       SELECT gen_random_uuid(), 1, $1, 'concern', gen_random_uuid(), 'CONCERN_HANDLER', date '2026-02-01' + n
       FROM generate_series(0, 200) AS n`,
    );
  });

  afterAll(() => world.close());

  it('is answered and closed all the same, and the answer is the next message', async () => {
    expect(await post('triage', { themes: ['OTHER'] })).toMatchObject({ status: 200 });
    const answered = await post('answer', { text: 'This is what we found.' });
    expect(answered).toMatchObject({ status: 200, body: { concern: { state: 'answered' } } });
    const { messages } = answered.body as { messages: { turn: number; text: string | null }[] };
    expect(messages.at(-1)).toMatchObject({ turn: WRITTEN + 1, text: 'This is what we found.' });
    expect(await post('closure', {})).toMatchObject({ status: 200, body: { concern: { state: 'closed' } } });
  });

  it('gives a program every message once, page by page from the newest', async () => {
    const turns: number[] = [];
    for (let before: number | null = 100_000; before !== null;) {
      const answer = await receipt({ before });
      const { messages, earlier } = answer.body as { messages: { turn: number }[]; earlier: number | null };
      turns.unshift(...messages.map(({ turn }) => turn));
      before = earlier;
    }
    expect(turns).toEqual(Array.from({ length: WRITTEN + 1 }, (_, at) => at + 1));
    for (const before of [0, -1, 1.5, 'x', 2 ** 40])
      expect(await receipt({ before })).toMatchObject({ status: 422 });
  });

  it('shows its handler and its person the newest messages, and leads to the earlier ones and back', async () => {
    const own = await new PageReader(world.address).open('/answers/return');
    await own.fill('Reference', filed.reference).fill('Code', filed.secret.asLetters).press();
    await handler.page.open(`/concerns/${filed.id}`);
    for (const page of [own, handler.page]) {
      expect(page.text).toContain('This is what we found.');
      await page.follow('Earlier messages');
      expect(page.status).toBe(200);
      expect(page.text).not.toContain('This is what we found.');
      await page.follow('Newest messages');
      expect(page.text).toContain('This is what we found.');
      expect(page.text).not.toContain('Newest messages');
    }
  });

  it('counts what was written on a day, and says when it was read more often than is listed', async () => {
    const { timeline } = (await receipt({})).body as { timeline: { when: string; title: string }[] };
    expect(timeline).toContainEqual({ when: '2026-01-01', title: 'You wrote to us (300 messages)' });
    expect(timeline).toContainEqual({ when: '2026-01-02', title: 'You wrote to us (201 messages)' });
    expect(timeline.filter(({ title }) => title === 'It had been read on earlier days too')).toHaveLength(1);
    const { page } = await signedIn(world, 'AUDITOR');
    await page.open(`/concerns/${filed.id}`);
    expect(page.text).toContain('It was read before that too; the newest 200 are shown.');
  });

  async function behindTheScenes(statement: string): Promise<void> {
    await world.superuser.query("SET session_replication_role = 'replica'");
    await world.superuser.query(statement, [filed.id]);
    await world.superuser.query('RESET session_replication_role');
  }

  function receipt(wanted: object) {
    const { reference, secret } = filed;
    return send('/api/v1/concerns/receipt', { reference, secret: secret.asLetters, ...wanted });
  }

  function post(act: string, body: object) {
    return send(`/api/v1/concerns/${filed.id}/${act}`, body);
  }

  async function send(path: string, body: object) {
    const response = await fetch(world.address + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${handler.token}` },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }
});
