import { OPERATOR } from '../../src/identity/actor.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { OutOfTurn } from '../../src/kernel/refusal.js';
import { running } from '../../src/ledger/act.js';
import { Ledger } from '../../src/ledger/ledger.js';
import { askForJob } from '../../src/platform/jobs/job-request.js';
import { Worker, type JobTask } from '../../src/platform/jobs/worker.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';

/** A job as its page reads it, and whether the queue will run it again. */
interface Job {
  readonly state: string;
  readonly sentence: string;
  readonly result: unknown;
  readonly waits: boolean;
}

const LOOKS = 200;
const BETWEEN_LOOKS_MS = 100;

describe('Long work that people ask for', () => {
  let candour: RunningCandour;

  beforeAll(async () => {
    candour = await runningCandour();
  });

  afterAll(() => candour.close());

  it('that stops because of a fault is tried again by itself, and succeeds', async () => {
    let runs = 0;
    const id = await asked('falters once', async () => {
      runs += 1;
      if (runs === 1) throw new Error('The network was away.');
      return Promise.resolve({ file: 'the report' });
    });
    expect(await whenOver(id)).toMatchObject({
      state: 'done',
      sentence: 'Done.',
      result: { file: 'the report' },
    });
    expect(runs).toBe(2);
  });

  it('that faults every time is tried three times, and its page shows a sentence without the fault', async () => {
    let runs = 0;
    const id = await asked('falters always', () => {
      runs += 1;
      return Promise.reject(new Error('secret inside'));
    });
    expect(await whenOver(id)).toMatchObject({
      state: 'failed',
      sentence: 'This stopped because of a fault on our side.',
      result: null,
    });
    expect(runs).toBe(3);
  });

  it('that is refused is not tried again, and its page shows why', async () => {
    let runs = 0;
    const id = await asked('is refused', () => {
      runs += 1;
      return Promise.reject(new OutOfTurn('There is nothing to report yet.'));
    });
    expect(await whenOver(id)).toMatchObject({
      state: 'failed',
      sentence: 'There is nothing to report yet.',
    });
    expect(runs).toBe(1);
  });

  async function asked(task: string, work: JobTask): Promise<Uuid> {
    candour.app.get(Worker).teach(task, work);
    const { id, statement } = askForJob({ task, title: task, askedBy: null, input: {} });
    await candour.app.get(Ledger).perform(OPERATOR, running(statement));
    return id;
  }

  /** The job once the queue has let go of it; the time until it is tried again, which grows, is cut short. */
  async function whenOver(id: Uuid): Promise<Job> {
    for (let looks = 0; looks < LOOKS; looks += 1) {
      await candour.superuser.query(
        'UPDATE graphile_worker._private_jobs SET run_at = now() WHERE locked_at IS NULL AND attempts < max_attempts AND run_at > now()',
      );
      const { rows } = await candour.superuser.query<Job>(
        `SELECT j.state, j.sentence, j.result, EXISTS (SELECT FROM graphile_worker._private_jobs q
           WHERE q.payload ->> 'jobId' = j.id::text AND (q.attempts < q.max_attempts OR q.locked_at IS NOT NULL)) AS waits
         FROM work.job j WHERE j.id = $1`,
        [id],
      );
      const [job] = rows;
      if (job?.waits === false) return job;
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
    }
    throw new Error('The job is not over.');
  }
});
