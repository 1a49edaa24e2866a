import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Logger as WorkLogger, run, type Runner, type TaskList } from 'graphile-worker';
import type { Pool, PoolClient } from 'pg';
import type { Json } from '../../kernel/canonical-json.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database } from '../database/database.js';
import { asLongWork } from '../database/waiting/time-limits.js';
import { Connection } from '../database/reaching/connection.js';
import { isBehindPooler } from '../database/reaching/behind-pooler.js';
import { faultRecord } from '../logging/fault-record.js';
import { StartFault } from '../start-fault.js';
import { Observations } from '../observing/observations.js';
import type { SeenJob } from '../observing/observer.js';
import { PatientPool } from './patient-pool.js';
import { JobRecord, type Progress } from './job-record.js';

/** Does one kind of job: reads its input, tells its progress, and returns what its page links to. */
export type JobTask = (input: unknown, progress: Progress, askedBy: Uuid | null) => Promise<Json>;

/**
 * Works off the queue in PostgreSQL. A job survives restarts and runs once at a time; what a task refuses is shown on
 * the job's page as a sentence, and what it faults on is tried again twice.
 */
@Injectable()
export class Worker implements OnApplicationShutdown {
  private readonly log = new Logger('Job');
  private readonly tasks = new Map<string, JobTask>();
  private readonly own: TaskList = {};
  private readonly times: string[] = [];
  private readonly often: string[] = [];
  private runner: Runner | null = null;
  private waiting: NodeJS.Timeout | undefined;
  private pool: Pool | null = null;

  constructor(
    private readonly database: Database,
    private readonly connection: Connection,
    private readonly observations: Observations,
  ) {
    this.own['run-job'] = async (payload, { job }) => {
      await asLongWork(() => this.runJob(payload, job.attempts));
    };
  }

  /** Teaches the worker a kind of job that people ask for; called by each feature's module. */
  teach(name: string, task: JobTask): void {
    this.tasks.set(name, task);
  }

  /** Teaches the worker a chore of the platform itself, which has no page. */
  teachChore(name: string, chore: (payload: unknown) => Promise<void>): void {
    this.own[name] = (payload, { job }) =>
      this.observed(name, async () => {
        await asLongWork(() => chore(payload)).catch((fault: unknown) => {
          this.log.error({ kind: name, queued: job.id, attempt: job.attempts, ...faultRecord(fault) });
          throw fault;
        });
        return 'done';
      });
  }

  /** Teaches the worker a chore that it does every night, an hour or more after midnight, once for all processes. */
  teachNightly(name: string, chore: () => Promise<void>): void {
    this.teachChore(name, chore);
    this.times.push(`${String((this.times.length * 7) % 60)} 2 * * * ${name}`);
  }

  /** Teaches the worker a chore that it does at its start and every minute, once for all processes; what waits is done once. */
  teachOften(name: string, chore: () => Promise<void>): void {
    this.teachChore(name, chore);
    this.often.push(name);
    this.times.push(`* * * * * ${name} ?jobKey=${name}&max=1`);
  }

  /**
   * Begins to work, or as soon as the database is migrated; called once, after every task has been taught.
   * @throws StartFault when a pooler stands between and no connection of its own was named.
   */
  async start(): Promise<void> {
    this.pool = new PatientPool({
      connectionString: this.connection.workerUrl,
      max: 3,
      connectionTimeoutMillis: UNTIL_GIVEN_UP_MS,
      keepAlive: true,
      verify: (client, done) => void this.becomeOperator(client).then(() => done(), done),
    });
    this.pool.on('error', (fault) => this.tell(fault));
    this.pool.on('connect', (client) => client.on('error', () => undefined));
    await this.begin(this.pool);
  }

  /** Finishes what is under way and stops. */
  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.waiting);
    await this.runner?.stop();
    await this.pool?.end();
  }

  /** Once for each connection, which is the worker's alone: nobody else may be handed it with this role. */
  private async becomeOperator(client: PoolClient): Promise<void> {
    if (await isBehindPooler(client))
      throw new StartFault(
        'A pooler stands between Candour and PostgreSQL, and jobs cannot listen through it. Set DATABASE_WORKER_URL to an address of PostgreSQL itself, for the login of DATABASE_APP_URL.',
      );
    await client.query(`SET ROLE ${this.connection.roles.of('candour_operator')}; SET TimeZone TO 'UTC'`);
  }

  private async begin(pool: Pool): Promise<void> {
    if (!(await hasQueue(pool))) {
      this.lookAgain(pool);
      return;
    }
    const runner = await run({
      pgPool: pool,
      taskList: this.own,
      crontab: this.times.join('\n'),
      concurrency: 2,
      noHandleSignals: true,
      logger: new WorkLogger(() => () => undefined),
    });
    this.runner = runner;
    for (const name of ['pool:listen:error', 'worker:getJob:error', 'worker:fatalError'] as const)
      runner.events.on(name, ({ error }) => this.tell(error));
    runner.events.once('worker:getJob:error', () => void this.beginAnew(pool));
    for (const name of this.often)
      await runner
        .addJob(name, {}, { jobKey: name, maxAttempts: 1 })
        .catch((fault: unknown) => this.tell(fault));
  }

  /** Where the very first question of a runner failed it remembers that for ever, so another one takes its place. */
  private async beginAnew(pool: Pool): Promise<void> {
    const runner = this.runner;
    this.runner = null;
    await runner?.stop().catch(() => undefined);
    this.lookAgain(pool);
  }

  private lookAgain(pool: Pool): void {
    if (pool.ending) return;
    const begin = () => void this.begin(pool).catch(() => this.lookAgain(pool));
    this.waiting = setTimeout(begin, UNTIL_LOOKED_AGAIN_MS).unref();
  }

  private tell(fault: unknown): void {
    this.log.warn(faultRecord(fault));
  }

  private async runJob(payload: unknown, attempt: number): Promise<void> {
    const job = await JobRecord.take(this.database, payload);
    if (!job) return;
    await this.observed(job.task, () => this.work(job, attempt));
  }

  private async work(job: JobRecord, attempt: number): Promise<SeenJob['outcome']> {
    const task = this.tasks.get(job.task);
    try {
      if (!task) throw new Error(`No task is called ${job.task}.`);
      await job.finish(await task(job.input, job.progress(), job.askedBy));
      return 'done';
    } catch (fault) {
      if (!(fault instanceof Refusal))
        this.log.error({ kind: job.task, job: job.id, attempt, ...faultRecord(fault) });
      await job.fail(
        fault instanceof Refusal ? fault.detail : 'This stopped because of a fault on our side.',
      );
      if (!(fault instanceof Refusal)) throw fault;
      return 'refused';
    }
  }

  private async observed(kind: string, work: () => Promise<SeenJob['outcome']>): Promise<void> {
    const began = performance.now();
    let outcome: SeenJob['outcome'] = 'failed';
    try {
      outcome = await work();
    } finally {
      this.observations.job({ kind, outcome, seconds: (performance.now() - began) / 1000 });
    }
  }
}

const UNTIL_LOOKED_AGAIN_MS = 1000;
const UNTIL_GIVEN_UP_MS = 30_000;

/** Migrating makes the queue; a database without its roles cannot even be asked. */
async function hasQueue(pool: Pool): Promise<boolean> {
  const asked = "SELECT to_regclass('graphile_worker._private_jobs') IS NOT NULL AS there";
  const found = await pool.query<{ there: boolean }>(asked).catch((fault: unknown) => {
    if (fault instanceof StartFault) throw fault;
    return null;
  });
  return found?.rows[0]?.there === true;
}
