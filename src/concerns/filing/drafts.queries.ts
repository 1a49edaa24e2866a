import { Injectable } from '@nestjs/common';
import { OPERATOR } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { addDays } from '../../kernel/days/calendar-day.js';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { select, sql } from '../../platform/database/selection.js';
import type { Draft } from '../questions/page-order.js';
import type { FilingSeed } from './filing-seed.js';
import { isEndedInTurn, scopeOfKey } from '../admitting/ended-keys.queries.js';
import { openDraft, sealDraft } from './sealed-draft.js';

const DAYS_KEPT = 30;

/**
 * Drafts between two pages: a sealed row that only the browser with its seed can find, open, change or delete. They
 * are working state of the person's, not records, so no event tells of them.
 */
@Injectable()
export class DraftsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What was answered so far; null when there is no draft, or it has expired or been deleted. */
  async read(seed: FilingSeed): Promise<Draft | null> {
    const row = await this.database.row(
      scopeOfKey(seed.draftId),
      DRAFT.from(
        'concerns.draft d WHERE d.id = $1 AND d.expires_on >= $2',
        [seed.draftId, this.clock.today()],
        true,
      ),
    );
    return row && parsed(openDraft(row.sealed, seed));
  }

  /**
   * Adds answers to the draft, or begins one, and returns it; two pages sent at the same time both keep theirs. Null when
   * the browser has given its key back meanwhile: then nothing is kept.
   */
  async add(seed: FilingSeed, answers: Draft): Promise<Draft | null> {
    return this.database.write(scopeOfKey(seed.draftId), async (manager) => {
      if (await isEndedInTurn(manager, seed.draftId)) return null;
      const found: unknown = await manager.query(
        'SELECT sealed FROM concerns.draft WHERE id = $1 FOR UPDATE',
        [seed.draftId],
      );
      const draft = { ...parsed(openDraft(sealedIn(found), seed)), ...answers };
      const sealed = sealDraft(JSON.stringify(draft), seed);
      await manager.query(
        `INSERT INTO concerns.draft (id, sealed, expires_on) VALUES ($1, $2, $3)
         ON CONFLICT (id) DO UPDATE SET sealed = $2, expires_on = $3`,
        [seed.draftId, sealed, addDays(this.clock.today(), DAYS_KEPT)],
      );
      return draft;
    });
  }

  /** Deletes the draft at once. */
  async remove(seed: FilingSeed): Promise<void> {
    await this.database.write(scopeOfKey(seed.draftId), (manager) =>
      manager.query('DELETE FROM concerns.draft WHERE id = $1', [seed.draftId]),
    );
  }

  /** Deletes every draft whose time is over. */
  async removeExpired(): Promise<void> {
    await this.database.write(scopeOf(OPERATOR), (manager) =>
      manager.query('DELETE FROM concerns.draft WHERE expires_on < $1', [this.clock.today()]),
    );
  }
}

const DRAFT = select({ sealed: sql<string>('d.sealed') });

function sealedIn(found: unknown): string {
  const row: unknown = Array.isArray(found) ? found[0] : undefined;
  if (typeof row !== 'object' || row === null || !('sealed' in row)) return '';
  return typeof row.sealed === 'string' ? row.sealed : '';
}

function parsed(text: string | null): Draft | null {
  return text === null ? null : (JSON.parse(text) as Draft);
}
