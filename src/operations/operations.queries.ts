import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { scopeOf } from '../identity/actor-scope.js';
import { isId, type Uuid } from '../kernel/identifiers.js';
import { Database } from '../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../platform/database/keyset.js';
import type { Job, LoggedEvent, LogLine, Mail } from './job-view.js';

const MOST_EVENTS = 200;

/** Every SELECT about work, mail and the log; row-level security shows each person what is theirs. */
@Injectable()
export class OperationsQueries {
  constructor(private readonly database: Database) {}

  /** One job that the actor asked for; null when there is none. */
  async job(actor: Actor, id: string): Promise<Job | null> {
    if (!isId(id)) return null;
    return this.database.row<Job>(scopeOf(actor), {
      text: `SELECT ${JOB} FROM work.job j WHERE j.id = $1`,
      values: [id],
    });
  }

  /** The jobs that the actor asked for, newest first. */
  async jobs(actor: Actor, request: PageRequest): Promise<ListPage<Omit<Job & { sort: string }, 'sort'>>> {
    const rows = await this.database.rows<Job & { sort: string }>(scopeOf(actor), {
      text: `SELECT ${JOB}, j.asked_at::text AS sort FROM work.job j
        WHERE ($1::timestamptz IS NULL OR (j.asked_at, j.id) < ($1, $2::uuid)) ORDER BY j.asked_at DESC, j.id DESC LIMIT $3`,
      values: [request.after?.sort ?? null, request.after?.id ?? null, request.limit + 1],
    });
    return pageOf(rows, request);
  }

  /** The outbox, newest first. */
  async mail(actor: Actor, request: PageRequest): Promise<ListPage<Omit<Mail & { sort: string }, 'sort'>>> {
    const rows = await this.database.rows<Mail & { sort: string }>(scopeOf(actor), {
      text: `SELECT m.id, p.email AS "to", m.subject, m.written_at AS "writtenAt", m.sent_at AS "sentAt", m.attempts, m.fault,
          m.written_at::text AS sort
        FROM work.mail m JOIN identity.person p ON p.id = m.person_id
        WHERE ($1::timestamptz IS NULL OR (m.written_at, m.id) < ($1, $2::uuid)) ORDER BY m.written_at DESC, m.id DESC LIMIT $3`,
      values: [request.after?.sort ?? null, request.after?.id ?? null, request.limit + 1],
    });
    return pageOf(rows, request);
  }

  /** The staff log, newest first: what was done, to which record and in which post. */
  async log(actor: Actor, request: PageRequest): Promise<ListPage<LogLine>> {
    const rows = await this.database.rows<LogLine & { sort: string }>(scopeOf(actor), {
      prepared: true,
      text: `SELECT e.id, e.day, e.action, e.subject_kind AS kind, e.subject_id AS "subjectId",
          coalesce(e.leaf::jsonb -> 'actor' ->> 'post', 'nobody known') AS post, e.id::text AS sort
        FROM ledger.event e WHERE e.log = 'staff' AND ($1::uuid IS NULL OR e.id < $1) ORDER BY e.id DESC LIMIT $2`,
      values: [request.after?.id ?? null, request.limit + 1],
    });
    return pageOf(rows, request);
  }

  /** What was done to one record, newest first; two hundred events at most. */
  async history(actor: Actor, kind: string, id: Uuid): Promise<LoggedEvent[]> {
    return this.database.rows<LoggedEvent>(scopeOf(actor), {
      text: `SELECT e.id, e.day, e.action, e.revision, encode(e.leaf_hash, 'hex') AS "leafHash",
          coalesce(e.leaf::jsonb -> 'actor' ->> 'post', 'nobody known') AS post,
          e.leaf::jsonb ->> 'reason' AS reason, e.leaf::jsonb -> 'record' AS record
        FROM ledger.event e WHERE e.subject_kind = $1 AND e.subject_id = $2 ORDER BY e.revision DESC LIMIT $3`,
      values: [kind, id, MOST_EVENTS],
    });
  }
}

const JOB = `j.id, j.title, j.state, j.steps_done AS done, j.steps_total AS total, j.sentence, j.result, j.asked_at AS "askedAt"`;
