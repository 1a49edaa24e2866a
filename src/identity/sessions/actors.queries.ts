import { Injectable } from '@nestjs/common';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { column, columns, jsonList, select, sql, type RowOf } from '../../platform/database/selection.js';
import { Settings } from '../../platform/settings/settings.js';
import { Actor } from '../actor.js';
import { GATE } from '../actor-scope.js';
import { AccessToken } from '../people/access-token.entity.js';
import { Membership } from '../people/membership.entity.js';
import { Person } from '../people/person.entity.js';
import { EngagementsQueries } from './engagements.queries.js';
import type { Holder, Proven } from './second-factor.js';

/** How a session was proven, and by whom: what authentication needs to know, in one round trip. */
export interface SessionFound extends Holder {
  readonly personId: Uuid;
  readonly proven: Proven;
  readonly startedAt: Date;
  readonly seenAt: Date;
}

/** Who holds a live access token, and whether it may do more than read. */
export interface TokenFound extends Holder {
  readonly mayWrite: boolean;
}

/**
 * Finds who stands behind a session cookie or an access token. Hashes only; the secrets themselves are not stored.
 * Suspended people are nobody, and so are the invented people of the demo world outside it.
 */
@Injectable()
export class ActorsQueries {
  private readonly admitted: string;

  constructor(
    private readonly database: Database,
    private readonly engagements: EngagementsQueries,
    settings: Settings,
  ) {
    this.admitted = admittedIn(settings);
  }

  /** The session of this hash, with its person and all that person holds today; null when there is none. */
  async session(idHash: string): Promise<SessionFound | null> {
    const from = `identity.session s JOIN identity.person p ON p.id = s.person_id
      WHERE s.id_hash = $1 AND ${this.admitted}`;
    const row = await this.database.row(GATE, SESSION.from(from, [idHash], true));
    return (
      row && {
        ...(await this.holderFrom(row)),
        personId: row.personId,
        proven: row.proven,
        startedAt: row.startedAt,
        seenAt: row.seenAt,
      }
    );
  }

  /** Who holds the access token of this hash on this day; null when it is unknown, expired or revoked. */
  async tokenHolder(secretHash: string, day: string): Promise<TokenFound | null> {
    const from = `identity.access_token t JOIN identity.person p ON p.id = t.person_id
      WHERE t.secret_hash = $1 AND t.revoked_on IS NULL AND t.expires_on >= $2 AND ${this.admitted}`;
    const row = await this.database.row(GATE, TOKEN.from(from, [secretHash, day], true));
    return row && { ...(await this.holderFrom(row)), mayWrite: row.mayWrite };
  }

  /** One person by id, as an actor; for jobs and the console, which act in somebody's name. */
  async person(id: Uuid): Promise<Actor | null> {
    return (await this.holder(id))?.actor ?? null;
  }

  /** One person by id with whether they have a code generator; null when there is none who may come in. */
  async holder(id: Uuid): Promise<Holder | null> {
    const from = `identity.person p WHERE p.id = $1 AND ${this.admitted}`;
    const row = await this.database.row(GATE, HOLDER.from(from, [id]));
    return row && (await this.holderFrom(row));
  }

  private async holderFrom(row: RowOf<typeof HOLDER>): Promise<Holder> {
    const { personId, name, hasGenerator, roles, engagementsVersion } = row;
    const engagements = await this.engagements.of(personId, engagementsVersion);
    const actor = new Actor({ standing: 'person', personId, name, heldRoles: roles, engagements });
    return { actor, hasGenerator };
  }
}

/** Which people may come in, of `identity.person p`: the demo's published passphrases open nothing in production. */
export function admittedIn({ mode }: Pick<Settings, 'mode'>): string {
  return mode === 'demo' ? 'p.suspended_on IS NULL' : 'p.suspended_on IS NULL AND NOT p.fictional';
}

const HOLDER = select({
  personId: column(Person, 'p', 'id'),
  ...columns(Person, 'p', 'name'),
  hasGenerator: sql<boolean>(`EXISTS (SELECT FROM identity.credential g
    WHERE g.person_id = p.id AND g.method = 'totp' AND g.ended_on IS NULL)`),
  roles: jsonList(
    columns(Membership, 'm', 'role', 'organisationId'),
    'identity.membership m WHERE m.person_id = p.id AND m.ended_on IS NULL',
    'm.granted_on, m.id',
  ),
  engagementsVersion: sql<string | null>(
    '(SELECT v.version FROM access.engaged_person v WHERE v.person_id = p.id)',
  ),
});

const SESSION = HOLDER.and({
  proven: sql<Proven>('s.proven'),
  startedAt: sql<Date>('s.started_at'),
  seenAt: sql<Date>('s.seen_at'),
});

const TOKEN = HOLDER.and(columns(AccessToken, 't', 'mayWrite'));
