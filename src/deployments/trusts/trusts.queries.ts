import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { Database } from '../../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import { searchWords } from '../finding/search-words.js';

/** An organisation that leads a scheme or took part in one as a trust, in a list. */
export interface TrustRow {
  readonly id: Uuid;
  readonly key: string;
  readonly odsCode: string | null;
  readonly name: string;
  readonly type: string;
  readonly nationalGrouping: string | null;
  readonly fictional: boolean;
  readonly deployments: readonly TrustDeployment[];
}

/** A scheme of a trust, as a link to it. */
export interface TrustDeployment {
  readonly key: string;
  readonly title: string;
  readonly names: readonly string[];
}

/** What a list of trusts may be narrowed to. */
export interface TrustFilter {
  /** Words of the trust's name, or of any name that its schemes have gone by. */
  readonly q?: string | undefined;
  readonly region?: string | undefined;
  readonly type?: string | undefined;
}

/** The SELECTs about organisations as those who answer for schemes. */
@Injectable()
export class TrustsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** A page of trusts that have schemes this actor can see, by name. */
  async list(actor: Actor, filter: TrustFilter, request: PageRequest): Promise<ListPage<TrustRow>> {
    const permitted = this.access.where(actor, 'read', Organisation, { alias: 'o', after: 6 });
    const rows = await this.database.rows<TrustRow & { sort: string }>(scopeOf(actor), {
      prepared: true,
      text: `
        SELECT o.id, o.key, o.ods_code AS "odsCode", o.name, o.type, o.national_grouping AS "nationalGrouping",
          o.fictional, lower(o.name) AS sort, schemes.list AS deployments
        FROM organisations.organisation o
        CROSS JOIN LATERAL (
          SELECT jsonb_agg(jsonb_build_object('key', d.key, 'title', d.title, 'names', n.names) ORDER BY lower(d.title)) AS list,
            lower(concat_ws(' ', o.name, o.ods_code, array_to_string(o.other_names, ' '),
              string_agg(concat_ws(' ', d.title, d.area, array_to_string(n.names, ' ')), ' '))) AS searched
          FROM deployments.deployment d
          CROSS JOIN LATERAL (SELECT ARRAY(SELECT name FROM deployments.deployment_name
            WHERE deployment_id = d.id ORDER BY lower(name)) AS names) n
          WHERE d.lead_organisation_id = o.id OR d.id IN (SELECT a.deployment_id FROM deployments.deployment_agency a
            WHERE a.organisation_id = o.id AND a.part = 'TRUST')) schemes
        WHERE schemes.list IS NOT NULL
          AND ($1::text[] IS NULL OR schemes.searched LIKE ALL ($1))
          AND ($2::text IS NULL OR o.national_grouping = $2)
          AND ($3::text IS NULL OR o.type = $3)
          AND ($4::text IS NULL OR (lower(o.name), o.id) > ($4, $5::uuid))
          AND ${permitted.text}
        ORDER BY lower(o.name), o.id LIMIT $6`,
      values: [
        searchWords(filter.q),
        filter.region ?? null,
        filter.type ?? null,
        request.after?.sort ?? null,
        request.after?.id ?? null,
        request.limit + 1,
        ...permitted.values,
      ],
    });
    return pageOf(rows, request);
  }
}
