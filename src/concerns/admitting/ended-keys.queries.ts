import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OPERATOR } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { addDays } from '../../kernel/days/calendar-day.js';
import { Clock } from '../../kernel/clock.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import type { Scope } from '../../platform/database/scope.js';
import { select, sql } from '../../platform/database/selection.js';

/**
 * Which keys of browsers were given back: a random id, and the day after which it may be forgotten because the key would
 * be too old by then in any case. It says neither whose the key was, nor what it opened, nor when that ended.
 */
@Injectable()
export class EndedKeysQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Whether the key was given back. */
  async has(key: Uuid): Promise<boolean> {
    const asked = ENDED.from('concerns.ended_key e WHERE e.id = $1', [key], true);
    return (await this.database.row(scopeOfKey(key), asked)) !== null;
  }

  /** Ends the key now, and with it the draft that only this key opens, if there is one. */
  async end(key: Uuid, { days }: { readonly days: number }): Promise<void> {
    await this.database.write(scopeOfKey(key), async (manager) => {
      await inTurn(manager, key);
      await manager.query(
        'INSERT INTO concerns.ended_key (id, forget_on) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING',
        [key, addDays(this.clock.today(), days)],
      );
      await manager.query('DELETE FROM concerns.draft WHERE id = $1', [key]);
    });
  }

  /** Forgets the keys that are too old to open anything. */
  async removeExpired(): Promise<void> {
    await this.database.write(scopeOf(OPERATOR), (manager) =>
      manager.query('DELETE FROM concerns.ended_key WHERE forget_on < $1', [this.clock.today()]),
    );
  }
}

/** The scope of one key, which sees the draft and the end of that key and nothing else. */
export function scopeOfKey(key: Uuid): Scope {
  return { role: 'candour_public', settings: { 'candour.draft': key } };
}

/**
 * Waits until nobody else changes what this key opens, and says whether the key was ended: a page that was sent before
 * somebody left must not bring back what leaving deleted, whichever arrives first.
 */
export async function isEndedInTurn(manager: EntityManager, key: Uuid): Promise<boolean> {
  await inTurn(manager, key);
  const { text, values } = ENDED.from('concerns.ended_key e WHERE e.id = $1', [key]);
  const found: unknown = await manager.query(text, [...(values ?? [])]);
  return Array.isArray(found) && found.length > 0;
}

const ENDED = select({ id: sql<Uuid>('e.id') });

async function inTurn(manager: EntityManager, key: Uuid): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
}
