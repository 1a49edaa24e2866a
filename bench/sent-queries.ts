import { Client } from 'pg';
import type { SqlStatement } from '../src/platform/database/database.js';

/** The statements of one transaction, from its scope to its commit. */
export type Transaction = readonly SqlStatement[];

let heard: SqlStatement[] | null = null;

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

/** The statements that the work sends, in order, without those of the worker beside it. */
export async function queriesOf(work: () => Promise<unknown>): Promise<readonly SqlStatement[]> {
  heard = [];
  await work();
  const sent = heard;
  heard = null;
  return sent.filter(({ text }) => text.trim() !== '' && !/graphile_worker|work\.mail/.test(text));
}

/** The transactions that ask for records, each with its scope: all but the door's look at who is calling. */
export function dataTransactions(sent: readonly SqlStatement[]): readonly Transaction[] {
  const all: SqlStatement[][] = [];
  for (const statement of sent)
    if (isOpening(statement) || all.length === 0) all.push([statement]);
    else all.at(-1)?.push(statement);
  return all.filter((one) => !one.some(({ text }) => text.includes('identity.access_token')));
}

/** How many statements ask for or change records: neither a scope nor a commit is one. */
export function dataStatements(transactions: readonly Transaction[]): number {
  return transactions.flat().filter((one) => !isOpening(one) && !/^(COMMIT|ROLLBACK)/.test(one.text)).length;
}

function isOpening({ text }: SqlStatement): boolean {
  return /^(BEGIN|START)/.test(text);
}

function statementOf([query, values]: readonly unknown[]): SqlStatement {
  if (typeof query === 'string') return { text: query, values: Array.isArray(values) ? values : [] };
  if (typeof query === 'object' && query !== null && 'text' in query && typeof query.text === 'string')
    return {
      text: query.text,
      values: 'values' in query && Array.isArray(query.values) ? query.values : [],
      prepared: 'name' in query && typeof query.name === 'string',
    };
  return { text: '', values: [] };
}
