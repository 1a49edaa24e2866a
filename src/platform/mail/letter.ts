import { newId, type Uuid } from '../../kernel/identifiers.js';
import type { SqlStatement } from '../database/database.js';

/**
 * The statement that writes a mail to a person inside the caller's transaction. The text carries no content of any
 * case: it says that something waits, and where to sign in.
 */
export function letterTo(personId: Uuid, subject: string, body: string): SqlStatement {
  return { text: 'SELECT work.write_mail($1, $2, $3, $4)', values: [newId(), personId, subject, body] };
}
