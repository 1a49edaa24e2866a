import { scopeOf } from '../../src/identity/actor-scope.js';
import { Database } from '../../src/platform/database/database.js';
import { PageReader } from './page-reader.js';
import type { Part, ServedReviewWorld } from './reviews.js';

/** What the API answers. */
export interface Answered<Body = Record<string, unknown>> {
  readonly status: number;
  /** The answer as it came, to look for the words of a refusal in. */
  readonly text: string;
  readonly body: Body;
}

/** The three ways in which somebody who takes part can try to have theirs: pages, programs, and the database itself. */
export interface InterestedParty {
  /** A page, as they are signed in. */
  readonly page: (path: string) => Promise<PageReader>;
  /** What the API answers a program of theirs that reads. */
  readonly get: <Body = Record<string, unknown>>(path: string) => Promise<Answered<Body>>;
  /** What the API answers a program of theirs that acts. */
  readonly post: (path: string, body?: unknown) => Promise<Answered>;
  /** What PostgreSQL answers the application's role in their name: why it refuses, or how many rows there were. */
  readonly sql: (text: string) => Promise<string>;
}

/** One person of a served world, ready to try everything; null is whoever has no account and reads what is public. */
export function interestedParty(world: ServedReviewWorld, part: Part | null): InterestedParty {
  let token: Promise<string> | undefined;
  const program = programOf(world.address, async () =>
    part === null ? null : (token ??= world.token(part)),
  );
  return {
    page: async (path) => (await readerOf(world, part)).open(path),
    ...program,
    sql: async (text) => {
      if (part === null) throw new Error('Nobody without an account has a program that writes SQL.');
      return answerOf(world, part, text);
    },
  };
}

/** A program that asks the API of this address with a token, or without one. */
export function programOf(
  address: string,
  token: () => Promise<string | null>,
): Pick<InterestedParty, 'get' | 'post'> {
  const call = async <Body>(path: string, body?: unknown): Promise<Answered<Body>> => {
    const secret = await token();
    const response = await fetch(`${address}/api/v1/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        'content-type': 'application/json',
        ...(secret !== null && { authorization: `Bearer ${secret}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, text, body: (text === '' ? {} : JSON.parse(text)) as Body };
  };
  return { get: (path) => call(path), post: (path, body = {}) => call(path, body) };
}

function readerOf(world: ServedReviewWorld, part: Part | null): Promise<PageReader> | PageReader {
  return part === null ? new PageReader(world.address) : world.reader(part);
}

async function answerOf(world: ServedReviewWorld, part: Part, text: string): Promise<string> {
  try {
    const scope = scopeOf(await world.as(part));
    const result: unknown = await world.service(Database).write(scope, (manager) => manager.query(text));
    const [rows, changed] = Array.isArray(result) ? (result as unknown[]) : [];
    const found = typeof changed === 'number' ? changed : Array.isArray(result) ? result.length : rows;
    return `${String(found)} rows`;
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  }
}
