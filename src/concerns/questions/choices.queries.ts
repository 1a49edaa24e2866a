import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { Database } from '../../platform/database/database.js';
import type { Choice } from '../../web/form/field.js';

const MOST_CHOICES = 1_000;

/** What can be chosen from the register when somebody files a concern or a handler links one. */
@Injectable()
export class ChoicesQueries {
  constructor(private readonly database: Database) {}

  /** Every trust, those that have closed included, by name. */
  async trusts(actor: Actor): Promise<readonly Choice[]> {
    return this.database.rows<Choice & { value: string; label: string }>(scopeOf(actor), {
      prepared: true,
      text: `SELECT id AS value, name || CASE WHEN closed_on IS NULL THEN '' ELSE ' (closed)' END AS label
        FROM organisations.organisation WHERE type LIKE 'NHS%TRUST' ORDER BY lower(name), id LIMIT $1`,
      values: [MOST_CHOICES],
    });
  }

  /** Every scheme that this actor may see, by title. */
  async schemes(actor: Actor): Promise<readonly Choice[]> {
    return this.database.rows<Choice & { value: string; label: string }>(scopeOf(actor), {
      prepared: true,
      text: `SELECT id AS value, title || ', ' || area AS label FROM deployments.deployment
        ORDER BY lower(title), id LIMIT $1`,
      values: [MOST_CHOICES],
    });
  }
}
