import { ConsentsService } from '../../src/concerns/following/consents.service.js';
import { ExpiredConcerns } from '../../src/concerns/erasing/expired-concerns.js';
import { FilingService } from '../../src/concerns/filing/filing.service.js';
import { receiptHolder, VISITOR } from '../../src/identity/actor.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { PageReader } from '../support/page-reader.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { TestClock } from '../support/reviews.js';
import { someAnswers } from './support.js';

describe('A concern that its person took back', () => {
  const clock = new TestClock();
  let candour: RunningCandour;

  beforeAll(async () => {
    candour = await runningCandour({ clock, variables: { CONCERNS_KEPT_AFTER_WITHDRAWAL: '3 months' } });
  });

  afterAll(() => candour.close());

  it('is kept to the last day of its time, and erased in the night after; no other concern is', async () => {
    clock.setTo('2026-11-30');
    const withdrawn = await filed();
    const kept = await filed();
    await candour.app.get(ConsentsService).withdraw(receiptHolder(withdrawn));
    clock.setTo('2027-02-28');
    await doneTonight();
    expect(await sealed(withdrawn)).toBe(2);
    clock.setTo('2027-03-01');
    await doneTonight();
    expect(await sealed(withdrawn)).toBe(0);
    clock.setTo('2040-01-01');
    await doneTonight();
    expect(await sealed(kept)).toBe(2);
  });

  it('is erased with all the others of its day, however many they are', async () => {
    clock.setTo('2040-01-01');
    const many = await Promise.all(Array.from({ length: 103 }, filed));
    for (const id of many) await candour.app.get(ConsentsService).withdraw(receiptHolder(id));
    clock.setTo('2041-01-01');
    await doneTonight();
    expect(await Promise.all(many.map(sealed))).toEqual(many.map(() => 0));
  });

  it('is erased by a chore that the worker knows to do every night', async () => {
    const { rows } = await candour.superuser.query(
      'SELECT identifier FROM graphile_worker._private_known_crontabs',
    );
    expect(rows).toContainEqual({ identifier: 'erase-withdrawn-concerns' });
  });

  it('is promised to be erased by the privacy page, which says when, and the page on which it is taken back leads there', async () => {
    const page = await new PageReader(candour.address).open('/privacy');
    expect(page.text).toContain('then stay sealed for 3 months');
    const { id, reference, secret } = await candour.app.get(FilingService).file(VISITOR, someAnswers());
    await page.open('/answers/return');
    await page.fill('Reference', reference).fill('Code', secret.asLetters).press();
    await page.follow('Take it back');
    await page.follow('its time is over');
    expect(page.text).toContain('then stay sealed for 3 months');
    expect(await sealed(id)).toBe(2);
  });

  async function filed(): Promise<Uuid> {
    return (await candour.app.get(FilingService).file(VISITOR, someAnswers())).id;
  }

  async function sealed(concernId: Uuid): Promise<number> {
    const { rows } = await candour.superuser.query<{ count: number }>(
      'SELECT count(*)::integer AS count FROM concerns.envelope WHERE concern_id = $1 AND sealed_key IS NOT NULL',
      [concernId],
    );
    return rows[0]?.count ?? -1;
  }

  /** Asks for the chore now, as the clock of PostgreSQL does in the night, and waits until it is done. */
  async function doneTonight(): Promise<void> {
    const { rows } = await candour.superuser.query<{ id: string }>(
      "SELECT id FROM graphile_worker.add_job('erase-withdrawn-concerns')",
    );
    for (let waiting = true; waiting;) {
      const left = await candour.superuser.query('SELECT 1 FROM graphile_worker.jobs WHERE id = $1', [
        rows[0]?.id,
      ]);
      waiting = left.rows.length > 0;
    }
  }
});

describe('While an inquiry forbids erasing', () => {
  let candour: RunningCandour;
  const clock = new TestClock();

  beforeAll(async () => {
    candour = await runningCandour({ clock, variables: { CONCERNS_KEPT_AFTER_WITHDRAWAL: 'never' } });
  });

  afterAll(() => candour.close());

  it('nothing that was taken back is erased, and the privacy page says so', async () => {
    const { id } = await candour.app.get(FilingService).file(VISITOR, someAnswers());
    await candour.app.get(ConsentsService).withdraw(receiptHolder(id));
    clock.setTo('2099-01-01');
    await candour.app.get(ExpiredConcerns).eraseDue();
    const { rows } = await candour.superuser.query(
      'SELECT FROM concerns.envelope WHERE concern_id = $1 AND sealed_key IS NOT NULL',
      [id],
    );
    expect(rows).toHaveLength(2);
    expect((await new PageReader(candour.address).open('/privacy')).text).toContain(
      'They are not destroyed for now',
    );
  });
});
