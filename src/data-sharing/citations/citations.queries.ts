import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { CitationCheck } from './citation-check.entity.js';

/** One check as readers see it. */
export interface CheckView {
  readonly id: Uuid;
  readonly rule: string;
  readonly ruleVersion: number;
  readonly citation: string;
  readonly checkedBy: string;
  readonly checkedOn: string;
  readonly against: string;
  readonly holds: boolean;
  readonly note: string | null;
  readonly recordedOn: string;
}

/** Reads what was verified. */
@Injectable()
export class CitationsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** The last check of each reference that was ever checked, in as many rows as there are references. */
  async latest(actor: Actor): Promise<CheckView[]> {
    const permitted = this.access.where(actor, 'read', CitationCheck, { alias: 'c', after: 0 });
    return this.database.rows<CheckView>(scopeOf(actor), {
      prepared: true,
      text: `SELECT DISTINCT ON (c.rule, c.citation) c.id, c.rule, c.rule_version AS "ruleVersion", c.citation,
          c.checked_by AS "checkedBy", c.checked_on AS "checkedOn", c.against, c.holds, c.note,
          c.recorded_on AS "recordedOn"
        FROM data_sharing.citation_check c WHERE ${permitted.text}
        ORDER BY c.rule, c.citation, c.id DESC LIMIT 1000`,
      values: [...permitted.values],
    });
  }
}
