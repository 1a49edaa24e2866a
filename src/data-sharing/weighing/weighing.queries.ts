import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { select, sql, type RowOf } from '../../platform/database/selection.js';

/** Every SELECT for those who judge what is only stated; row-level security limits it to what the actor may read. */
@Injectable()
export class WeighingQueries {
  constructor(private readonly database: Database) {}

  /** How a version that the actor may read stands for them. */
  async stateOf(actor: Actor, flowId: Uuid): Promise<JudgingState | null> {
    return this.database.row(
      scopeOf(actor),
      JUDGING_STATE.from('data_sharing.data_flow f WHERE f.id = $1', [flowId], true),
    );
  }
}

const JUDGING_STATE = select({
  /** The person submitted this version or one before it, or saved words of one: the log of the saves says so. */
  writtenByMe: sql<boolean>('data_sharing.written_by_me(f.id)'),
  /** A newer version is submitted. */
  followed: sql<boolean>(
    'EXISTS (SELECT FROM data_sharing.data_flow n WHERE n.replaces_id = f.id AND n.submitted)',
  ),
});

/** How a version stands for the person who may judge what it only states. */
export type JudgingState = RowOf<typeof JUDGING_STATE>;
