import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { signedIn } from '../support/signed-in.js';

describe('Somebody follows the long work they asked for', () => {
  let world: RunningCandour;

  beforeAll(async () => {
    world = await runningCandour();
  });
  afterAll(() => world.close());

  it('and cancels it while it is under way, once', async () => {
    const { personId, page } = await signedIn(world, 'LEAD_REVIEWER');
    const id = await workUnderWay(personId);
    await page.open('/jobs');
    await page.follow('Example work');
    expect(page.text).toContain('2 of 5');
    await page.press('Cancel');
    expect([page.notice, page.path]).toEqual(['The work was cancelled', `/jobs/${id}`]);
    expect(page.find(`form[action="/jobs/${id}/cancel"]`)).toHaveLength(0);
    expect(await stateOf(id)).toBe('cancelled');
  });

  it('which nobody else sees or cancels, and which is not cancelled once it is done', async () => {
    const asker = await signedIn(world, 'LEAD_REVIEWER');
    const other = await signedIn(world, 'AUDITOR');
    const id = await workUnderWay(asker.personId);
    expect((await other.page.open(`/jobs/${id}`)).status).toBe(404);
    await other.page.open('/jobs');
    expect(other.page.text).toContain('You have not asked for any long work yet.');
    await asker.page.open(`/jobs/${id}`);
    await world.superuser.query("UPDATE work.job SET state = 'done' WHERE id = $1", [id]);
    await asker.page.press('Cancel');
    expect(asker.page.status).toBe(404);
    expect(asker.page.text).toContain('There is no work under way at this address that you asked for.');
    expect(await stateOf(id)).toBe('done');
  });

  async function workUnderWay(askedBy: Uuid): Promise<Uuid> {
    const id = newId();
    await world.superuser.query(
      `INSERT INTO work.job (id, task, title, asked_by, input, state, steps_done, steps_total)
       VALUES ($1, 'example', 'Example work', $2, '{}', 'running', 2, 5)`,
      [id, askedBy],
    );
    return id;
  }

  async function stateOf(id: Uuid): Promise<string | undefined> {
    const { rows } = await world.superuser.query<{ state: string }>(
      'SELECT state FROM work.job WHERE id = $1',
      [id],
    );
    return rows[0]?.state;
  }
});
