import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { Database, type SqlStatement } from '../../platform/database/database.js';
import { columns, everyColumn, select, sql, type RowOf } from '../../platform/database/selection.js';
import { EditionProposal } from './edition-proposal.entity.js';

const LISTED = select({
  ...columns(EditionProposal, 'p', 'id', 'key', 'contentHash', 'proposedBy', 'proposedOn'),
  ...columns(EditionProposal, 'p', 'outcome', 'decidedOn'),
  own: sql<boolean>('p.proposed_by IS NOT DISTINCT FROM $1::uuid'),
});

const WHOLE = LISTED.and(everyColumn(EditionProposal, 'p'));

const MOST_LISTED = 50;

/** A proposed edition in a list. */
export type ListedEditionProposal = RowOf<typeof LISTED>;

/** A proposed edition with all that it would ask; `own` is true for whoever proposed it. */
export type WholeEditionProposal = RowOf<typeof WHOLE>;

/** Every SELECT about editions that wait for a second person. */
@Injectable()
export class EditionProposalsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** The newest fifty, those that wait first. */
  list(actor: Actor): Promise<ListedEditionProposal[]> {
    const permitted = this.access.where(actor, 'read', EditionProposal, { alias: 'p', after: 2 });
    const from = `frameworks.edition_proposal p WHERE ${permitted.text}
      ORDER BY p.outcome IS NOT NULL, p.id DESC LIMIT $2`;
    return this.database.rows(
      scopeOf(actor),
      LISTED.from(from, [actor.personId, MOST_LISTED, ...permitted.values]),
    );
  }

  /** One proposal; null when there is none that the actor may read. */
  async one(actor: Actor, id: Uuid): Promise<WholeEditionProposal | null> {
    return isId(id) ? this.database.row(scopeOf(actor), this.found(actor, id)) : null;
  }

  /** Finds one proposal, for looking inside a transaction. */
  found(actor: Actor, id: Uuid): SqlStatement<WholeEditionProposal> {
    return this.where(actor, 'p.id::text = $2', id);
  }

  /** Finds what waits under the key of an edition, for looking inside a transaction. */
  waiting(actor: Actor, key: string): SqlStatement<WholeEditionProposal> {
    return this.where(actor, 'p.key = $2 AND p.outcome IS NULL', key);
  }

  private where(actor: Actor, condition: string, given: string): SqlStatement<WholeEditionProposal> {
    const permitted = this.access.where(actor, 'read', EditionProposal, { alias: 'p', after: 2 });
    return WHOLE.from(`frameworks.edition_proposal p WHERE (${condition}) AND ${permitted.text}`, [
      actor.personId,
      given,
      ...permitted.values,
    ]);
  }
}
