import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { columns, select, type RowOf } from '../../platform/database/selection.js';
import { SuccessionAnswer } from './succession-answer.entity.js';

const ANSWER = select({
  ...columns(SuccessionAnswer, 'a', 'id', 'earlierId', 'laterId', 'schemeId', 'organisationId', 'says'),
  ...columns(SuccessionAnswer, 'a', 'ended', 'different', 'people', 'features', 'answeredOn'),
});

/** An answer as everyone reads it. */
export type SuccessionAnswerRow = RowOf<typeof ANSWER>;

/** Every SELECT about what trusts answer. */
@Injectable()
export class AnswersQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** Every answer about these pairs, whichever of the two was taken for the earlier one; none is left out. */
  async about(
    actor: Actor,
    pairs: readonly { readonly earlier: { readonly id: Uuid }; readonly later: { readonly id: Uuid } }[],
  ): Promise<readonly SuccessionAnswerRow[]> {
    if (pairs.length === 0) return [];
    const permitted = this.access.where(actor, 'read', SuccessionAnswer, { alias: 'a', after: 2 });
    return this.database.rows(
      scopeOf(actor),
      ANSWER.from(
        `unnest($1::uuid[], $2::uuid[]) AS pair (one, other) JOIN succession.answer a
          ON (a.earlier_id, a.later_id) = (pair.one, pair.other) OR (a.earlier_id, a.later_id) = (pair.other, pair.one)
          WHERE ${permitted.text} ORDER BY a.id`,
        [pairs.map(({ earlier }) => earlier.id), pairs.map(({ later }) => later.id), ...permitted.values],
      ),
    );
  }
}
