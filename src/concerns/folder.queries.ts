import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { scopeOf } from '../identity/actor-scope.js';
import type { Uuid } from '../kernel/identifiers.js';
import { Database } from '../platform/database/database.js';
import { ConcernsQueries, type ConcernRow } from './concerns.queries.js';
import type { Sealed } from './envelopes/envelope-reader.js';
import type { Direction } from './message.entity.js';
import { messageBinding, releaseBinding } from './envelopes/binding.js';
import type { ReadPart } from './envelopes/concern-reading.entity.js';
import type { ConsentUse } from './consent-use.js';

/** The answer that holds about one use. */
export interface HeldConsent {
  readonly use: ConsentUse;
  readonly given: boolean;
  readonly turn: number;
  readonly edition: string;
  readonly day: string;
}

/** Where a concern was connected to, with the names that stand in the register. */
export interface LinkRow {
  readonly id: Uuid;
  readonly revision: number;
  readonly organisationId: Uuid | null;
  readonly organisation: string | null;
  readonly deploymentId: Uuid | null;
  readonly deployment: string | null;
  readonly criteria: readonly string[];
  readonly linkedOn: string;
  readonly endedOn: string | null;
}

/** One message, still sealed. */
export interface SealedMessage {
  readonly id: Uuid;
  readonly turn: number;
  readonly direction: Direction;
  readonly answers: boolean;
  readonly day: string;
  readonly sealed: Sealed;
}

/** What was released of a concern, still sealed. */
export interface SealedRelease {
  readonly id: Uuid;
  readonly revision: number;
  readonly organisationId: Uuid;
  readonly organisation: string;
  readonly deploymentId: Uuid | null;
  readonly themes: readonly string[];
  readonly month: string;
  readonly version: number;
  readonly trustMayRead: boolean;
  readonly trustMayReadWords: boolean;
  readonly reviewersMayRead: boolean;
  readonly sealed: Sealed;
}

/** That staff read the concern, in what capacity and on what day; never who. */
export interface ReadingRow {
  readonly part: ReadPart;
  readonly post: string;
  readonly day: string;
}

/** A concern with everything about it that this actor may see. */
export interface ConcernFolder {
  readonly concern: ConcernRow;
  readonly consents: readonly HeldConsent[];
  readonly links: readonly LinkRow[];
  readonly messages: readonly SealedMessage[];
  readonly releases: readonly SealedRelease[];
  readonly readings: readonly ReadingRow[];
}

/** SELECTs about all that belongs to one concern; row-level security leaves out what the actor may not see. */
@Injectable()
export class FolderQueries {
  constructor(
    private readonly database: Database,
    private readonly concerns: ConcernsQueries,
  ) {}

  /** The whole folder in two round trips; null when the concern is absent or unseeable. */
  async folder(actor: Actor, id: Uuid): Promise<ConcernFolder | null> {
    const concern = await this.concerns.one(actor, id);
    if (!concern) return null;
    const texts = [CONSENTS, LINKS, MESSAGES, RELEASES, READINGS];
    const [consents = [], links = [], messages = [], releases = [], readings = []] =
      await this.database.rowsOfEach(
        scopeOf(actor),
        texts.map((text) => ({ text, values: [id], prepared: true })),
      );
    return {
      concern,
      consents: consents as HeldConsent[],
      links: links as LinkRow[],
      messages: (messages as MessageRow[]).map((row) => messageFrom(id, row)),
      releases: (releases as ConcernReleaseRow[]).map((row) => releaseFrom(id, row)),
      readings: readings as ReadingRow[],
    };
  }
}

/** The uses a person agrees to now. */
export function agreedUses(consents: readonly HeldConsent[]): ReadonlySet<ConsentUse> {
  return new Set(consents.filter(({ given }) => given).map(({ use }) => use));
}

/** A release from a row of `RELEASE_COLUMNS`. */
export function releaseFrom(concernId: Uuid, row: ConcernReleaseRow): SealedRelease {
  const { keyId, sealedKey, sealedText, ...rest } = row;
  const binding = releaseBinding(concernId, row.id, row.version);
  return { ...rest, sealed: { group: 'release', binding, keyId, sealedKey, sealedText } };
}

/** The columns of a release `r` for an organisation `o`. */
export const RELEASE_COLUMNS = `r.id, r.revision, r.organisation_id AS "organisationId", o.name AS organisation,
  r.deployment_id AS "deploymentId", r.themes, r.month, r.version, r.trust_may_read AS "trustMayRead",
  r.trust_may_read_words AS "trustMayReadWords", r.reviewers_may_read AS "reviewersMayRead", r.key_id AS "keyId",
  r.sealed_key AS "sealedKey", r.sealed_text AS "sealedText"`;

interface SealedColumns {
  readonly keyId: string;
  readonly sealedKey: string | null;
  readonly sealedText: string | null;
}

/** A release as its row is read. */
export type ConcernReleaseRow = Omit<SealedRelease, 'sealed'> & SealedColumns;

type MessageRow = Omit<SealedMessage, 'sealed'> & SealedColumns;

function messageFrom(concernId: Uuid, row: MessageRow): SealedMessage {
  const { keyId, sealedKey, sealedText, ...rest } = row;
  const binding = messageBinding(concernId, row.turn);
  return { ...rest, sealed: { group: 'message', binding, keyId, sealedKey, sealedText } };
}

const CONSENTS = `SELECT DISTINCT ON (use) use, given, turn, edition, day FROM concerns.consent
  WHERE concern_id = $1 ORDER BY use, turn DESC`;

const LINKS = `SELECT l.id, l.revision, l.organisation_id AS "organisationId", o.name AS organisation,
    l.deployment_id AS "deploymentId", d.title AS deployment, l.criteria, l.linked_on AS "linkedOn", l.ended_on AS "endedOn"
  FROM concerns.link l LEFT JOIN organisations.organisation o ON o.id = l.organisation_id
    LEFT JOIN deployments.deployment d ON d.id = l.deployment_id
  WHERE l.concern_id = $1 ORDER BY l.linked_on, l.id LIMIT 200`;

const MESSAGES = `SELECT id, turn, direction, answers, day, key_id AS "keyId", sealed_key AS "sealedKey",
    sealed_text AS "sealedText"
  FROM concerns.message WHERE concern_id = $1 ORDER BY turn LIMIT 500`;

const RELEASES = `SELECT ${RELEASE_COLUMNS}
  FROM concerns.release r JOIN organisations.organisation o ON o.id = r.organisation_id
  WHERE r.concern_id = $1 ORDER BY r.month, r.id LIMIT 200`;

const READINGS = `SELECT part, post, day FROM concerns.reading WHERE concern_id = $1 ORDER BY day DESC LIMIT 200`;
