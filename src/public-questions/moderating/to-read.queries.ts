import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { Deployment } from '../../deployments/deployment.entity.js';
import { Halt } from '../../deployments/life-cycle/steps/halt.entity.js';
import { OPERATOR, type Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import { columns, jsonObject, select, sql, type RowOf } from '../../platform/database/selection.js';
import { PublicQuestion } from '../public-question.entity.js';

const ROW = select({
  ...columns(
    PublicQuestion,
    'q',
    'id',
    'words',
    'askedOn',
    'held',
    'outcome',
    'repeatsId',
    'toAsker',
    'readOn',
    'erasedOn',
    'erasedBecause',
  ),
  halt: jsonObject(columns(Halt, 'h', 'id', 'orderedBy', 'effectiveOn')),
  scheme: jsonObject(columns(Deployment, 'd', 'key', 'title', 'area')),
});
const QUESTIONS = `public_questions.question q JOIN deployments.halt h ON h.id = q.halt_id
  JOIN deployments.deployment d ON d.id = q.deployment_id`;
/** Those that wait first, what was held after them, the oldest first; then those that were read. */
const TURN = `(q.outcome IS NOT NULL)::int::text || q.held::int::text || q.asked_on::text`;
const LISTED = ROW.and({ sort: sql<string>(TURN) });
const DUE = select(columns(PublicQuestion, 'q', 'id'));

/** A question as those read it who moderate. */
export type QuestionToRead = RowOf<typeof ROW>;

/** Every SELECT about questions that wait, and what became of them. */
@Injectable()
export class ToReadQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** A page of questions, those that wait first; those of one day stand in no order that tells which came first. */
  async list(actor: Actor, request: PageRequest): Promise<ListPage<QuestionToRead>> {
    const permitted = this.access.where(actor, 'read', PublicQuestion, { alias: 'q', after: 3 });
    const rows = LISTED.from(
      `${QUESTIONS} WHERE ($1::text IS NULL OR (${TURN}, q.id) > ($1, $2::uuid)) AND ${permitted.text}
        ORDER BY ${TURN}, q.id LIMIT $3`,
      [request.after?.sort ?? null, request.after?.id ?? null, request.limit + 1, ...permitted.values],
    );
    return pageOf(await this.database.rows(scopeOf(actor), rows), request);
  }

  /** One of them. @throws NotFound when there is none for this actor. */
  async one(actor: Actor, id: string): Promise<QuestionToRead> {
    const permitted = this.access.where(actor, 'read', PublicQuestion, { alias: 'q', after: 1 });
    const found = isId(id)
      ? await this.database.row(
          scopeOf(actor),
          ROW.from(`${QUESTIONS} WHERE q.id = $1 AND ${permitted.text}`, [id, ...permitted.values]),
        )
      : null;
    if (found === null) throw new NotFound();
    return found;
  }

  /** The ids of those that were not put up before this day and still have their words; some hundreds at most. */
  async notPutUpBefore(day: CalendarDay): Promise<readonly Uuid[]> {
    const rows = await this.database.rows(
      scopeOf(OPERATOR),
      DUE.from(
        `public_questions.question q WHERE q.outcome <> 'PUT_UP' AND q.erased_on IS NULL AND q.read_on < $1 ORDER BY q.id LIMIT 500`,
        [day],
      ),
    );
    return rows.map(({ id }) => id);
  }
}
