import { Injectable } from '@nestjs/common';
import type { Uuid } from '../kernel/identifiers.js';
import { Database } from '../platform/database/database.js';
import { Actor, type Engagement, type HeldRole } from './actor.js';
import { GATE } from './actor-scope.js';
import { isRole } from './roles.js';

/** How a session was proven, and by whom: what the door needs to know, in one round trip. */
export interface SessionFound {
  readonly actor: Actor;
  readonly proven: 'one-factor' | 'two-factor';
  readonly startedAt: Date;
  readonly seenAt: Date;
}

interface PersonRow {
  readonly personId: Uuid;
  readonly name: string;
  readonly roles: readonly { readonly role: string; readonly organisationId: Uuid | null }[];
  readonly engagements: readonly Engagement[];
}

/** Finds who stands behind a session cookie or an access token. Hashes only; the secrets themselves are not stored. */
@Injectable()
export class DoorQueries {
  constructor(private readonly database: Database) {}

  /** The session of this hash, with its person and all that person holds today; null when there is none. */
  async session(idHash: string): Promise<SessionFound | null> {
    const row = await this.database.row<PersonRow & Omit<SessionFound, 'actor'>>(GATE, {
      prepared: true,
      text: `SELECT ${PERSON}, s.proven, s.started_at AS "startedAt", s.seen_at AS "seenAt"
        FROM identity.session s JOIN identity.person p ON p.id = s.person_id
        WHERE s.id_hash = $1 AND p.suspended_on IS NULL`,
      values: [idHash],
    });
    return row && { actor: actorFrom(row), proven: row.proven, startedAt: row.startedAt, seenAt: row.seenAt };
  }

  /** The person of a live access token on this day; null when it is unknown, expired or revoked. */
  async tokenHolder(secretHash: string, day: string): Promise<Actor | null> {
    const row = await this.database.row<PersonRow>(GATE, {
      prepared: true,
      text: `SELECT ${PERSON} FROM identity.access_token t JOIN identity.person p ON p.id = t.person_id
        WHERE t.secret_hash = $1 AND t.revoked_on IS NULL AND t.expires_on >= $2 AND p.suspended_on IS NULL`,
      values: [secretHash, day],
    });
    return row && actorFrom(row);
  }

  /** One person by id, as an actor; for jobs and the console, which act in somebody's name. */
  async person(id: Uuid): Promise<Actor | null> {
    const row = await this.database.row<PersonRow>(GATE, {
      text: `SELECT ${PERSON} FROM identity.person p WHERE p.id = $1 AND p.suspended_on IS NULL`,
      values: [id],
    });
    return row && actorFrom(row);
  }
}

const PERSON = `p.id AS "personId", p.name,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('role', m.role, 'organisationId', m.organisation_id)
     ORDER BY m.granted_on, m.id), '[]')
   FROM identity.membership m WHERE m.person_id = p.id AND m.ended_on IS NULL) AS roles,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', e.kind, 'recordId', e.record_id)), '[]')
   FROM access.engagement e WHERE e.person_id = p.id) AS engagements`;

function actorFrom({ personId, name, roles, engagements }: PersonRow): Actor {
  const heldRoles = roles.flatMap(({ role, organisationId }): HeldRole[] =>
    isRole(role) ? [{ role, organisationId }] : [],
  );
  return new Actor({ standing: 'person', personId, name, heldRoles, engagements });
}
