import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { changesAbout } from '../../evidence/history/record-change.js';
import { FrameworkEdition } from '../../frameworks/framework-edition.entity.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import {
  column,
  columns,
  everyColumn,
  jsonObject,
  jsonObjectOrNull,
  select,
  sql,
  type RowOf,
} from '../../platform/database/selection.js';
import { PROMISED_DATES, Round } from '../round.entity.js';
import { RoundVoiding } from './round-voiding.entity.js';
import { dateMoves } from '../date-moves.js';

const FROM_ROUND = `reviews.round n JOIN frameworks.edition e ON e.id = n.edition_id
  JOIN reviews.first_promise f ON f.round_id = n.id LEFT JOIN reviews.round_voiding v ON v.round_id = n.id`;

const ROUND = select({
  ...everyColumn(Round, 'n'),
  framework: column(FrameworkEdition, 'e', 'key'),
  firstPromise: jsonObject(columns(Round, 'f', ...PROMISED_DATES)),
  voiding: jsonObjectOrNull(
    { ...columns(RoundVoiding, 'v', 'post', 'reason'), on: column(RoundVoiding, 'v', 'voidedOn') },
    'v.id',
  ),
  moves: dateMoves('n.id'),
  changes: changesAbout('round', 'n.id'),
});

const LISTED_ROUND = ROUND.and({ sort: sql<string>('n.opened_on::text') });

const NAMED_ROUND = select({
  ...columns(Round, 'n', 'id', 'title', 'asAt'),
  isVoided: sql<boolean>('v.id IS NOT NULL'),
});

const MOST_ROUNDS_OF_AN_EDITION = 100;

const TOO_LATE_TO_VOID = select({ isTooLate: sql<boolean>('reviews.is_too_late_to_void(n.id)') });

/** One round with every date it promised and every change of one. */
export type RoundRow = RowOf<typeof ROUND>;

/** Every SELECT about rounds. */
@Injectable()
export class RoundsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** A page of rounds, newest first. */
  async list(actor: Actor, request: PageRequest): Promise<ListPage<RoundRow>> {
    const permitted = this.access.where(actor, 'read', Round, { alias: 'n', after: 3 });
    const listed = LISTED_ROUND.from(
      `${FROM_ROUND} WHERE ($1::date IS NULL OR (n.opened_on, n.id) < ($1, $2::uuid)) AND ${permitted.text}
        ORDER BY n.opened_on DESC, n.id DESC LIMIT $3`,
      [request.after?.sort ?? null, request.after?.id ?? null, request.limit + 1, ...permitted.values],
      true,
    );
    return pageOf(await this.database.rows(scopeOf(actor), listed), request);
  }

  /** One round; null when there is none. */
  async one(actor: Actor, id: Uuid): Promise<RoundRow | null> {
    if (!isId(id)) return null;
    const permitted = this.access.where(actor, 'read', Round, { alias: 'n', after: 1 });
    return this.database.row(
      scopeOf(actor),
      ROUND.from(`${FROM_ROUND} WHERE n.id = $1 AND ${permitted.text}`, [id, ...permitted.values]),
    );
  }

  /** The newest hundred rounds that ask an edition. */
  ofEdition(actor: Actor, editionId: Uuid): Promise<RowOf<typeof NAMED_ROUND>[]> {
    const permitted = this.access.where(actor, 'read', Round, { alias: 'n', after: 2 });
    const asking = `reviews.round n LEFT JOIN reviews.round_voiding v ON v.round_id = n.id
      WHERE n.edition_id = $1 AND ${permitted.text} ORDER BY n.opened_on DESC, n.id DESC LIMIT $2`;
    const given = [editionId, MOST_ROUNDS_OF_AN_EDITION, ...permitted.values];
    return this.database.rows(scopeOf(actor), NAMED_ROUND.from(asking, given));
  }

  /** True once scores were opened or a result was published in a round: it is not voided then. */
  async isTooLateToVoid(actor: Actor, id: Uuid): Promise<boolean> {
    const asked = TOO_LATE_TO_VOID.from('reviews.round n WHERE n.id = $1', [id]);
    return (await this.database.row(scopeOf(actor), asked))?.isTooLate === true;
  }
}
