import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { scopeOf } from '../identity/actor-scope.js';
import type { Uuid } from '../kernel/identifiers.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Database, type SqlStatement } from '../platform/database/database.js';
import { column, columns, select, sql, type RowOf } from '../platform/database/selection.js';
import { ConcernsQueries, type ConcernRow } from './concerns.queries.js';
import { ConcernLink } from './concern-link.entity.js';
import { ConcernRelease } from './concern-release.entity.js';
import { Consent } from './consent.entity.js';
import type { ConsentUse } from './consent-use.js';
import { messageBinding, releaseBinding } from './envelopes/binding.js';
import { ConcernReading } from './envelopes/concern-reading.entity.js';
import type { Sealed } from './envelopes/envelope-reader.js';
import { Message } from './message.entity.js';

const MESSAGES_A_PAGE = 50;
const MOST_READINGS = 200;

/** The answer that holds about one use. */
export type HeldConsent = RowOf<typeof CONSENT>;

/** Where a concern was connected to, with the names that stand in the register. */
export type LinkRow = RowOf<typeof LINK>;

/** How often the person or a handler wrote on a day. */
export type WrittenRow = RowOf<typeof WRITTEN>;

/** That staff read the concern, in what capacity and on what day; never who. */
export type ReadingRow = RowOf<typeof READING>;

/** A release as its row is read. */
export type ConcernReleaseRow = RowOf<typeof RELEASE>;

type MessageRow = RowOf<typeof MESSAGE>;
type WithEnvelope<Row> = Omit<Row, 'keyId' | 'sealedKey' | 'sealedText'> & { readonly sealed: Sealed };

/** One message, still sealed. */
export type SealedMessage = WithEnvelope<MessageRow>;

/** What was released of a concern, still sealed. */
export type SealedRelease = WithEnvelope<ConcernReleaseRow>;

/** A concern with everything about it that this actor may see, and one page of its messages. */
export interface ConcernFolder {
  readonly concern: ConcernRow;
  readonly consents: readonly HeldConsent[];
  readonly links: readonly LinkRow[];
  /** One page of messages, oldest first. */
  readonly messages: readonly SealedMessage[];
  /** The turn before which the page of earlier messages ends; null when there are none. */
  readonly earlier: number | null;
  /** All messages, counted by day and by who wrote them. */
  readonly written: readonly WrittenRow[];
  readonly releases: readonly SealedRelease[];
  readonly readings: readonly ReadingRow[];
  /** It was read more often than `readings` says, before the oldest of them. */
  readonly readBefore: boolean;
}

/** SELECTs about all that belongs to one concern; row-level security leaves out what the actor may not see. */
@Injectable()
export class FolderQueries {
  constructor(
    private readonly database: Database,
    private readonly concerns: ConcernsQueries,
  ) {}

  /**
   * The folder in two round trips, with its newest messages or those before a turn; null when the concern is absent or
   * unseeable.
   */
  async folder(actor: Actor, id: Uuid, beforeTurn: number | null = null): Promise<ConcernFolder | null> {
    const concern = await this.concerns.one(actor, id);
    if (!concern) return null;
    const [consents, links, messages, written, releases, readings] = await this.database.rowsOfEach(
      scopeOf(actor),
      [
        heldConsents(id),
        LINK.from(`${LINKED_TO} WHERE l.concern_id = $1 ORDER BY l.linked_on, l.id`, [id], true),
        MESSAGE.from(
          `concerns.message m WHERE m.concern_id = $1 AND ($2::integer IS NULL OR m.turn < $2)
            ORDER BY m.turn DESC LIMIT $3`,
          [id, beforeTurn, MESSAGES_A_PAGE + 1],
          true,
        ),
        WRITTEN.from(
          'concerns.message m WHERE m.concern_id = $1 GROUP BY m.day, m.direction, m.answers ORDER BY min(m.turn)',
          [id],
          true,
        ),
        RELEASE.from(`${RELEASED_TO} WHERE r.concern_id = $1 ORDER BY r.month, r.id`, [id], true),
        READING.from(
          'concerns.reading s WHERE s.concern_id = $1 ORDER BY s.day DESC LIMIT $2',
          [id, MOST_READINGS + 1],
          true,
        ),
      ],
    );
    const page = messages.slice(0, MESSAGES_A_PAGE).reverse();
    return {
      concern,
      consents,
      links,
      messages: page.map((row) => messageFrom(id, row)),
      earlier: messages.length > MESSAGES_A_PAGE ? (page[0]?.turn ?? null) : null,
      written,
      releases: releases.map((row) => releaseFrom(id, row)),
      readings: readings.slice(0, MOST_READINGS),
      readBefore: readings.length > MOST_READINGS,
    };
  }

  /** The links that hold, in the order in which they were made. */
  async links(actor: Actor, id: Uuid): Promise<readonly LinkRow[]> {
    return this.database.rows(
      scopeOf(actor),
      LINK.from(
        `${LINKED_TO} WHERE l.concern_id = $1 AND l.ended_on IS NULL ORDER BY l.linked_on, l.id`,
        [id],
        true,
      ),
    );
  }
}

/** The uses a person agrees to now. */
export function agreedUses(consents: readonly HeldConsent[]): ReadonlySet<ConsentUse> {
  return new Set(consents.filter(({ given }) => given).map(({ use }) => use));
}

/** Asks for the answer that holds about each use. */
export function heldConsents(concernId: Uuid): SqlStatement<HeldConsent> {
  return CONSENT.within(
    (list) => `SELECT DISTINCT ON (s.use) ${list} FROM concerns.consent s
      WHERE s.concern_id = $1 ORDER BY s.use, s.turn DESC`,
    [concernId],
    true,
  );
}

/** Asks for what was released of a concern: to which organisation, about which scheme, and how often it was written. */
export function releasesOf(concernId: Uuid): SqlStatement<RowOf<typeof RELEASE_PLACE>> {
  return RELEASE_PLACE.from('concerns.release r WHERE r.concern_id = $1', [concernId]);
}

/** A release from its row. */
export function releaseFrom(concernId: Uuid, row: ConcernReleaseRow): SealedRelease {
  const { keyId, sealedKey, sealedText, ...rest } = row;
  const binding = releaseBinding(concernId, row.id, row.version);
  return { ...rest, sealed: { group: 'release', binding, keyId, sealedKey, sealedText } };
}

function messageFrom(concernId: Uuid, row: MessageRow): SealedMessage {
  const { keyId, sealedKey, sealedText, ...rest } = row;
  const binding = messageBinding(concernId, row.turn);
  return { ...rest, sealed: { group: 'message', binding, keyId, sealedKey, sealedText } };
}

/** The columns of a release `r` to an organisation `o`. */
export const RELEASE = select({
  ...columns(ConcernRelease, 'r', 'id', 'revision', 'organisationId', 'deploymentId', 'themes', 'month'),
  ...columns(ConcernRelease, 'r', 'version', 'trustMayRead', 'trustMayReadWords', 'reviewersMayRead'),
  ...columns(ConcernRelease, 'r', 'keyId', 'sealedKey', 'sealedText'),
  organisation: column(Organisation, 'o', 'name'),
});

/** Releases with the organisations they are to. */
export const RELEASED_TO = 'concerns.release r JOIN organisations.organisation o ON o.id = r.organisation_id';

const RELEASE_PLACE = select(columns(ConcernRelease, 'r', 'id', 'organisationId', 'deploymentId', 'version'));

const CONSENT = select(columns(Consent, 's', 'use', 'given', 'turn', 'edition', 'day'));

const LINK = select({
  ...columns(ConcernLink, 'l', 'id', 'revision', 'organisationId', 'deploymentId', 'criteria'),
  ...columns(ConcernLink, 'l', 'linkedOn', 'endedOn'),
  organisation: sql<string | null>('o.name'),
  deployment: sql<string | null>('d.title'),
});

const LINKED_TO = `concerns.link l LEFT JOIN organisations.organisation o ON o.id = l.organisation_id
  LEFT JOIN deployments.deployment d ON d.id = l.deployment_id`;

const MESSAGE = select(
  columns(
    Message,
    'm',
    ...(['id', 'turn', 'direction', 'answers', 'day', 'keyId', 'sealedKey', 'sealedText'] as const),
  ),
);

const WRITTEN = select({
  ...columns(Message, 'm', 'day', 'direction', 'answers'),
  messages: sql<number>('count(*)::integer'),
});

const READING = select(columns(ConcernReading, 's', 'part', 'post', 'day'));
