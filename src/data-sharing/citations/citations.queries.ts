import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Rule } from '../../legal-basis/rules/engine/rule.js';
import { Database } from '../../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import { column, columns, select, type RowOf } from '../../platform/database/selection.js';
import { CitationCheck } from './citation-check.entity.js';

/** Reads what was verified. */
@Injectable()
export class CitationsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** A page of the last check of each reference that was ever checked, by rule; of one rule only where one is named. */
  async latest(actor: Actor, request: PageRequest, rule: string | null = null): Promise<ListPage<CheckRow>> {
    const permitted = this.access.where(actor, 'read', CitationCheck, { alias: 'c', after: 4 });
    const rows = await this.database.rows(
      scopeOf(actor),
      CHECK.and({ sort: column(CitationCheck, 'c', 'rule') }).from(
        `data_sharing.citation_check c
        WHERE NOT EXISTS (SELECT FROM data_sharing.citation_check n
            WHERE n.rule = c.rule AND n.citation = c.citation AND n.id > c.id)
          AND ($1::text IS NULL OR (c.rule, c.id) > ($1, $2::uuid)) AND ($3::text IS NULL OR c.rule = $3)
          AND ${permitted.text} ORDER BY c.rule, c.id LIMIT $4`,
        [
          request.after?.sort ?? null,
          request.after?.id ?? null,
          rule,
          request.limit + 1,
          ...permitted.values,
        ],
        true,
      ),
    );
    return pageOf(rows, request);
  }

  /** The last check of the reference of each of these rules as it reads now, by rule; a check of other words is none. */
  async ofRules(actor: Actor, rules: readonly CitedRule[]): Promise<ReadonlyMap<string, CheckRow>> {
    const permitted = this.access.where(actor, 'read', CitationCheck, { alias: 'c', after: 2 });
    const rows = await this.database.rows(
      scopeOf(actor),
      CHECK.within(
        (list) => `SELECT DISTINCT ON (c.rule) ${list}
        FROM unnest($1::text[], $2::text[]) AS asked (rule, citation)
        JOIN data_sharing.citation_check c ON c.rule = asked.rule AND c.citation = asked.citation
        WHERE ${permitted.text} ORDER BY c.rule, c.id DESC`,
        [rules.map(({ id }) => id), rules.map(({ citation }) => citation.text), ...permitted.values],
        true,
      ),
    );
    return new Map(rows.map((check) => [check.rule, check]));
  }
}

type CitedRule = Pick<Rule, 'id' | 'citation'>;

const CHECK = select({
  ...columns(CitationCheck, 'c', 'id', 'rule', 'ruleVersion', 'citation', 'checkedBy', 'checkedOn'),
  ...columns(CitationCheck, 'c', 'against', 'holds', 'note', 'recordedOn'),
});

/** One check as readers see it. */
export type CheckRow = RowOf<typeof CHECK>;
