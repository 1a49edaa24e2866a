import type { Actor } from '../identity/actor.js';
import type { EngagedRecords } from '../identity/engagements.js';

/** A class whose instances, or which itself, an act may be about. */
export type SubjectClass<T extends object = object> = new (...given: never[]) => T;

type Scalar = string | boolean | number | null;

/**
 * Which records a rule is about: each property equals the value, is one of the values in the list, or names a record that
 * the person takes part in. Nothing else is possible, so that the same condition means the same in memory, in SQL and in
 * row-level security.
 */
export type Conditions<T extends object> = {
  readonly [Property in keyof T]?: Scalar | readonly string[] | EngagedRecords;
};

/** How a policy speaks: all that is not allowed is refused, and what is forbidden stays forbidden. */
export interface Rules {
  allow<T extends object>(
    verbs: string | readonly string[],
    subject: SubjectClass<T>,
    where?: Conditions<T>,
  ): void;
  forbid<T extends object>(
    verbs: string | readonly string[],
    subject: SubjectClass<T>,
    where?: Conditions<T>,
  ): void;
}

/** Who may do what with one feature's records: a pure function of the actor. */
export type Policy = (actor: Actor, rules: Rules) => void;
