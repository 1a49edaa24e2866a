import { join } from 'node:path';
import { projectRoot } from '../../src/kernel/project-root.js';
import { outputOf, PlantedTree } from '../support/planted-tree.js';

const DATABASE = `
/** Ours. */
export class Database {
  write(): void { return; }
}
`;

const WRITES = `
import { createHash } from 'node:crypto';
import type { EntityManager, Repository } from 'typeorm';
import { Database } from '../platform/database/database.js';

/** Writes in every way there is. */
export async function writes(manager: EntityManager, things: Repository<{ id: string }>, id: string): Promise<void> {
  await things.save({ id });
  await things.delete({ id });
  await manager.transaction(async (inner) => { await inner.insert('thing', { id }); });
  await manager.createQueryBuilder().delete().from('thing').execute();
  new Database().write();
  new Map([[id, id]]).delete(id);
  new Set([id]).delete(id);
  createHash('sha256').update(id).digest();
}
`;

const ADDRESSES = `
import type { FastifyRequest } from 'fastify';

/** Goes by how the address is spelled, in every way there is; the address of a module or a link is another matter. */
export function goesByAddress(request: FastifyRequest, { originalUrl }: FastifyRequest, link: { url: string }): boolean {
  const { url } = request.raw;
  return (
    request.url.startsWith('/api/') || request.routeOptions.url === originalUrl || url === link.url || link.url === import.meta.url
  );
}
`;

const STYLE = `
export const undocumented = 1;

/** Has a default. */
export default function helper(thing: unknown): string {
  // eslint-disable-next-line
  return (thing as any).name!;
}

/** Says nothing. */
export class ThingManager {
  handle(a: number, b: number, c: number, d: number, e: number): number {
    return a + b + c + d + e; // TODO
  }
}
`;

const tree = new PlantedTree({
  'src/platform/database/database.ts': DATABASE,
  'src/reviews/writes.ts': WRITES,
  'src/identity/writes.ts': WRITES,
  'src/ledger/writes.ts': WRITES,
  'src/reviews/addresses.ts': ADDRESSES,
  'src/reviews/style.ts': STYLE,
  'src/reviews/style.spec.ts': "it.skip('never runs', () => undefined);",
});
let found: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  found = await faultsIn(tree.folder);
});

afterAll(() => {
  tree.remove();
});

describe('The one door for writes', () => {
  it('is the only one in a feature, and Maps, Sets and hashes are not taken for doors', () => {
    const doors = ['save', 'delete', 'transaction', 'insert', 'delete', 'write'];
    expect(found.get('src/reviews/writes.ts')).toEqual(
      doors.map((method) => `candour/one-door-for-writes "${method}"`),
    );
  });

  it('leaves identity its sessions, and no more', () => {
    const doors = ['save', 'delete', 'transaction', 'insert', 'delete'];
    expect(found.get('src/identity/writes.ts')).toEqual(
      doors.map((method) => `candour/one-door-for-writes "${method}"`),
    );
  });

  it('stands in the ledger', () => {
    expect(found.get('src/ledger/writes.ts')).toEqual([]);
  });
});

describe('Where a request goes', () => {
  it('is known by its route, and nothing is decided by how the address is spelled', () => {
    const decide = found.get('src/reviews/addresses.ts') ?? [];
    expect(decide.map((fault) => fault.split(' ', 1)[0])).toEqual(
      Array.from({ length: 4 }, () => 'candour/decide-by-route'),
    );
  });
});

describe('The style of the house', () => {
  it.each([
    ['an export without a docstring', 'jsdoc/require-jsdoc'],
    ['a default export', 'no-restricted-syntax "Give it a name'],
    ['a value of type any, suppressed or not', '@typescript-eslint/no-explicit-any'],
    ['an assertion that something is there', '@typescript-eslint/no-non-null-assertion'],
    ['a name that says nothing', 'no-restricted-syntax "Name the thing'],
    ['a method that handles', 'no-restricted-syntax "Name what it does'],
    ['a fifth parameter', 'no-restricted-syntax "Four parameters'],
    ['a note of work not done', 'no-warning-comments'],
  ])('does not let through %s', (_what, rule) => {
    expect(found.get('src/reviews/style.ts')).toContainEqual(expect.stringContaining(rule));
  });

  it('does not let through a test that is skipped', () => {
    expect(found.get('src/reviews/style.spec.ts')).toContainEqual(
      expect.stringContaining('A test runs, always'),
    );
  });
});

interface LintedFile {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[];
}

async function faultsIn(folder: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const wanted = ['.', '--config', join(projectRoot, 'eslint.config.mjs'), '--format', 'json'];
  const files = JSON.parse(await outputOf('eslint/bin/eslint.js', wanted, folder)) as LintedFile[];
  return new Map(
    files.map(({ filePath, messages }) => [
      filePath.slice(folder.length + 1).replaceAll('\\\\', '/'),
      messages.map(({ ruleId, message }) => `${String(ruleId)} ${quoted(message)}`),
    ]),
  );
}

/** A message as the tests name it: the quoted part where there is one. */
function quoted(message: string): string {
  return /^"[^"]*"/.exec(message)?.[0] ?? `"${message}`;
}
