import type { Actor } from '../../src/identity/actor.js';
import { VISITOR } from '../../src/identity/actor.js';
import { scopeOf } from '../../src/identity/actor-scope.js';
import { ActorsQueries } from '../../src/identity/sessions/actors.queries.js';
import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { GroupsQueries } from '../../src/memberships/groups/groups.queries.js';
import { GroupsService, type Proposed } from '../../src/memberships/groups/groups.service.js';
import { GroupContactsService } from '../../src/memberships/groups/telling/group-contacts.service.js';
import { PeopleService } from '../../src/memberships/people/people.service.js';
import type { OrganisationType } from '../../src/organisations/organisation-type.js';
import { Database } from '../../src/platform/database/database.js';
import { registered } from './deployments.js';
import { anOrganisation } from './organisations.js';
import { pastTheLedger, type ReviewWorld } from './reviews.js';

/** The role of those who speak for a group. */
export const MEMBER = 'USER_GROUP_MEMBER';

/** What a group says unasked of a scheme, in its own words: that it disagrees. */
export const DISAGREES = {
  statement: 'disagree',
  text: 'Nobody asked us.',
  publishConsent: true,
  userControlled: true,
  funded: false,
  conflict: null,
  paidBy: 'nobody',
} as const;

/** One statement, to be tried in somebody's scope. */
export interface Sql {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A user-led group, or whatever else was registered in its place. */
export interface Group {
  readonly id: Uuid;
  readonly key: string;
}

/** User-led groups with people of their own, and two administrators beside them. */
export class GroupStage {
  private constructor(
    private readonly world: ReviewWorld,
    private readonly people: PeopleService,
    private readonly groups: GroupsService,
    readonly admin: Actor,
    readonly otherAdmin: Actor,
  ) {}

  /** Sets the stage in a world with a trust, a scheme and people. */
  static async in(world: ReviewWorld): Promise<GroupStage> {
    const services = [world.service(PeopleService), world.service(GroupsService)] as const;
    const admin = await world.as('admin');
    const before = new GroupStage(world, ...services, admin, admin);
    const other = await before.actor(await before.somebody(['ADMIN', null]));
    return new GroupStage(world, ...services, admin, other);
  }

  /** Registers an organisation of a type. */
  async organisation(type: OrganisationType = 'USER_LED_GROUP'): Promise<Group> {
    const made = anOrganisation({ name: `A ${type}`, type });
    await registered(this.world.candour, made);
    return { id: made.id, key: made.key };
  }

  /** Somebody with an account, who is not of the demo world, with roles held since 2020. */
  async somebody(...roles: readonly (readonly [string, Uuid | null])[]): Promise<Uuid> {
    const id = newId();
    const held = roles.map(
      ([role, of]) =>
        `INSERT INTO identity.membership (id, revision, person_id, role, organisation_id, granted_on)
          VALUES (gen_random_uuid(), 1, '${id}', '${role}', ${of === null ? 'NULL' : `'${of}'`}, '2020-01-01')`,
    );
    const person = `INSERT INTO identity.person (id, revision, name, email) VALUES ('${id}', 1, 'Somebody', '${id}@example.org')`;
    await pastTheLedger(this.world.superuser, [person, ...held].join(';'));
    return id;
  }

  /** A group with a contact that it gave, for which one person speaks. */
  async groupOfOne(): Promise<{ group: Group; one: Uuid }> {
    const group = await this.organisation();
    await this.contact(this.otherAdmin, group);
    const one = await this.somebody();
    await this.letIn(this.admin, one, group);
    return { group, one };
  }

  /** The same with two. */
  async groupOfTwo(): Promise<{ group: Group; one: Uuid; two: Uuid }> {
    const { group, one } = await this.groupOfOne();
    const two = await this.somebody();
    await this.propose(one, group, two);
    return { group, one, two };
  }

  /** Somebody as they would act now. */
  async actor(id: Uuid): Promise<Actor> {
    const found = await this.world.service(ActorsQueries).person(id);
    if (!found) throw new Error('This person may not come in.');
    return found;
  }

  /** Lets somebody in as the first of a group. */
  async letIn(by: Actor, personId: Uuid, group: Group): Promise<unknown> {
    return this.people.letIn(by, { personId, organisationId: group.id });
  }

  /** Records an address that a group gave. */
  async contact(by: Actor, group: Group, address = contactOf(group)): Promise<Uuid> {
    return this.world
      .service(GroupContactsService)
      .record(by, { id: group.id, name: 'A group' }, { address, givenHow: 'By letter' });
  }

  /** A member proposes somebody. */
  async propose(by: Uuid, group: Group, whom: Uuid): Promise<Proposed> {
    const { rows } = await this.world.superuser.query<{ email: string }>(
      'SELECT email FROM identity.person WHERE id = $1',
      [whom],
    );
    const proposal = {
      asks: 'add-member',
      address: rows[0]?.email ?? '',
      reason: 'They work with us',
    } as const;
    return this.groups.propose(await this.actor(by), group.id, proposal);
  }

  /** Who speaks for a group now. */
  async membersOf({ id }: Group): Promise<readonly Uuid[]> {
    const { rows } = await this.world.superuser.query<{ person_id: Uuid }>(
      `SELECT person_id FROM identity.membership WHERE organisation_id = $1 AND role = '${MEMBER}' AND ended_on IS NULL`,
      [id],
    );
    return rows.map(({ person_id: id }) => id).sort();
  }

  /** The role that somebody holds now. */
  async membershipOf(personId: Uuid): Promise<Uuid> {
    const { rows } = await this.world.superuser.query<{ id: Uuid }>(
      'SELECT id FROM identity.membership WHERE person_id = $1 AND ended_on IS NULL',
      [personId],
    );
    return rows[0]?.id ?? '';
  }

  /** What a group was told of, newest first. */
  async noticesOf({ id }: Group): Promise<readonly string[]> {
    return (await this.world.service(GroupsQueries).notices(VISITOR, id)).map(({ about }) => about);
  }

  /** The texts of the mail written to an address. */
  async lettersTo(address: string): Promise<readonly string[]> {
    const { rows } = await this.world.superuser.query<{ body: string }>(
      `SELECT m.body FROM work.mail m LEFT JOIN identity.person p ON p.id = m.person_id
        LEFT JOIN memberships.group_contact c ON c.id = m.contact_id WHERE coalesce(p.email, c.address) = $1`,
      [address],
    );
    return rows.map(({ body }) => body);
  }

  /** What PostgreSQL says to these statements in one transaction of this actor's scope, as the application's login. */
  async tried(by: Actor, ...statements: readonly Sql[]): Promise<string> {
    const writing = this.world.service(Database).write(scopeOf(by), async (manager) => {
      for (const { text, values } of statements) await manager.query(text, [...values]);
    });
    return writing.then(
      () => 'done',
      (fault: unknown) => String(fault),
    );
  }
}

/** The address that a group of the tests gave. */
export function contactOf({ id }: Group): string {
  return `contact-${id}@example.org`;
}

/** A notice to a group. */
export function told(groupId: Uuid, about: string, personId: Uuid): Sql {
  return {
    text: `INSERT INTO memberships.group_notice (id, revision, organisation_id, about, person_id, noticed_on)
      VALUES ($1, 1, $2, $3, $4, current_date)`,
    values: [newId(), groupId, about, personId],
  };
}

/** A role given, as if far in the future. */
export function grantOf(personId: Uuid, role: string, organisationId: Uuid | null): Sql {
  return {
    text: `INSERT INTO identity.membership (id, revision, person_id, role, organisation_id, granted_on)
      VALUES ($1, 1, $2, $3, $4, current_date + 10000)`,
    values: [newId(), personId, role, organisationId],
  };
}

/** The end of a role. */
export function ended(membershipId: Uuid): Sql {
  return {
    text: 'UPDATE identity.membership SET ended_on = current_date WHERE id = $1',
    values: [membershipId],
  };
}

/** A proposal in a group. */
export function requestOf(groupId: Uuid, personId: Uuid, askedBy: Uuid | null): Sql {
  return {
    text: `INSERT INTO memberships.group_request (id, revision, organisation_id, asks, person_id, reason, asked_by, asked_on)
      VALUES ($1, 1, $2, 'add-member', $3, 'because', $4, current_date)`,
    values: [newId(), groupId, personId, askedBy],
  };
}

/** An agreement in a group. */
export function decided(requestId: Uuid, by: Uuid): Sql {
  return {
    text: `UPDATE memberships.group_request SET outcome = 'agreed', decided_by = $2, decided_on = current_date WHERE id = $1`,
    values: [requestId, by],
  };
}

/** A request for a role that takes two administrators. */
export function askedFor(
  personId: Uuid,
  role: string,
  organisationId: Uuid | null,
  askedBy: Uuid | null,
): Sql {
  return {
    text: `INSERT INTO memberships.account_request (id, revision, person_id, asks, role, organisation_id, reason, asked_by, asked_on)
      VALUES ($1, 1, $2, 'grant-role', $3, $4, 'because', $5, current_date)`,
    values: [newId(), personId, role, organisationId, askedBy],
  };
}

/** Asks at once for a rule that waits for the end of the transaction. */
export function atOnce(schema: string, rule: string): Sql {
  return { text: `SET CONSTRAINTS ${schema}."${rule}" IMMEDIATE`, values: [] };
}
