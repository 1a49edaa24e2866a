import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.js';
import type { Actor } from '../identity/actor.js';
import { GATE, scopeOf } from '../identity/actor-scope.js';
import { isCalendarDay } from '../kernel/calendar-day.js';
import type { Uuid } from '../kernel/identifiers.js';
import { Database } from '../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../platform/database/keyset.js';
import { Concern, stateOf, type ConcernDays, type ConcernState } from './concern.entity.js';
import type { EnvelopePart } from './envelopes/envelope.entity.js';
import type { Sealed } from './envelopes/envelope-reader.js';
import { envelopeBinding } from './envelopes/binding.js';

/** A concern without any of its words. */
export interface ConcernRow extends ConcernDays {
  readonly id: Uuid;
  readonly revision: number;
  readonly reference: string;
  readonly urgent: boolean;
  readonly themes: readonly string[];
  readonly filedOn: string;
  readonly state: ConcernState;
}

/** A concern in the handlers' list. */
export interface QueuedConcern extends ConcernRow {
  /** The last message is the person's, and nobody has written since. */
  readonly awaitsReply: boolean;
}

/** Which part of the handlers' list is wanted. */
export type QueuePart = 'open' | 'held' | 'done';

/** SELECTs about concerns themselves. */
@Injectable()
export class ConcernsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** One page of concerns: those that may be urgent first, then the oldest. Held ones stand apart. */
  async queue(actor: Actor, part: QueuePart, request: PageRequest): Promise<ListPage<QueuedConcern>> {
    const permitted = this.access.where(actor, 'read', Concern, { alias: 'c', after: 4 });
    const after = placeIn(request);
    const rows = await this.database.rows<Omit<QueuedConcern, 'state'> & { sort: string }>(scopeOf(actor), {
      prepared: true,
      text: `
        SELECT ${COLUMNS}, (CASE WHEN c.urgent THEN '0' ELSE '1' END) || c.filed_on AS sort,
          coalesce((SELECT m.direction = 'from-person' FROM concerns.message m
            WHERE m.concern_id = c.id ORDER BY m.turn DESC LIMIT 1), false) AS "awaitsReply"
        FROM concerns.concern c
        WHERE ${PARTS[part]} AND ($1::boolean IS NULL OR (NOT c.urgent, c.filed_on, c.id) > ($1, $2::date, $3::uuid))
          AND ${permitted.text}
        ORDER BY NOT c.urgent, c.filed_on, c.id LIMIT $4`,
      values: [after?.unhurried, after?.filedOn, after?.id, request.limit + 1, ...permitted.values],
    });
    return pageOf(
      rows.map((row) => ({ ...row, state: stateOf(row) })),
      request,
    );
  }

  /** One concern; null when absent or unseeable. */
  async one(actor: Actor, id: Uuid): Promise<ConcernRow | null> {
    const permitted = this.access.where(actor, 'read', Concern, { alias: 'c', after: 1 });
    const row = await this.database.row<Omit<ConcernRow, 'state'>>(scopeOf(actor), {
      prepared: true,
      text: `SELECT ${COLUMNS} FROM concerns.concern c WHERE c.id = $1 AND ${permitted.text}`,
      values: [id, ...permitted.values],
    });
    return row && { ...row, state: stateOf(row) };
  }

  /** The concern of a receipt; null when there is none. */
  async own(holder: Actor): Promise<ConcernRow | null> {
    return holder.receiptFor === null ? null : this.one(holder, holder.receiptFor);
  }

  /** The id of the concern with this reference, for handlers who have a letter in their hand. */
  async byReference(actor: Actor, reference: string): Promise<Uuid | null> {
    const permitted = this.access.where(actor, 'read', Concern, { alias: 'c', after: 1 });
    const row = await this.database.row<{ id: Uuid }>(scopeOf(actor), {
      text: `SELECT c.id FROM concerns.concern c WHERE c.reference = $1 AND ${permitted.text}`,
      values: [reference, ...permitted.values],
    });
    return row?.id ?? null;
  }

  /** The envelopes of a concern as this actor may see them, newest version of each part. */
  async envelopes(actor: Actor, concernId: Uuid): Promise<readonly Sealed[]> {
    const rows = await this.database.rows<EnvelopeRow>(scopeOf(actor), {
      text: `SELECT DISTINCT ON (e.part) e.part, e.version, e.key_id AS "keyId", e.sealed_key AS "sealedKey",
          e.sealed_text AS "sealedText"
        FROM concerns.envelope e WHERE e.concern_id = $1 ORDER BY e.part, e.version DESC`,
      values: [concernId],
    });
    return rows.map(({ part, version, ...sealed }) => ({
      ...sealed,
      group: part,
      binding: envelopeBinding(concernId, part, version),
    }));
  }

  /** What is kept of the receipt of this reference, for the door only; null when there is none. */
  async receipt(reference: string): Promise<{ readonly concernId: Uuid; readonly verifier: string } | null> {
    return this.database.row(GATE, {
      prepared: true,
      text: `SELECT r.concern_id AS "concernId", r.verifier
        FROM concerns.concern c JOIN concerns.receipt r ON r.concern_id = c.id WHERE c.reference = $1`,
      values: [reference],
    });
  }
}

interface EnvelopeRow {
  readonly part: EnvelopePart;
  readonly version: number;
  readonly keyId: string;
  readonly sealedKey: string | null;
  readonly sealedText: string | null;
}

const COLUMNS = `c.id, c.revision, c.reference, c.urgent, c.themes, c.filed_on AS "filedOn", c.held_on AS "heldOn",
  c.admitted_on AS "admittedOn", c.triaged_on AS "triagedOn", c.linked_on AS "linkedOn", c.answered_on AS "answeredOn",
  c.closed_on AS "closedOn", c.withdrawn_on AS "withdrawnOn"`;

const NOT_DONE = 'c.closed_on IS NULL AND c.withdrawn_on IS NULL';

const PARTS: Record<QueuePart, string> = {
  open: `${NOT_DONE} AND (c.held_on IS NULL OR c.admitted_on IS NOT NULL)`,
  held: `${NOT_DONE} AND c.held_on IS NOT NULL AND c.admitted_on IS NULL`,
  done: '(c.closed_on IS NOT NULL OR c.withdrawn_on IS NOT NULL)',
};

function placeIn({ after }: PageRequest): { unhurried: boolean; filedOn: string; id: Uuid } | null {
  const filedOn = after?.sort.slice(1);
  if (after === null || !isCalendarDay(filedOn)) return null;
  return { unhurried: after.sort.startsWith('1'), filedOn, id: after.id };
}
