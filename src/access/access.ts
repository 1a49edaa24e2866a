import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { NotPermitted, SignInNeeded } from '../kernel/refusal.js';
import type { RecordedClass } from '../platform/database/recorded.js';
import { abilityFrom, type Ability } from './ability.js';
import { conditionsToSql, type SqlCondition, type SqlPlace } from './conditions-to-sql.js';
import { operatorPolicy } from './operator.policy.js';
import type { Policy, SubjectClass } from './policy.js';

/** Decides who may do what, from the policies that the features bring. It evaluates and never writes. */
@Injectable()
export class Access {
  private readonly policies: Policy[] = [operatorPolicy];
  private readonly abilities = new WeakMap<Actor, Ability>();
  private readonly recent = new Map<string, Ability>();

  /** Takes in a feature's policy; called by each feature's module, before the first request. */
  adopt(...policies: readonly Policy[]): void {
    this.policies.push(...policies);
    this.recent.clear();
  }

  /** True when the actor may do this with this record, or with some record of the class. */
  can(actor: Actor, verb: string, subject: SubjectClass | object): boolean {
    return this.abilityOf(actor).can(verb, subject);
  }

  /**
   * Lets the act through or refuses it.
   * @throws NotPermitted for a person who may not; SignInNeeded when nobody is signed in.
   */
  require(actor: Actor, verb: string, subject: SubjectClass | object): void {
    if (this.can(actor, verb, subject)) return;
    throw actor.standing === 'visitor' ? new SignInNeeded() : new NotPermitted();
  }

  /**
   * The post in which the actor does this: the first of their roles that lets them do it by itself. What no single role
   * lets them do is done in the first that they hold.
   */
  postFor(actor: Actor, verb: string, subject: object): string {
    const several = actor.heldRoles.length > 1 ? actor.inEachRole() : [];
    const able = several.find((alone) => this.can(alone, verb, subject));
    return (able ?? actor).heldRoles[0]?.role ?? actor.standing;
  }

  /** The rows of a kind on which the actor may do this, as a piece of a WHERE. */
  where(actor: Actor, verb: string, kind: RecordedClass, place: SqlPlace): SqlCondition {
    return conditionsToSql(this.abilityOf(actor), verb, kind, place);
  }

  private abilityOf(actor: Actor): Ability {
    const known = this.abilities.get(actor) ?? this.sameAsBefore(actor);
    this.abilities.set(actor, known);
    return known;
  }

  /** Two requests of a person who holds the same and takes part in the same mean the same ability. */
  private sameAsBefore(actor: Actor): Ability {
    const facts = actor.footing;
    const ability = this.recent.get(facts) ?? abilityFrom(this.policies, actor);
    this.recent.delete(facts);
    this.recent.set(facts, ability);
    const [oldest] = this.recent.keys();
    if (this.recent.size > MOST_REMEMBERED && oldest !== undefined) this.recent.delete(oldest);
    return ability;
  }
}

const MOST_REMEMBERED = 500;
