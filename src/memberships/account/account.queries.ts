import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { AccessToken } from '../../identity/people/access-token.entity.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { isId } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import { columns, select, sql, type RowOf } from '../../platform/database/selection.js';

const NOTICES_SHOWN = 10;

/** One access token, without its secret. */
export type TokenView = RowOf<typeof TOKEN>;

/** One thing the person was told of their account. */
export type NoticeView = RowOf<typeof NOTICE>;

/** What people see of their own account besides themselves. */
@Injectable()
export class AccountQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** A page of the person's access tokens, newest first. */
  async tokens(actor: Actor, request: PageRequest): Promise<ListPage<TokenView>> {
    const permitted = this.access.where(actor, 'read', AccessToken, { alias: 't', after: 3 });
    const from = `identity.access_token t
      WHERE ($1::date IS NULL OR (t.created_on, t.id) < ($1, $2::uuid)) AND ${permitted.text}
      ORDER BY t.created_on DESC, t.id DESC LIMIT $3`;
    const { after, limit } = request;
    const page = LISTED.from(from, [after?.sort ?? null, after?.id ?? null, limit + 1, ...permitted.values]);
    const rows = await this.database.rows(scopeOf(actor), page);
    return pageOf(rows, request);
  }

  /** One token; null when there is none to see. */
  async token(actor: Actor, id: string): Promise<TokenView | null> {
    if (!isId(id)) return null;
    const permitted = this.access.where(actor, 'read', AccessToken, { alias: 't', after: 1 });
    const from = `identity.access_token t WHERE t.id = $1 AND ${permitted.text}`;
    return this.database.row(scopeOf(actor), TOKEN.from(from, [id, ...permitted.values]));
  }

  /** The newest notices to the person; they are here even where no mail is sent. */
  notices(actor: Actor): Promise<NoticeView[]> {
    const from = 'work.mail m WHERE m.person_id = $1 ORDER BY m.written_at DESC, m.id DESC LIMIT $2';
    return this.database.rows(scopeOf(actor), NOTICE.from(from, [actor.personId, NOTICES_SHOWN]));
  }
}

const TOKEN = select(
  columns(AccessToken, 't', 'id', 'name', 'mayWrite', 'createdOn', 'expiresOn', 'revokedOn'),
);

const LISTED = TOKEN.and({ sort: sql<string>('t.created_on::text') });

const NOTICE = select({
  subject: sql<string>('m.subject'),
  body: sql<string>('m.body'),
  writtenAt: sql<Date>('m.written_at'),
});
