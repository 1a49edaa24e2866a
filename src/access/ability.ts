import {
  buildMongoQueryMatcher,
  createMongoAbility,
  type MongoAbility,
  type MongoQuery,
  type RawRuleOf,
} from '@casl/ability';
import type { FieldCondition } from '@ucast/core';
import type { Actor } from '../identity/actor.js';
import { EngagedRecords } from '../identity/engagements.js';
import type { Conditions, Policy, Rules, SubjectClass } from './policy.js';

/** A CASL ability over classes of records. */
export type Ability = MongoAbility<[string, SubjectClass | object]>;

/** What all policies together let this actor do. Deny by default: an empty book of policies allows nothing. */
export function abilityFrom(policies: readonly Policy[], actor: Actor): Ability {
  const raw: RawRuleOf<Ability>[] = [];
  const rules: Rules = {
    allow: (verbs, subject, where) => raw.push(rawRule(verbs, subject, where, false)),
    forbid: (verbs, subject, where) => raw.push(rawRule(verbs, subject, where, true)),
  };
  for (const policy of policies) policy(actor, rules);
  const forbiddenLast = raw.toSorted((a, b) => Number(a.inverted) - Number(b.inverted));
  return createMongoAbility<Ability>(forbiddenLast, { detectSubjectType: classOf, conditionsMatcher });
}

/** Equality and membership as CASL knows them, and taking part in a record: `{ reviewId: { $engaged: … } }`. */
const conditionsMatcher = buildMongoQueryMatcher({ $engaged: { type: 'field' } }, { engaged: takesPart });

function rawRule<T extends object>(
  verbs: string | readonly string[],
  subject: SubjectClass<T>,
  where: Conditions<T> | undefined,
  inverted: boolean,
): RawRuleOf<Ability> {
  const action = typeof verbs === 'string' ? verbs : [...verbs];
  return { action, subject, inverted, ...(where ? { conditions: asQuery(where) } : {}) };
}

function asQuery(where: object): MongoQuery {
  return Object.fromEntries(
    Object.entries(where).map(([property, wanted]: [string, unknown]) => [property, asOperator(wanted)]),
  );
}

function asOperator(wanted: unknown): object {
  if (wanted instanceof EngagedRecords) return { $engaged: wanted };
  return Array.isArray(wanted) ? { $in: wanted } : { $eq: wanted };
}

type Reading = { readonly get: (record: object, property: string) => unknown };

function takesPart({ field, value }: FieldCondition, record: object, { get }: Reading): boolean {
  return value instanceof EngagedRecords && value.includes(get(record, field));
}

function classOf(subject: object): SubjectClass {
  const prototype: unknown = Object.getPrototypeOf(subject);
  if (typeof prototype === 'object' && prototype !== null && isClass(prototype.constructor))
    return prototype.constructor;
  throw new TypeError('Only instances of classes can be asked about.');
}

function isClass(value: unknown): value is SubjectClass {
  return typeof value === 'function';
}
