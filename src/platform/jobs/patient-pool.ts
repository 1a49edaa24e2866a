import { Pool, type PoolClient } from 'pg';

type Connected = (fault: Error | undefined, client: PoolClient | undefined, done: () => void) => void;

/**
 * Connections of the worker. Where PostgreSQL cannot be reached they fail in a way that the queue tries again, however it
 * was away: else the end of a job that nobody could be told of would end the process. After the end of the pool nothing
 * is answered any more.
 */
export class PatientPool extends Pool {
  override connect(): Promise<PoolClient>;
  override connect(connected: Connected): void;
  override connect(connected?: Connected): Promise<PoolClient> | undefined {
    if (connected !== undefined) {
      super.connect(connected);
      return undefined;
    }
    return super.connect().catch((fault: unknown) => {
      if (this.ending) return new Promise<never>(() => undefined);
      throw new Unreachable(fault);
    });
  }
}

/** Its code is one of those that the queue tries again. */
class Unreachable extends Error {
  readonly code = 'ETIMEDOUT';

  constructor(cause: unknown) {
    super('PostgreSQL cannot be reached.', { cause });
  }
}
