import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.js';
import type { Actor } from '../identity/actor.js';
import { scopeOf } from '../identity/actor-scope.js';
import type { Uuid } from '../kernel/identifiers.js';
import { Database } from '../platform/database/database.js';
import { columns, select, type RowOf } from '../platform/database/selection.js';
import { Concern, stateOf, type ConcernState } from './concern.entity.js';
import { Envelope } from './envelopes/envelope.entity.js';
import type { Sealed } from './envelopes/envelope-reader.js';
import { envelopeBinding } from './envelopes/binding.js';

/** The columns of a concern `c` that hold none of its words. */
export const CONCERN = select(
  columns(
    Concern,
    'c',
    ...(['id', 'revision', 'reference', 'urgent', 'themes', 'filedOn', 'heldOn', 'admittedOn'] as const),
    ...(['triagedOn', 'linkedOn', 'answeredOn', 'closedOn', 'withdrawnOn'] as const),
  ),
);

/** A concern without any of its words. */
export type ConcernRow = RowOf<typeof CONCERN> & { readonly state: ConcernState };

/** SELECTs about concerns themselves. */
@Injectable()
export class ConcernsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** One concern; null when absent or unseeable. */
  async one(actor: Actor, id: Uuid): Promise<ConcernRow | null> {
    const permitted = this.access.where(actor, 'read', Concern, { alias: 'c', after: 1 });
    const row = await this.database.row(
      scopeOf(actor),
      CONCERN.from(
        `concerns.concern c WHERE c.id = $1 AND ${permitted.text}`,
        [id, ...permitted.values],
        true,
      ),
    );
    return row && { ...row, state: stateOf(row) };
  }

  /** The envelopes of a concern as this actor may see them, newest version of each part. */
  async envelopes(actor: Actor, concernId: Uuid): Promise<readonly Sealed[]> {
    const rows = await this.database.rows(
      scopeOf(actor),
      ENVELOPE.within(
        (list) => `SELECT DISTINCT ON (e.part) ${list}
          FROM concerns.envelope e WHERE e.concern_id = $1 ORDER BY e.part, e.version DESC`,
        [concernId],
      ),
    );
    return rows.map(({ part, version, ...sealed }) => ({
      ...sealed,
      group: part,
      binding: envelopeBinding(concernId, part, version),
    }));
  }
}

const ENVELOPE = select(columns(Envelope, 'e', 'part', 'version', 'keyId', 'sealedKey', 'sealedText'));
