import type { Json } from '../../kernel/canonical-json.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { OutOfTurn } from '../../kernel/refusal.js';
import type { Database } from '../database/database.js';
import type { Scope } from '../database/scope.js';

/** Tells how far a job is; refuses when the person who asked has cancelled it. */
export type Progress = (done: number, total: number, sentence: string) => Promise<void>;

const OPERATOR_SCOPE: Scope = { role: 'candour_operator', settings: {} };

interface JobRow {
  readonly id: Uuid;
  readonly task: string;
  readonly input: unknown;
  readonly askedBy: Uuid | null;
}

/** One job while it is being worked on; its row is working state that its page shows. */
export class JobRecord {
  readonly id: Uuid;
  readonly task: string;
  readonly input: unknown;
  readonly askedBy: Uuid | null;

  private constructor(
    private readonly database: Database,
    private readonly row: JobRow,
  ) {
    this.id = row.id;
    this.task = row.task;
    this.input = row.input;
    this.askedBy = row.askedBy;
  }

  /** Takes up the job a queue entry names; null when it is done, cancelled or unknown. */
  static async take(database: Database, payload: unknown): Promise<JobRecord | null> {
    const id = typeof payload === 'object' && payload !== null && 'jobId' in payload ? payload.jobId : null;
    if (!isId(id)) return null;
    const taken = await database.write(OPERATOR_SCOPE, (manager) =>
      manager.query<[JobRow[], number]>(
        `UPDATE work.job SET state = 'running', sentence = 'Started.' WHERE id = $1 AND state <> 'cancelled' AND state <> 'done'
         RETURNING id, task, input, asked_by AS "askedBy"`,
        [id],
      ),
    );
    const [row] = taken[0];
    return row ? new JobRecord(database, row) : null;
  }

  /** The means by which the task tells its progress. */
  progress(): Progress {
    return async (done, total, sentence) => {
      const told = await this.update(
        `steps_done = $2, steps_total = $3, sentence = $4 WHERE id = $1 AND state = 'running'`,
        [done, total, sentence],
      );
      if (told === 0) throw new OutOfTurn('Cancelled before it was done.');
    };
  }

  /** The job is done, and its page shows the result. */
  async finish(result: Json): Promise<void> {
    await this.update(`state = 'done', result = $2, sentence = 'Done.' WHERE id = $1`, [
      JSON.stringify(result),
    ]);
  }

  /** The job stopped, for a reason its page shows. */
  async fail(sentence: string): Promise<void> {
    await this.update(`state = 'failed', sentence = $2 WHERE id = $1 AND state <> 'cancelled'`, [sentence]);
  }

  private async update(change: string, values: readonly unknown[]): Promise<number> {
    const [, count] = await this.database.write(OPERATOR_SCOPE, (manager) =>
      manager.query<[unknown[], number]>(`UPDATE work.job SET ${change}`, [this.row.id, ...values]),
    );
    return count;
  }
}
