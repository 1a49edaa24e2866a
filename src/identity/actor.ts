import type { Uuid } from '../kernel/identifiers.js';
import { EngagedRecords, NO_ENGAGEMENTS, type Engagements } from './engagements.js';
import type { Role } from './roles.js';
import { NotPermitted } from '../kernel/refusal.js';

/** One role a person holds now, with the organisation it is for when the role belongs to one. */
export interface HeldRole {
  readonly role: Role;
  readonly organisationId: Uuid | null;
}

/** What may stand behind a request: nobody known, a signed-in person, the holder of a receipt, or the operator. */
export type Standing = 'visitor' | 'person' | 'receipt' | 'operator';

interface ActorFacts {
  readonly standing: Standing;
  readonly personId?: Uuid;
  readonly name?: string;
  readonly heldRoles?: readonly HeldRole[];
  readonly engagements?: Engagements;
  readonly receiptFor?: Uuid;
}

/**
 * Who is acting, with all that decides what they may do. It is read once per request and never changes during it;
 * policies and row-level security look at nothing else.
 */
export class Actor {
  readonly standing: Standing;
  readonly personId: Uuid | null;
  readonly name: string | null;
  readonly heldRoles: readonly HeldRole[];
  private readonly engagements: Engagements;
  readonly receiptFor: Uuid | null;

  constructor(facts: ActorFacts) {
    this.standing = facts.standing;
    this.personId = facts.personId ?? null;
    this.name = facts.name ?? null;
    this.heldRoles = facts.heldRoles ?? [];
    this.engagements = facts.engagements ?? NO_ENGAGEMENTS;
    this.receiptFor = facts.receiptFor ?? null;
  }

  /** True when the person holds one of the roles, for any organisation. */
  holds(...roles: readonly Role[]): boolean {
    return this.heldRoles.some(({ role }) => roles.includes(role));
  }

  /** The organisations for which the person holds one of the roles. */
  organisationsAs(...roles: readonly Role[]): Uuid[] {
    return this.heldRoles.flatMap(({ role, organisationId }) =>
      organisationId !== null && roles.includes(role) ? [organisationId] : [],
    );
  }

  /** The records of one kind that the person takes part in by name. */
  engagedIn(kind: string): EngagedRecords {
    return new EngagedRecords(this.personId, kind, this.engagements.idsOf(kind));
  }

  /** The same text for two actors exactly when nothing that policies look at differs between them. */
  get footing(): string {
    const { standing, personId, receiptFor, heldRoles, engagements } = this;
    return JSON.stringify([standing, personId, receiptFor, heldRoles, engagements.version]);
  }

  /** The same person in one of their roles at a time, in the order in which they were given them. */
  inEachRole(): readonly Actor[] {
    const { standing, personId, engagements } = this;
    const same = { standing, engagements, ...(personId !== null && { personId }) };
    return this.heldRoles.map((held) => new Actor({ ...same, heldRoles: [held] }));
  }

  /** The post of somebody who acts in one of these roles: the first that they hold, or what the actor is. */
  postAmong(...roles: readonly Role[]): string {
    return this.heldRoles.find(({ role }) => roles.includes(role))?.role ?? this.standing;
  }
}

/** Somebody of whom nothing is known and nothing is asked. */
export const VISITOR = new Actor({ standing: 'visitor' });

/** The operator at the command line, and the jobs that run unattended. */
export const OPERATOR = new Actor({ standing: 'operator' });

/** The person who holds the receipt of one concern, and is known by nothing else. */
export function receiptHolder(concernId: Uuid): Actor {
  return new Actor({ standing: 'receipt', receiptFor: concernId });
}

/** The id of the person who acts. @throws NotPermitted when it is not a person: the operator has no account. */
export function personIdOf(actor: Actor): Uuid {
  if (actor.personId === null) throw new NotPermitted();
  return actor.personId;
}
