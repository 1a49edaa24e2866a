import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Logger as WorkLogger, run, type Runner, type TaskList } from 'graphile-worker';
import { Pool } from 'pg';
import type { Json } from '../../kernel/canonical-json.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database } from '../database/database.js';
import { asLongWork } from '../database/waiting/time-limits.js';
import { Connection } from '../database/connection.js';
import { JobRecord, type Progress } from './job-record.js';

/** Does one kind of job: reads its input, tells its progress, and returns what its page links to. */
export type JobTask = (input: unknown, progress: Progress, askedBy: Uuid | null) => Promise<Json>;

/**
 * Works off the queue in PostgreSQL. A job survives restarts and runs once at a time; what a task refuses is shown on
 * the job's page as a sentence, and what it faults on is tried again twice.
 */
@Injectable()
export class Worker implements OnApplicationShutdown {
  private readonly tasks = new Map<string, JobTask>();
  private readonly own: TaskList = {};
  private readonly times: string[] = [];
  private runner: Runner | null = null;
  private waiting: NodeJS.Timeout | undefined;
  private pool: Pool | null = null;

  constructor(
    private readonly database: Database,
    private readonly connection: Connection,
  ) {
    this.own['run-job'] = async (payload) => {
      await asLongWork(() => this.runJob(payload));
    };
  }

  /** Teaches the worker a kind of job that people ask for; called by each feature's module. */
  teach(name: string, task: JobTask): void {
    this.tasks.set(name, task);
  }

  /** Teaches the worker a chore of the platform itself, which has no page. */
  teachChore(name: string, chore: (payload: unknown) => Promise<void>): void {
    this.own[name] = (payload) => asLongWork(() => chore(payload));
  }

  /** Teaches the worker a chore that it does every night, an hour or more after midnight, once for all processes. */
  teachNightly(name: string, chore: () => Promise<void>): void {
    this.teachChore(name, chore);
    this.times.push(`${String((this.times.length * 7) % 60)} 2 * * * ${name}`);
  }

  /** Begins to work, or as soon as the database is migrated; called once, after every task has been taught. */
  async start(): Promise<void> {
    this.pool = new Pool({
      connectionString: this.connection.appUrl,
      max: 3,
      connectionTimeoutMillis: UNTIL_GIVEN_UP_MS,
      keepAlive: true,
      options: '-c role=candour_operator -c TimeZone=UTC',
    });
    this.pool.on('error', () => undefined);
    this.pool.on('connect', (client) => client.on('error', () => undefined));
    await this.begin(this.pool);
  }

  /** Finishes what is under way and stops. */
  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.waiting);
    await this.runner?.stop();
    await this.pool?.end();
  }

  private async begin(pool: Pool): Promise<void> {
    if (!(await hasQueue(pool))) {
      this.lookAgain(pool);
      return;
    }
    this.runner = await run({
      pgPool: pool,
      taskList: this.own,
      crontab: this.times.join('\n'),
      concurrency: 2,
      noHandleSignals: true,
      logger: new WorkLogger(() => () => undefined),
    });
  }

  private lookAgain(pool: Pool): void {
    if (pool.ending) return;
    const begin = () => void this.begin(pool).catch(() => this.lookAgain(pool));
    this.waiting = setTimeout(begin, UNTIL_LOOKED_AGAIN_MS).unref();
  }

  private async runJob(payload: unknown): Promise<void> {
    const job = await JobRecord.take(this.database, payload);
    if (!job) return;
    const task = this.tasks.get(job.task);
    try {
      if (!task) throw new Error(`No task is called ${job.task}.`);
      await job.finish(await task(job.input, job.progress(), job.askedBy));
    } catch (fault) {
      await job.fail(
        fault instanceof Refusal ? fault.detail : 'This stopped because of a fault on our side.',
      );
      if (!(fault instanceof Refusal)) throw fault;
    }
  }
}

const UNTIL_LOOKED_AGAIN_MS = 1000;
const UNTIL_GIVEN_UP_MS = 30_000;

/** Migrating makes the queue; a database without its roles cannot even be asked. */
async function hasQueue(pool: Pool): Promise<boolean> {
  const asked = "SELECT to_regclass('graphile_worker._private_jobs') IS NOT NULL AS there";
  const found = await pool.query<{ there: boolean }>(asked).catch(() => null);
  return found?.rows[0]?.there === true;
}
