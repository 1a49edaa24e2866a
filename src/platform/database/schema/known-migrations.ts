import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { MigrationInterface } from 'typeorm';

/** A migration of this version of Candour: the name under which a database keeps that it ran, and what runs it. */
export interface KnownMigration {
  readonly name: string;
  readonly run: new () => MigrationInterface;
}

const FOLDER = new URL('../../../../migrations/', import.meta.url);

let read: Promise<readonly KnownMigration[]> | undefined;

/** Every migration of this version, oldest first. They are read once. */
export function knownMigrations(): Promise<readonly KnownMigration[]> {
  return (read ??= readMigrations());
}

/** How the migrations that a database ran stand to those that this version knows. */
export interface SchemaStanding {
  /** Those that have not run there yet. */
  readonly waiting: readonly string[];
  /** Those that a newer Candour ran there. */
  readonly unknown: readonly string[];
}

/** Compares the names of the migrations that ran somewhere with those of this version. */
export async function schemaStanding(ran: readonly string[]): Promise<SchemaStanding> {
  const known = (await knownMigrations()).map(({ name }) => name);
  return {
    waiting: known.filter((name) => !ran.includes(name)),
    unknown: ran.filter((name) => !known.includes(name)),
  };
}

/** What a database that is newer than this version is told as; undefined when it is not. */
export function newerSentence({ unknown }: SchemaStanding): string | undefined {
  const [first] = unknown;
  if (first === undefined) return undefined;
  return `The database is newer than this version of Candour: the migration ${first} ran there, which this version does not know.`;
}

async function readMigrations(): Promise<readonly KnownMigration[]> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.js')).sort();
  const modules = await Promise.all(
    files.map((file) => import(fileURLToPath(new URL(file, FOLDER))) as Promise<Record<string, unknown>>),
  );
  return modules.flatMap((module) =>
    Object.values(module).flatMap((run) => (isMigration(run) ? [{ name: run.name, run }] : [])),
  );
}

function isMigration(exported: unknown): exported is new () => MigrationInterface {
  return typeof exported === 'function' && /\d{13}$/.test(exported.name);
}
