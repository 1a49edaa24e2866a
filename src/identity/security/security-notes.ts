import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { newTimelessId, type Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { Worker } from '../../platform/jobs/worker.js';
import { faultRecord } from '../../platform/logging/fault-record.js';
import { OPERATOR } from '../actor.js';
import { GATE, scopeOf } from '../actor-scope.js';

/** What is noted of attempts on the service. */
export const SECURITY_NOTE_KINDS = ['sign-in-failed', 'sign-in-slowed', 'act-refused'] as const;

/** One kind of attempt. */
export type SecurityNoteKind = (typeof SECURITY_NOTE_KINDS)[number];

/** An attempt: whose account it was on or by, null when it is nobody's, and the pattern of the route of a refused act. */
export interface Attempt {
  readonly kind: SecurityNoteKind;
  readonly personId: Uuid | null;
  readonly route?: string;
}

/** For how many days attempts are kept. */
export const NOTES_KEPT_DAYS = 90;

const DAY_MS = 86_400_000;
/** From this many rows a minute on, attempts on further accounts are counted together, as nobody's. */
const MOST_ROWS_A_MINUTE = 60;

/**
 * Counts attempts by account and minute, in PostgreSQL and as lines of the log. What was typed is kept nowhere, and
 * neither are network addresses. That something cannot be noted is told to the log and stops nobody.
 */
@Injectable()
export class SecurityNotes implements OnModuleInit {
  private readonly log = new Logger('Security');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly worker: Worker,
  ) {}

  /** Takes on the chore of forgetting. */
  onModuleInit(): void {
    this.worker.teachNightly('forget-security-notes', () => this.forget());
  }

  /** Notes one attempt; the log is told of the first of its kind in a minute, of the tenth, the hundredth and so on. */
  async note({ kind, personId, route }: Attempt): Promise<void> {
    const values = [newTimelessId(), this.clock.now(), kind, personId, route ?? null, MOST_ROWS_A_MINUTE];
    try {
      const [noted] = await this.database.write(GATE, (manager) =>
        manager.query<{ person: Uuid | null; count: number }[]>(NOTING, values),
      );
      if (noted && /^10*$/.test(String(noted.count)))
        this.log.warn({
          event: kind,
          person: noted.person,
          ...(route !== undefined && { route }),
          count: noted.count,
        });
    } catch (fault) {
      this.log.error({ event: kind, ...faultRecord(fault) });
    }
  }

  private async forget(): Promise<void> {
    const oldest = new Date(this.clock.now().getTime() - NOTES_KEPT_DAYS * DAY_MS);
    await this.database.write(scopeOf(OPERATOR), (manager) =>
      manager.query('DELETE FROM identity.security_note WHERE minute < $1', [oldest]),
    );
  }
}

const NOTING = `
  WITH asked AS (
    SELECT date_trunc('minute', $2::timestamptz, 'UTC') AS minute, $3::text AS kind, $4::uuid AS person_id, $5::text AS route),
  known AS (
    SELECT EXISTS (SELECT FROM identity.security_note n, asked a WHERE n.minute = a.minute AND n.kind = a.kind
        AND n.person_id IS NOT DISTINCT FROM a.person_id AND n.route IS NOT DISTINCT FROM a.route)
      OR (SELECT count(*) < $6 FROM identity.security_note n, asked a WHERE n.minute = a.minute) AS alone)
  INSERT INTO identity.security_note AS noted (id, minute, kind, person_id, route, count)
    SELECT $1, a.minute, a.kind, CASE WHEN alone THEN a.person_id END, CASE WHEN alone THEN a.route END, 1 FROM asked a, known
  ON CONFLICT (minute, kind, person_id, route) DO UPDATE SET count = noted.count + 1
  RETURNING noted.person_id AS person, noted.count`;
