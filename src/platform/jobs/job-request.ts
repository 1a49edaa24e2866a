import type { Json } from '../../kernel/canonical-json.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import type { SqlStatement } from '../database/database.js';

/** Long work that a person or the operator asks for. */
export interface JobRequest {
  /** The job's id when the page that asks has made one up, so that asking twice is asking once. */
  readonly id?: Uuid;
  readonly task: string;
  /** What the work is, as its page says it. */
  readonly title: string;
  readonly askedBy: Uuid | null;
  readonly input: Json;
}

/** The job's id, which its page is found by, and the statement that asks for it inside the caller's transaction. */
export function askForJob({ id = newId(), task, title, askedBy, input }: JobRequest): {
  id: Uuid;
  statement: SqlStatement;
} {
  return {
    id,
    statement: {
      text: 'SELECT work.ask($1, $2, $3, $4, $5)',
      values: [id, task, title, askedBy, JSON.stringify(input)],
    },
  };
}
