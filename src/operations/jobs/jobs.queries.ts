import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { Database, type SqlStatement } from '../../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import { select, sql, type RowOf } from '../../platform/database/selection.js';
import type { JobState } from './job.js';

/** Long work as its page shows it. */
export type JobView = RowOf<typeof JOB>;

/** Every SELECT about long work; row-level security shows each person what they asked for. */
@Injectable()
export class JobsQueries {
  constructor(private readonly database: Database) {}

  /** One job that the actor asked for; null when there is none. */
  async job(actor: Actor, id: string): Promise<JobView | null> {
    return isId(id) ? this.database.row(scopeOf(actor), JOB.from('work.job j WHERE j.id = $1', [id])) : null;
  }

  /** The jobs that the actor asked for, newest first. */
  async jobs(actor: Actor, request: PageRequest): Promise<ListPage<JobView>> {
    const from = `work.job j WHERE ($1::timestamptz IS NULL OR (j.asked_at, j.id) < ($1, $2::uuid))
      ORDER BY j.asked_at DESC, j.id DESC LIMIT $3`;
    const { after, limit } = request;
    const page = LISTED.from(from, [after?.sort ?? null, after?.id ?? null, limit + 1]);
    return pageOf(await this.database.rows(scopeOf(actor), page), request);
  }

  /** Cancels work that the actor asked for and that is not over; answers whether it did. */
  cancelling(id: Uuid): SqlStatement<RowOf<typeof CANCELLED>> {
    return CANCELLED.within((list) => `SELECT ${list}`, [id]);
  }
}

const JOB = select({
  id: sql<Uuid>('j.id'),
  title: sql<string>('j.title'),
  state: sql<JobState>('j.state'),
  done: sql<number>('j.steps_done'),
  total: sql<number | null>('j.steps_total'),
  sentence: sql<string>('j.sentence'),
  result: sql<unknown>('j.result'),
  askedAt: sql<Date>('j.asked_at'),
});

const LISTED = JOB.and({ sort: sql<string>('j.asked_at::text') });

const CANCELLED = select({ cancelled: sql<boolean>('work.cancel($1)') });
