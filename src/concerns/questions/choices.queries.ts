import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { Database } from '../../platform/database/database.js';
import { column, select, sql } from '../../platform/database/selection.js';
import type { Choice } from '../../web/form/field.js';

const MOST_CHOICES = 1_000;

/** What can be chosen from the register when somebody files a concern or a handler links one. */
@Injectable()
export class ChoicesQueries {
  constructor(private readonly database: Database) {}

  /** Every trust, those that have closed included, by name. */
  async trusts(actor: Actor): Promise<readonly Choice[]> {
    return this.database.rows(
      scopeOf(actor),
      TRUST.from(
        "organisations.organisation o WHERE o.type LIKE 'NHS%TRUST' ORDER BY lower(o.name), o.id LIMIT $1",
        [MOST_CHOICES],
        true,
      ),
    );
  }

  /** Every scheme that this actor may see, by title. */
  async schemes(actor: Actor): Promise<readonly Choice[]> {
    return this.database.rows(
      scopeOf(actor),
      SCHEME.from('deployments.deployment d ORDER BY lower(d.title), d.id LIMIT $1', [MOST_CHOICES], true),
    );
  }
}

const TRUST = select({
  value: column(Organisation, 'o', 'id'),
  label: sql<string>("o.name || CASE WHEN o.closed_on IS NULL THEN '' ELSE ' (closed)' END"),
});

const SCHEME = select({ value: sql<Uuid>('d.id'), label: sql<string>("d.title || ', ' || d.area") });
