import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.js';
import type { Actor } from '../identity/actor.js';
import { GATE, scopeOf } from '../identity/actor-scope.js';
import { OPERATOR } from '../identity/actor.js';
import type { CalendarDay } from '../kernel/days/calendar-day.js';
import { isId, type Uuid } from '../kernel/identifiers.js';
import { NotFound } from '../kernel/refusal.js';
import { Database } from '../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../platform/database/keyset.js';
import { columns, select, sql, type RowOf } from '../platform/database/selection.js';
import { SchemeSuggestion } from './suggestion.entity.js';

const ROW = select(
  columns(
    SchemeSuggestion,
    's',
    'id',
    'reference',
    'called',
    'place',
    'howKnown',
    'toldOn',
    'held',
    'outcome',
    'deploymentKey',
    'answer',
    'answeredOn',
    'erasedOn',
  ),
);
const KEPT = select(
  columns(SchemeSuggestion, 's', 'verifier', 'toldOn', 'outcome', 'deploymentKey', 'answer', 'answeredOn'),
);
/** Those that wait first, what was held after them, the oldest first; then those that were answered. */
const TURN = `(s.outcome IS NOT NULL)::int::text || s.held::int::text || s.told_on::text`;
const LISTED = ROW.and({ sort: sql<string>(TURN) });

/** A suggestion as who answers it reads it. */
export type SuggestionRow = RowOf<typeof ROW>;

/** What a receipt opens. */
export type AnsweredSuggestion = RowOf<typeof KEPT>;

/** Every SELECT about what people told of schemes. */
@Injectable()
export class SuggestionsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** A page of suggestions, those that wait first. */
  async list(actor: Actor, request: PageRequest): Promise<ListPage<SuggestionRow>> {
    const permitted = this.access.where(actor, 'read', SchemeSuggestion, { alias: 's', after: 3 });
    const rows = LISTED.from(
      `suggestions.suggestion s WHERE ($1::text IS NULL OR (${TURN}, s.id) > ($1, $2::uuid)) AND ${permitted.text}
        ORDER BY ${TURN}, s.id LIMIT $3`,
      [request.after?.sort ?? null, request.after?.id ?? null, request.limit + 1, ...permitted.values],
    );
    return pageOf(await this.database.rows(scopeOf(actor), rows), request);
  }

  /** One of them. @throws NotFound when there is none for this actor. */
  async one(actor: Actor, id: string): Promise<SuggestionRow> {
    const permitted = this.access.where(actor, 'read', SchemeSuggestion, { alias: 's', after: 1 });
    const found = isId(id)
      ? await this.database.row(
          scopeOf(actor),
          ROW.from(`suggestions.suggestion s WHERE s.id = $1 AND ${permitted.text}`, [
            id,
            ...permitted.values,
          ]),
        )
      : null;
    if (found === null) throw new NotFound();
    return found;
  }

  /** What is kept under a reference, for who shows its code. */
  async ofReference(reference: string): Promise<AnsweredSuggestion | null> {
    return this.database.row(GATE, KEPT.from('suggestions.suggestion s WHERE s.reference = $1', [reference]));
  }

  /** The ids of those that were answered before this day and still have their words; some hundreds at most. */
  async answeredBefore(day: CalendarDay): Promise<readonly Uuid[]> {
    const rows = await this.database.rows(
      scopeOf(OPERATOR),
      DUE.from(
        'suggestions.suggestion s WHERE s.erased_on IS NULL AND s.answered_on < $1 ORDER BY s.id LIMIT 500',
        [day],
      ),
    );
    return rows.map(({ id }) => id);
  }
}

const DUE = select(columns(SchemeSuggestion, 's', 'id'));
