import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { OPERATOR } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { Unavailable } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';
import { select, sql } from '../../platform/database/selection.js';
import { Settings } from '../../platform/settings/settings.js';

const NOT_SENT =
  'Nobody is here yet who could read what you say, so nothing was sent. What you typed is still here. Try again later, or tell somebody in another way.';

/** Whether somebody is there who can read what people say: production takes nothing in that nobody reads. */
@Injectable()
export class ReadersQueries implements OnApplicationBootstrap {
  private readonly log = new Logger(ReadersQueries.name);

  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  /** Says it at the start too, to whoever looks after the service. */
  async onApplicationBootstrap(): Promise<void> {
    if (!(await this.areThere().catch(() => true)))
      this.log.warn(
        'Nobody can read concerns, so none are taken in. Use candour user add with --role CONCERN_HANDLER, and let them join.',
      );
  }

  /** How many concern handlers have joined and can sign in. */
  async count(): Promise<number> {
    return (await this.database.row(scopeOf(OPERATOR), ABLE_HANDLERS))?.count ?? 0;
  }

  /** True where a concern that comes in can be read. A demonstration takes in what nobody means. */
  async areThere(): Promise<boolean> {
    return this.settings.mode !== 'production' || (await this.count()) > 0;
  }

  /** @throws Unavailable where nobody could read a concern; nothing that was typed is lost. */
  async mustBeThere(): Promise<void> {
    if (!(await this.areThere())) throw new Unavailable(NOT_SENT);
  }
}

const ABLE_HANDLERS = select({ count: sql<number>('count(DISTINCT p.id)::integer') }).from(
  `identity.membership m JOIN identity.person p ON p.id = m.person_id
   JOIN identity.credential c ON c.person_id = p.id AND c.method = 'passphrase' AND c.ended_on IS NULL
   WHERE m.role = 'CONCERN_HANDLER' AND m.ended_on IS NULL AND p.suspended_on IS NULL`,
);
