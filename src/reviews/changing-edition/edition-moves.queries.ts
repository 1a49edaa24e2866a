import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { FrameworkEdition } from '../../frameworks/framework-edition.entity.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { column, columns, select, sql, type RowOf } from '../../platform/database/selection.js';
import { EditionMove } from './edition-move.entity.js';

const MOVE = select({
  ...columns(EditionMove, 'm', 'id', 'seq', 'followsId', 'standsId', 'fromEditionId', 'toEditionId'),
  ...columns(EditionMove, 'm', 'criteriaBefore', 'criteria', 'trail', 'reason', 'decidedOn'),
  from: column(FrameworkEdition, 'f', 'key'),
  to: column(FrameworkEdition, 't', 'key'),
});

const TOO_LATE = select({ isTooLate: sql<boolean>('reviews.is_too_late_to_move(n.id)') });

const MOST_MOVES = 100;

/** One move of a round to another edition. */
export type EditionMoveRow = RowOf<typeof MOVE>;

/** Every SELECT about moves of rounds to other editions. */
@Injectable()
export class EditionMovesQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** The moves of a round, the first first. */
  of(actor: Actor, roundId: Uuid): Promise<EditionMoveRow[]> {
    const permitted = this.access.where(actor, 'read', EditionMove, { alias: 'm', after: 2 });
    return this.database.rows(
      scopeOf(actor),
      MOVE.from(
        `reviews.edition_move m JOIN frameworks.edition f ON f.id = m.from_edition_id
          JOIN frameworks.edition t ON t.id = m.to_edition_id
        WHERE m.round_id = $1 AND ${permitted.text} ORDER BY m.seq LIMIT $2`,
        [isId(roundId) ? roundId : null, MOST_MOVES, ...permitted.values],
      ),
    );
  }

  /** True once somebody in a round has submitted, or a result in it was published: it moves no more. */
  async isTooLate(actor: Actor, roundId: Uuid): Promise<boolean> {
    const asked = TOO_LATE.from('reviews.round n WHERE n.id = $1', [isId(roundId) ? roundId : null]);
    return (await this.database.row(scopeOf(actor), asked))?.isTooLate === true;
  }
}
