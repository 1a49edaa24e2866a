import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { cursorFrom, type Cursor } from '../../platform/database/keyset.js';
import type { DisclosureRow } from '../flow/flow-rows.js';
import { FlowsQueries } from '../flow/flows.queries.js';

const AT_ONCE = 200;
/** Far more than any scheme has; what lies beyond is read through the API, page by page. */
const MOST = 5000;

/** Reads everything that the public is told of the flows of a deployment, so that page and files rest on the same rows. */
@Injectable()
export class Disclosures {
  constructor(private readonly flows: FlowsQueries) {}

  /** What is told, in the order in which it happened; 5,000 things at most. */
  async of(actor: Actor, deploymentId: Uuid): Promise<readonly DisclosureRow[]> {
    const rows: DisclosureRow[] = [];
    let after: Cursor | null = null;
    do {
      const page = await this.flows.disclosed(actor, deploymentId, { limit: AT_ONCE, after });
      rows.push(...page.items);
      after = page.next === null ? null : cursorFrom(page.next);
    } while (after !== null && rows.length < MOST);
    return rows;
  }
}
