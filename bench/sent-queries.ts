import { Client } from 'pg';
import type { Statement } from '../src/platform/database/database.js';

let heard: Statement[] | null = null;

/** From now on the statements that this process sends to PostgreSQL can be listened to. */
export function listenToQueries(): void {
  const original: unknown = Reflect.get(Client.prototype, 'query');
  if (typeof original !== 'function') throw new TypeError('pg has changed: its client has no query method.');
  Reflect.set(Client.prototype, 'query', function heardQuery(this: Client, ...given: unknown[]): unknown {
    heard?.push(statementOf(given));
    const answer: unknown = Reflect.apply(original, this, given);
    return answer;
  });
}

/** The statements that the work sends, in order. */
export async function queriesOf(work: () => Promise<unknown>): Promise<readonly Statement[]> {
  heard = [];
  await work();
  const sent = heard;
  heard = null;
  return sent;
}

/** The statements that ask for records: without those of transactions, of the door, and of the worker beside it. */
export function dataQueries(sent: readonly Statement[]): readonly Statement[] {
  const own = sent.filter(({ text }) => !/graphile_worker|work\.mail/.test(text) && text.trim() !== '');
  return own.filter(
    ({ text }) => !/^(BEGIN|COMMIT|ROLLBACK|START)/.test(text) && !text.includes('identity.access_token'),
  );
}

function statementOf([query, values]: readonly unknown[]): Statement {
  if (typeof query === 'string') return { text: query, values: Array.isArray(values) ? values : [] };
  if (typeof query === 'object' && query !== null && 'text' in query && typeof query.text === 'string')
    return { text: query.text, values: 'values' in query && Array.isArray(query.values) ? query.values : [] };
  return { text: '', values: [] };
}
