import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import type { ReleaseRow } from '../promises/promised-publication.js';
import { Release } from '../release.entity.js';

const HIGHEST_SERIAL = 2 ** 31 - 1;

/** Every SELECT about what was published. Everyone reads the same; what was withdrawn shows its tombstone to all. */
@Injectable()
export class ReleasesQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** A page of releases, newest first. */
  async list(actor: Actor, request: PageRequest): Promise<ListPage<ReleaseRow>> {
    const permitted = this.access.where(actor, 'read', Release, { alias: 'r', after: 2 });
    const rows = await this.database.rows<ReleaseRow & { sort: string }>(scopeOf(actor), {
      prepared: true,
      text: `SELECT ${RELEASE}, r.serial::text AS sort ${FROM_RELEASE}
        WHERE ($1::integer IS NULL OR r.serial < $1) AND ${permitted.text} ORDER BY r.serial DESC LIMIT $2`,
      values: [serialFrom(request.after?.sort), request.limit + 1, ...permitted.values],
    });
    return pageOf(rows, request);
  }

  /** The release of this place in the ledger, or of this id; null when there is none. */
  async one(actor: Actor, name: string): Promise<ReleaseRow | null> {
    const permitted = this.access.where(actor, 'read', Release, { alias: 'r', after: 2 });
    return this.database.row<ReleaseRow & { [column: string]: unknown }>(scopeOf(actor), {
      prepared: true,
      text: `SELECT ${RELEASE} ${FROM_RELEASE} WHERE (r.id = $1 OR r.serial = $2) AND ${permitted.text}`,
      values: [isId(name) ? name : null, serialFrom(name), ...permitted.values],
    });
  }

  /** The exact text that was published; null when there is none, or it was withdrawn. */
  async content(actor: Actor, id: Uuid): Promise<string | null> {
    const found = await this.database.row<{ content: string | null }>(scopeOf(actor), {
      prepared: true,
      text: 'SELECT r.content FROM publication.result r WHERE r.id = $1',
      values: [id],
    });
    return found?.content ?? null;
  }

  /** The number and hash of the newest release of a review, withdrawn or not, and the next place in the ledger. */
  async newest(
    actor: Actor,
    reviewId: Uuid,
  ): Promise<{
    readonly follows: { release: number; contentHash: string } | null;
    readonly nextSerial: number;
  }> {
    const found = await this.database.row<{
      release: number | null;
      contentHash: string | null;
      nextSerial: number;
    }>(scopeOf(actor), {
      text: `SELECT n.number AS release, n.content_hash AS "contentHash", s.next AS "nextSerial"
        FROM (SELECT coalesce(max(r.serial), 0) + 1 AS next FROM publication.release r) AS s
        LEFT JOIN LATERAL (SELECT r.number, r.content_hash FROM publication.release r
          WHERE r.review_id = $1 ORDER BY r.number DESC LIMIT 1) AS n ON TRUE`,
      values: [isId(reviewId) ? reviewId : null],
    });
    const { release = null, contentHash = null, nextSerial = 1 } = found ?? {};
    return {
      follows: release === null || contentHash === null ? null : { release, contentHash },
      nextSerial,
    };
  }
}

function serialFrom(text: string | undefined): number | null {
  if (text === undefined || !/^[1-9]\d{0,9}$/.test(text)) return null;
  const serial = Number(text);
  return serial <= HIGHEST_SERIAL ? serial : null;
}

const RELEASE = `r.id, r.serial, r.review_id AS "reviewId", r.number, p.organisation_id AS "organisationId",
  o.name AS organisation, p.deployment_id AS "deploymentId", d.title AS deployment, p.round,
  r.published_on AS "publishedOn", r.content_hash AS "contentHash", r.overall,
  CASE WHEN r.withdrawn_on IS NOT NULL THEN jsonb_build_object('post', r.post, 'reason', r.reason,
    'legalBasis', r.legal_basis, 'on', r.withdrawn_on) END AS withdrawal`;

const FROM_RELEASE = `FROM publication.result r JOIN publication.promise p ON p.review_id = r.review_id
  JOIN organisations.organisation o ON o.id = p.organisation_id
  LEFT JOIN deployments.deployment d ON d.id = p.deployment_id`;
