import { PageReader } from '../support/page-reader.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { TestClock } from '../support/reviews.js';

describe('A draft of a concern that nobody comes back to', () => {
  const clock = new TestClock();
  let candour: RunningCandour;

  beforeAll(async () => {
    candour = await runningCandour({ clock });
  });

  afterAll(() => candour.close());

  it('is kept for thirty days, and removed in the night after', async () => {
    const visitor = new PageReader(candour.address);
    await visitor.open('/answers');
    await visitor.follow('Start');
    await visitor.press();
    expect(await drafts()).toBe(1);
    clock.pass(30 * DAY);
    await doneTonight();
    expect(await drafts()).toBe(1);
    clock.pass(DAY);
    await doneTonight();
    expect(await drafts()).toBe(0);
  });

  it('is removed by a chore that the worker knows to do every night', async () => {
    const { rows } = await candour.superuser.query(
      'SELECT identifier FROM graphile_worker._private_known_crontabs',
    );
    expect(rows).toContainEqual({ identifier: 'remove-expired-drafts' });
  });

  async function drafts(): Promise<number> {
    const { rows } = await candour.superuser.query<{ count: number }>(
      'SELECT count(*)::integer AS count FROM concerns.draft',
    );
    return rows[0]?.count ?? -1;
  }

  /** Asks for the chore now, as the clock of PostgreSQL does in the night, and waits until it is done. */
  async function doneTonight(): Promise<void> {
    const { rows } = await candour.superuser.query<{ id: string }>(
      "SELECT id FROM graphile_worker.add_job('remove-expired-drafts')",
    );
    for (let waiting = true; waiting;) {
      const left = await candour.superuser.query('SELECT 1 FROM graphile_worker.jobs WHERE id = $1', [
        rows[0]?.id,
      ]);
      waiting = left.rows.length > 0;
    }
  }
});

const DAY = 24 * 60 * 60 * 1000;
