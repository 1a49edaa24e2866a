import { Column, PrimaryColumn, getMetadataArgsStorage } from 'typeorm';
import type { Uuid } from '../../kernel/identifiers.js';

/** Which of the two logs an event goes to: staff acts, or acts of people who file (day only, no order). */
export type LogName = 'staff' | 'intake';

/** What the ledger must know of a kind of record. */
export interface RecordedKind {
  /** The kind's name in the register's words, as it stands in events and addresses: `data-flow`. */
  readonly kind: string;
  readonly log: LogName;
  /** Properties that hold personal or secret values: events carry only salted commitments to them. */
  readonly committed: readonly string[];
  /** The post that every event of this kind names, where it must not be known which of several people acted. */
  readonly post?: string;
}

/** A class of records, as TypeORM and the ledger know it. */
export type RecordedClass<T extends RecordedEntity = RecordedEntity> = new () => T;

/**
 * What every recorded thing has: an id, and a revision that grows by one with each event about it. Only the ledger
 * writes these rows; a deferred constraint in PostgreSQL refuses a change without its event.
 */
export abstract class RecordedEntity {
  @PrimaryColumn('uuid')
  id: Uuid;

  @Column('integer')
  revision: number;
}

const kinds = new Map<RecordedClass, RecordedKind>();

/**
 * Marks an entity as recorded: every change to it goes through the ledger and leaves an event.
 * @throws Error while loading, when two classes claim one kind: their events could not be told apart.
 */
export function Recorded(kind: RecordedKind) {
  return (target: RecordedClass): void => {
    const other = recordedClasses().find((known) => recordedKind(known).kind === kind.kind);
    if (other !== undefined)
      throw new Error(
        `${target.name} and ${other.name} are both recorded as “${kind.kind}”. Each class needs a kind of its own.`,
      );
    kinds.set(target, kind);
  };
}

/**
 * What the ledger knows of this class of records.
 * @throws Error when the class is not marked with `@Recorded`: a fault in the code, not in what a person sent.
 */
export function recordedKind(target: RecordedClass): RecordedKind {
  const kind = kinds.get(target);
  if (!kind) throw new Error(`${target.name} is not marked as @Recorded.`);
  return kind;
}

/** Every recorded class that has been loaded, in order of its kind's name. */
export function recordedClasses(): readonly RecordedClass[] {
  return [...kinds.keys()].sort((a, b) => recordedKind(a).kind.localeCompare(recordedKind(b).kind));
}

const vocabularies = new Map<object, Map<string, readonly string[]>>();

type SayingOneOf<Property extends string, Word extends string> = {
  [Name in Property]: Word | Word[] | readonly Word[] | null;
};

/**
 * Says once which words a property may hold, each of them or a list of them. The property's type, the vocabulary and
 * PostgreSQL's CHECK are held to each other: the first two by the compiler, the third by test/contracts/vocabularies.
 */
export function OneOf<const Word extends string>(words: readonly Word[]) {
  return <Property extends string>(target: SayingOneOf<Property, Word>, property: Property): void => {
    const known = vocabularies.get(target.constructor) ?? new Map<string, readonly string[]>();
    vocabularies.set(target.constructor, known.set(property, words));
  };
}

/** The words that each property of an entity may hold, for those that hold words. */
export function vocabulariesOf(target: EntityClass): ReadonlyMap<string, readonly string[]> {
  const owners = [...vocabularies].filter(
    ([owner]) => owner === target || (typeof owner === 'function' && owner.isPrototypeOf(target)),
  );
  return new Map(owners.flatMap(([, words]) => [...words]));
}

/** What an entity stores: its properties without its methods. */
export type Stored<T> = {
  [Name in keyof T as T[Name] extends (...given: never[]) => unknown ? never : Name]: T[Name];
};

/** Everything that a record must be given when it is made: all its columns but the revision, which the ledger counts. */
export type Given<T extends RecordedEntity> = Omit<Stored<T>, 'revision'>;

/** A new record with every one of its columns given: one that is forgotten does not compile. */
export function made<T extends RecordedEntity>(kind: RecordedClass<T>, given: Given<T>): T {
  return Object.assign(new kind(), given);
}

type EntityClass = abstract new () => object;

const columnsKnown = new WeakMap<EntityClass, ReadonlyMap<string, string>>();

/** The property names of an entity with the columns they are stored in (`leadOrganisationId` → `lead_organisation_id`). */
export function columnsOf(target: EntityClass): ReadonlyMap<string, string> {
  const known = columnsKnown.get(target) ?? declaredColumns(target);
  columnsKnown.set(target, known);
  return known;
}

/**
 * The column in which an entity stores this property.
 * @throws Error when the property is not a column: a fault in the code.
 */
export function columnOf(target: EntityClass, property: string): string {
  const column = columnsOf(target).get(property);
  if (column === undefined) throw new Error(`${target.name} stores no ${property}.`);
  return column;
}

/**
 * The table of an entity with its schema: `deployments.deployment`.
 * @throws Error when the class is no entity: a fault in the code.
 */
export function tableOf(target: EntityClass): string {
  const table = getMetadataArgsStorage().tables.find(({ target: owner }) => owner === target);
  if (table?.name === undefined) throw new Error(`${target.name} has no table.`);
  return table.name;
}

function declaredColumns(target: EntityClass): ReadonlyMap<string, string> {
  const columns = getMetadataArgsStorage().columns.filter(
    ({ target: owner }) => owner === target || (typeof owner === 'function' && owner.isPrototypeOf(target)),
  );
  return new Map(
    columns.map(({ propertyName, options }) => [propertyName, options.name ?? snakeCase(propertyName)]),
  );
}

/** `leadOrganisationId` → `lead_organisation_id`: how every property of Candour is named in PostgreSQL. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
