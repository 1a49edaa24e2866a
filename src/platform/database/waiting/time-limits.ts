import { AsyncLocalStorage } from 'node:async_hooks';

/** How long one piece of work may wait for the database, in milliseconds. */
export interface TimeLimits {
  /** For one statement to be answered. */
  readonly statement: number;
  /** For a lock that another transaction holds. */
  readonly lock: number;
  /** In a transaction, for the application to ask for the next thing. */
  readonly idle: number;
  /** For a whole transaction, whether or not PostgreSQL still answers. */
  readonly whole: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** The limits of jobs, exports and the console: long work is long, but it too ends. */
const LONG_WORK: TimeLimits = {
  statement: 30 * MINUTE,
  lock: MINUTE,
  idle: 10 * MINUTE,
  whole: 120 * MINUTE,
};

const longWork = new AsyncLocalStorage<true>();

/** The limits of a request that may wait so many seconds for an answer. */
export function requestLimits(seconds: number): TimeLimits {
  const statement = seconds * SECOND;
  return { statement, lock: statement / 2, idle: 2 * statement, whole: 3 * statement };
}

/** Does work that nobody waits for at a page: whatever it asks of the database has the limits of long work. */
export function asLongWork<T>(work: () => Promise<T>): Promise<T> {
  return longWork.run(true, work);
}

/** The limits that hold here: those of requests, unless this is long work. */
export function limitsHere(ofRequests: TimeLimits): TimeLimits {
  return longWork.getStore() === true ? LONG_WORK : ofRequests;
}

/** The limits as PostgreSQL's own settings. It knows none for a whole transaction. */
export function asSettings({ statement, lock, idle }: TimeLimits): Readonly<Record<string, string>> {
  return {
    statement_timeout: String(statement),
    lock_timeout: String(lock),
    idle_in_transaction_session_timeout: String(idle),
  };
}
