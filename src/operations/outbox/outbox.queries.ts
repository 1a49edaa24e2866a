import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import { select, sql, type RowOf } from '../../platform/database/selection.js';

/** One mail of the outbox, without its text. */
export type MailView = Omit<RowOf<typeof MAIL>, 'sort'>;

/** Every SELECT about mail; row-level security opens the outbox to administrators. */
@Injectable()
export class OutboxQueries {
  constructor(private readonly database: Database) {}

  /** The outbox, newest first. */
  async mail(actor: Actor, request: PageRequest): Promise<ListPage<MailView>> {
    const from = `work.mail m LEFT JOIN identity.person p ON p.id = m.person_id
      LEFT JOIN memberships.group_contact c ON c.id = m.contact_id
      WHERE ($1::timestamptz IS NULL OR (m.written_at, m.id) < ($1, $2::uuid))
      ORDER BY m.written_at DESC, m.id DESC LIMIT $3`;
    const { after, limit } = request;
    const page = MAIL.from(from, [after?.sort ?? null, after?.id ?? null, limit + 1]);
    return pageOf(await this.database.rows(scopeOf(actor), page), request);
  }

  /** The newest mails that could not be delivered, a dozen at most. */
  undelivered(actor: Actor): Promise<MailView[]> {
    const from = `work.mail m LEFT JOIN identity.person p ON p.id = m.person_id
      LEFT JOIN memberships.group_contact c ON c.id = m.contact_id
      WHERE m.sent_at IS NULL AND m.fault IS NOT NULL ORDER BY m.written_at DESC, m.id DESC LIMIT 12`;
    return this.database.rows(scopeOf(actor), MAIL.from(from, []));
  }
}

const MAIL = select({
  id: sql<Uuid>('m.id'),
  to: sql<string>('coalesce(p.email, c.address)'),
  subject: sql<string>('m.subject'),
  writtenAt: sql<Date>('m.written_at'),
  sentAt: sql<Date | null>('m.sent_at'),
  fault: sql<string | null>('m.fault'),
  sort: sql<string>('m.written_at::text'),
});
