import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { AccessToken } from '../../identity/people/access-token.entity.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';

const NOTICES_SHOWN = 10;

/** One access token, without its secret. */
export interface TokenView {
  readonly id: Uuid;
  readonly name: string;
  readonly mayWrite: boolean;
  readonly createdOn: string;
  readonly expiresOn: string;
  readonly revokedOn: string | null;
}

/** One thing the person was told of their account. */
export interface NoticeView {
  readonly subject: string;
  readonly body: string;
  readonly writtenAt: Date;
}

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
    const rows = await this.database.rows<TokenView & { sort: string }>(scopeOf(actor), {
      text: `SELECT ${TOKEN}, t.created_on::text AS sort FROM identity.access_token t
        WHERE ($1::date IS NULL OR (t.created_on, t.id) < ($1, $2::uuid)) AND ${permitted.text}
        ORDER BY t.created_on DESC, t.id DESC LIMIT $3`,
      values: [
        request.after?.sort ?? null,
        request.after?.id ?? null,
        request.limit + 1,
        ...permitted.values,
      ],
    });
    return pageOf(rows, request);
  }

  /** One token; null when there is none to see. */
  async token(actor: Actor, id: string): Promise<TokenView | null> {
    if (!isId(id)) return null;
    const permitted = this.access.where(actor, 'read', AccessToken, { alias: 't', after: 1 });
    return this.database.row<TokenView>(scopeOf(actor), {
      text: `SELECT ${TOKEN} FROM identity.access_token t WHERE t.id = $1 AND ${permitted.text}`,
      values: [id, ...permitted.values],
    });
  }

  /** The newest notices to the person; they are here even where no mail is sent. */
  notices(actor: Actor): Promise<NoticeView[]> {
    return this.database.rows<NoticeView>(scopeOf(actor), {
      text: `SELECT subject, body, written_at AS "writtenAt" FROM work.mail
        WHERE person_id = $1 ORDER BY written_at DESC, id DESC LIMIT $2`,
      values: [actor.personId, NOTICES_SHOWN],
    });
  }
}

const TOKEN = `t.id, t.name, t.may_write AS "mayWrite", t.created_on AS "createdOn", t.expires_on AS "expiresOn",
  t.revoked_on AS "revokedOn"`;
