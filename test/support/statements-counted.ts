import { Client } from 'pg';

/** How many statements that ask for or change records this process sends to PostgreSQL during the work. */
export async function statementsCounted(work: () => Promise<unknown>): Promise<number> {
  const original: unknown = Reflect.get(Client.prototype, 'query');
  if (typeof original !== 'function') throw new TypeError('pg has changed: its client has no query method.');
  let sent = 0;
  Reflect.set(Client.prototype, 'query', function counted(this: Client, ...given: unknown[]): unknown {
    if (isAboutRecords(textOf(given[0]))) sent += 1;
    const answer: unknown = Reflect.apply(original, this, given);
    return answer;
  });
  await work().finally(() => Reflect.set(Client.prototype, 'query', original));
  return sent;
}

function textOf(query: unknown): string {
  if (typeof query === 'string') return query;
  return typeof query === 'object' && query !== null && 'text' in query && typeof query.text === 'string'
    ? query.text
    : '';
}

/** False for the beginning and the end of a transaction, and for the worker that looks for work meanwhile. */
function isAboutRecords(text: string): boolean {
  return (
    text.trim() !== '' &&
    !/^(BEGIN|START|COMMIT|ROLLBACK)/.test(text) &&
    !/graphile_worker|work\.mail/.test(text)
  );
}
