import { Injectable } from '@nestjs/common';
import { Unavailable } from '../../../kernel/refusal.js';
import { Database } from '../database.js';
import type { Scope } from '../scope.js';
import { select, sql } from '../selection.js';
import { newerSentence, schemaStanding } from './known-migrations.js';

const OPERATOR_SCOPE: Scope = { role: 'candour_operator', settings: {} };
const LOOKED_AT_EVERY_MS = 5000;
const RAN = select({ name: sql<string>('m.name') }).from('public.schema_migration m');
const NOT_THERE = new Set(['42P01', '3F000', '42501', '42704', '22023']);

/**
 * Whether this version of Candour and the schema of its database belong together. A process that runs on while a newer
 * version migrates beneath it stops serving by itself, because it does not know what its columns mean any more.
 */
@Injectable()
export class SchemaWatch {
  private newer: string | undefined;
  private nextLook = 0;

  constructor(private readonly database: Database) {}

  /** What is wrong with the schema, as a sentence; null when it is this version's. @throws DatabaseAway */
  async look(): Promise<string | null> {
    const ran = await this.database.rows(OPERATOR_SCOPE, RAN).catch(noneWhereNotMigrated);
    const standing = await schemaStanding(ran.map(({ name }) => name));
    this.newer = newerSentence(standing);
    if (this.newer !== undefined) return this.newer;
    return standing.waiting.length === 0 ? null : 'The database has not been migrated.';
  }

  /** Lets a request pass, and looks again every few seconds without keeping it. @throws Unavailable on a newer schema. */
  admit(): void {
    if (performance.now() >= this.nextLook) {
      this.nextLook = performance.now() + LOOKED_AT_EVERY_MS;
      this.look().catch(() => undefined);
    }
    if (this.newer !== undefined) throw new Unavailable(`${this.newer} Try again in a few minutes.`);
  }
}

/** An empty database has neither the table, nor the schema, nor the roles. */
function noneWhereNotMigrated(fault: unknown): { readonly name: string }[] {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
  if (NOT_THERE.has(code)) return [];
  throw fault;
}
