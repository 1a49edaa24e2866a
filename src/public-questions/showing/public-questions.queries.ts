import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { Deployment } from '../../deployments/deployment.entity.js';
import { Halt } from '../../deployments/life-cycle/steps/halt.entity.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { Database } from '../../platform/database/database.js';
import { everyPage, pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import {
  columns,
  jsonList,
  jsonObject,
  jsonObjectOrNull,
  select,
  sql,
  type RowOf,
} from '../../platform/database/selection.js';
import type { Tallied } from '../moderating/tally-in-words.js';
import { PublicAnswer } from '../public-answer.entity.js';
import { PublicQuestion } from '../public-question.entity.js';

const QUESTION = select({
  ...columns(PublicQuestion, 'q', 'id', 'orderedAs', 'words', 'erasedOn', 'erasedBecause'),
  putUpOn: sql<CalendarDay>('q.read_on'),
  halt: jsonObject(
    columns(Halt, 'h', 'id', 'orderedBy', 'orderedOn', 'effectiveOn', 'organisationId', 'reviewId'),
  ),
  scheme: jsonObject(columns(Deployment, 'd', 'id', 'key', 'title', 'area', 'fictional')),
  lead: jsonObjectOrNull(columns(Organisation, 'o', 'id', 'key', 'name'), 'o.id'),
  answers: jsonList(
    {
      ...columns(PublicAnswer, 'a', 'id', 'givenAs', 'words', 'answeredOn'),
      by: sql<string | null>('w.name'),
    },
    `public_questions.answer a LEFT JOIN organisations.organisation w ON w.id = a.organisation_id WHERE a.question_id = q.id`,
    'a.answered_on, a.id',
  ),
});
const QUESTIONS = `public_questions.put_up() q JOIN deployments.halt h ON h.id = q.halt_id
  JOIN deployments.deployment d ON d.id = q.deployment_id
  LEFT JOIN organisations.organisation o ON o.id = d.lead_organisation_id`;
const ANSWERED = 'EXISTS (SELECT FROM public_questions.answer a WHERE a.question_id = q.id)';
/** Those that nobody has answered first, for longest first; those of one day in no order that tells which came first. */
const TURN = `(${ANSWERED})::int::text || q.read_on::text`;
const LISTED = QUESTION.and({ sort: sql<string>(TURN) });
const TALLIED = select({
  haltId: sql<Uuid>('t.halt_id'),
  outcome: sql<Tallied['outcome']>('t.outcome'),
  questions: sql<number>('t.questions'),
  since: sql<CalendarDay | null>('t.since'),
});

const MOST_ABOUT_A_HALT = 500;
const A_SHEET_PAGE = 100;

/** A question that was put up, as everybody reads it, with its answers. */
export type ShownQuestion = RowOf<typeof QUESTION>;

/** What a list of questions may be narrowed to. */
export interface QuestionFilter {
  /** The key of a scheme. */
  readonly deployment?: string | undefined;
  readonly halt?: Uuid | undefined;
  readonly answered?: boolean | undefined;
}

/** Every SELECT about questions that everybody reads, and about how many they cannot. */
@Injectable()
export class PublicQuestionsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** A page of questions, those that nobody has answered first. */
  async list(actor: Actor, filter: QuestionFilter, request: PageRequest): Promise<ListPage<ShownQuestion>> {
    const permitted = this.access.where(actor, 'follow', PublicQuestion, { alias: 'q', after: 6 });
    const rows = LISTED.from(
      `${QUESTIONS} WHERE ($1::text IS NULL OR d.key = $1) AND ($2::uuid IS NULL OR q.halt_id = $2)
        AND ($3::boolean IS NULL OR ${ANSWERED} = $3) AND ($4::text IS NULL OR (${TURN}, q.id) > ($4, $5::uuid))
        AND ${permitted.text} ORDER BY ${TURN}, q.id LIMIT $6`,
      [
        filter.deployment ?? null,
        filter.halt ?? null,
        filter.answered ?? null,
        request.after?.sort ?? null,
        request.after?.id ?? null,
        request.limit + 1,
        ...permitted.values,
      ],
    );
    return pageOf(await this.database.rows(scopeOf(actor), rows), request);
  }

  /** One that was put up. @throws NotFound where there is none. */
  async one(actor: Actor, id: string): Promise<ShownQuestion> {
    const permitted = this.access.where(actor, 'follow', PublicQuestion, { alias: 'q', after: 1 });
    const found = isId(id)
      ? await this.database.row(
          scopeOf(actor),
          QUESTION.from(`${QUESTIONS} WHERE q.id = $1 AND ${permitted.text}`, [id, ...permitted.values]),
        )
      : null;
    if (found === null) throw new NotFound();
    return found;
  }

  /** Those about one halt whose words stand, for who must name one. */
  async standing(actor: Actor, halt: Uuid): Promise<readonly ShownQuestion[]> {
    const { items } = await this.list(actor, { halt }, { limit: MOST_ABOUT_A_HALT, after: null });
    return items.filter(({ erasedOn }) => erasedOn === null);
  }

  /** How many about each halt were not put up, by reason, and how many wait that were asked before a day. */
  async tally(actor: Actor, askedBefore: CalendarDay, halt: Uuid | null) {
    return this.database.rows(
      scopeOf(actor),
      TALLIED.from(
        `public_questions.tally($1) t WHERE ($2::uuid IS NULL OR t.halt_id = $2) ORDER BY t.halt_id, t.outcome`,
        [askedBefore, halt],
      ),
    );
  }

  /** Every question of a list, page by page, so that a table of any length is sent as it is read. */
  each(actor: Actor, filter: QuestionFilter): AsyncGenerator<ShownQuestion> {
    return everyPage(A_SHEET_PAGE, (request) => this.list(actor, filter, request));
  }
}
