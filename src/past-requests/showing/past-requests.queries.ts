import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { changesAbout } from '../../evidence/history/record-change.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { Succession } from '../../organisations/succession.entity.js';
import { Database } from '../../platform/database/database.js';
import { holdsWords, wordsTyped } from '../../platform/database/searching.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import {
  columns,
  jsonList,
  jsonObjectOrNull,
  select,
  sql,
  type JsonRow,
  type RowOf,
} from '../../platform/database/selection.js';
import { ListedTrust } from '../holding/listed-trust.entity.js';
import { PastRequest } from '../holding/past-request.entity.js';
import { RequestAnswer } from '../holding/request-answer.entity.js';

const LINK = columns(Organisation, 'o', 'key', 'name');

/** What a source says of an answer, with who answered. */
const ANSWER = {
  ...columns(
    RequestAnswer,
    'a',
    'key',
    'kind',
    'statement',
    'dated',
    'asOf',
    'sources',
    'confidence',
    'cautions',
  ),
  organisationId: sql<Uuid | null>('a.organisation_id'),
  organisation: jsonObjectOrNull(LINK, 'o.id'),
};

const ANSWERS = 'past_requests.answer a LEFT JOIN organisations.organisation o ON o.id = a.organisation_id';

/** Those who took over from a trust and have not been followed themselves. */
const NOW = jsonList(
  columns(Organisation, 'n', 'key', 'name'),
  `organisations.follower f JOIN organisations.organisation n ON n.id = f.successor_id
    WHERE f.predecessor_id = o.id AND NOT EXISTS (SELECT FROM organisations.succession further
      WHERE further.predecessor_id = n.id AND further.withdrawn_on IS NULL)`,
  'n.name',
);

const MERGED = jsonList(
  {
    ...columns(Organisation, 'n', 'key', 'name'),
    ...columns(Succession, 's', 'tookPlace', 'source', 'confidence'),
  },
  `organisations.succession s JOIN organisations.organisation n ON n.id = s.successor_id
    WHERE s.predecessor_id = o.id AND s.withdrawn_on IS NULL`,
  's.took_place NULLS LAST, n.name',
);

/** A trust of a list, with what became of it. */
const LISTED = {
  ...columns(
    ListedTrust,
    't',
    'organisationId',
    'listAsOf',
    'nameThen',
    'gave',
    'sources',
    'confidence',
    'thenConfidence',
    'note',
  ),
  ...columns(Organisation, 'o', 'key', 'name', 'odsCode', 'closedOn'),
  merged: MERGED,
  now: NOW,
};

const LISTED_TRUSTS =
  'past_requests.listed_trust t JOIN organisations.organisation o ON o.id = t.organisation_id';
const MOST_TRUSTS = 500;

/** How many trusts of the list were mental health trusts, and of how many a source says by name that they answered. */
const COUNTS = {
  trustsAsked: sql<number>(
    `(SELECT count(*)::integer FROM past_requests.listed_trust t WHERE t.list = r.asked_list AND t.gave = 'MENTAL_HEALTH')`,
  ),
  knownAnswers: sql<number>(
    `(SELECT count(DISTINCT a.organisation_id)::integer FROM past_requests.answer a
      WHERE a.request_id = r.id AND a.kind IN ('ANSWERED', 'IN_PART', 'REFUSED'))`,
  ),
};

const REQUEST_ROW = select({
  ...columns(
    PastRequest,
    'r',
    'id',
    'key',
    'title',
    'kind',
    'standing',
    'askedBy',
    'askedOf',
    'subject',
    'madeOn',
    'dueOn',
    'dueNote',
    'fictional',
  ),
  isOfList: sql<boolean>('r.asked_list IS NOT NULL'),
  ...COUNTS,
});

const REQUEST_DETAIL = REQUEST_ROW.and({
  ...columns(PastRequest, 'r', 'aims', 'readings', 'counts', 'cautions', 'confidence'),
  asker: sql<JsonRow<typeof LINK> | null>(linkTo('r.asked_by_id')),
  asked: sql<JsonRow<typeof LINK> | null>(linkTo('r.asked_of_id')),
  answers: jsonList(ANSWER, `${ANSWERS} WHERE a.request_id = r.id`, 'a.as_of NULLS LAST, a.key'),
  trusts: jsonList(
    LISTED,
    `(SELECT * FROM past_requests.listed_trust WHERE list = r.asked_list LIMIT ${String(MOST_TRUSTS)}) t
      JOIN organisations.organisation o ON o.id = t.organisation_id`,
    'lower(coalesce(t.name_then, o.name))',
  ),
  changes: changesAbout('past-request', 'r.id'),
});

const OF_EVERY_TRUST = select(columns(PastRequest, 'r', 'key', 'title', 'madeOn'));

const ABOUT_TRUST = select({
  ...columns(PastRequest, 'r', 'key', 'title', 'madeOn'),
  trust: jsonObjectOrNull(LISTED, 'o.id'),
  answers: jsonList(
    ANSWER,
    `${ANSWERS} WHERE a.request_id = r.id AND a.organisation_id = t.organisation_id`,
    'a.key',
  ),
});

/** One request in a list. */
export type PastRequestRow = RowOf<typeof REQUEST_ROW>;

/** Everything that is held of one request. */
export type PastRequestDetail = RowOf<typeof REQUEST_DETAIL>;

/** A trust that was asked, as it stands on its list. */
export type AskedTrust = PastRequestDetail['trusts'][number];

/** What a source says of an answer. */
export type SaidAnswer = PastRequestDetail['answers'][number];

/** A request as it concerns one trust. */
export type RequestOfTrust = RowOf<typeof ABOUT_TRUST>;

/** What a list of requests may be narrowed to. */
export interface PastRequestFilter {
  /** Words of who asked whom for what, or of what sources say of it and of answers. */
  readonly q?: string | undefined;
}

/** What requests are in the order of. */
const EARLIEST_FIRST = "coalesce(r.made_on, '9999') || ' ' || r.key";

/** Every SELECT about requests of the past. */
@Injectable()
export class PastRequestsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** A page of requests, the earliest first and those without a date last. */
  async list(
    actor: Actor,
    { q }: PastRequestFilter,
    request: PageRequest,
  ): Promise<ListPage<PastRequestRow>> {
    const permitted = this.access.where(actor, 'read', PastRequest, { alias: 'r', after: 4 });
    const { after, limit } = request;
    const rows = REQUEST_ROW.and({ sort: sql<string>(EARLIEST_FIRST) }).from(
      `past_requests.request r WHERE ($1::text IS NULL OR (${EARLIEST_FIRST}, r.id) > ($1, $2::uuid)) AND ${permitted.text}
        AND (${holdsWords('r.found_by', '$4')} OR EXISTS (SELECT FROM past_requests.answer a
          WHERE a.request_id = r.id AND ${holdsWords('a.found_by', '$4')}))
        ORDER BY ${EARLIEST_FIRST}, r.id LIMIT $3`,
      [after?.sort ?? null, after?.id ?? null, limit + 1, wordsTyped(q), ...permitted.values],
    );
    return pageOf(await this.database.rows(scopeOf(actor), rows), request);
  }

  /** One request by its key or id, with the trusts that were asked and what is said of answers; null when there is none. */
  one(actor: Actor, name: string): Promise<PastRequestDetail | null> {
    const permitted = this.access.where(actor, 'read', PastRequest, { alias: 'r', after: 1 });
    return this.database.row(
      scopeOf(actor),
      REQUEST_DETAIL.from(
        `past_requests.request r WHERE (r.key = lower($1) OR r.id::text = $1) AND ${permitted.text}`,
        [name, ...permitted.values],
      ),
    );
  }

  /** The requests of which something is said from a source with one of these codes: of them, of answers or of who was asked. */
  citing(actor: Actor, codes: readonly string[]): Promise<PastRequestRow[]> {
    const permitted = this.access.where(actor, 'read', PastRequest, { alias: 'r', after: 1 });
    return this.database.rows(
      scopeOf(actor),
      REQUEST_ROW.from(
        `past_requests.request r WHERE EXISTS (SELECT FROM unnest($1::text[]) AS code WHERE jsonb_path_exists(
            jsonb_build_array(r.readings, r.counts,
              (SELECT jsonb_agg(a.sources) FROM past_requests.answer a WHERE a.request_id = r.id),
              (SELECT jsonb_agg(t.sources) FROM past_requests.listed_trust t WHERE t.list = r.asked_list)),
            '$.**.ref ? (@ == $code)', jsonb_build_object('code', code))) AND ${permitted.text}
          ORDER BY r.key LIMIT 100`,
        [codes, ...permitted.values],
      ),
    );
  }

  /** The requests that were made of these trusts, or of those that they followed, each with what is said of its answer. */
  of(actor: Actor, trusts: readonly Uuid[]): Promise<RequestOfTrust[]> {
    const permitted = this.access.where(actor, 'read', PastRequest, { alias: 'r', after: 1 });
    return this.database.rows(
      scopeOf(actor),
      ABOUT_TRUST.from(
        `${LISTED_TRUSTS} JOIN past_requests.request r ON r.asked_list = t.list AND r.standing = 'MADE'
          WHERE (t.organisation_id = ANY ($1::uuid[]) OR t.organisation_id IN (SELECT f.predecessor_id
            FROM organisations.follower f WHERE f.successor_id = ANY ($1::uuid[]))) AND ${permitted.text}
          ORDER BY r.key, lower(o.name)`,
        [trusts, ...permitted.values],
      ),
    );
  }

  /** The requests that were made of every trust of a list, whichever trust they concern; few. */
  ofEveryTrust(actor: Actor): Promise<RowOf<typeof OF_EVERY_TRUST>[]> {
    const permitted = this.access.where(actor, 'read', PastRequest, { alias: 'r', after: 0 });
    return this.database.rows(
      scopeOf(actor),
      OF_EVERY_TRUST.from(
        `past_requests.request r WHERE r.asked_list IS NOT NULL AND r.standing = 'MADE' AND NOT r.fictional
          AND ${permitted.text} ORDER BY r.key LIMIT 10`,
        permitted.values,
      ),
    );
  }
}

function linkTo(id: string): string {
  return `(SELECT jsonb_build_object('key', o.key, 'name', o.name) FROM organisations.organisation o WHERE o.id = ${id})`;
}
