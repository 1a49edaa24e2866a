import { rulesToAST } from '@casl/ability/extra';
import { CompoundCondition, FieldCondition, type Condition } from '@ucast/core';
import { EngagedRecords } from '../identity/engagements.js';
import { columnsOf, type RecordedClass } from '../platform/database/recorded.js';
import type { Ability } from './ability.js';

/** A piece of SQL to stand in a WHERE, with its values; placeholders begin after those the query already has. */
export interface SqlCondition {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Where the condition will stand: the alias of the table, and how many placeholders come before. */
export interface SqlPlace {
  readonly alias: string;
  readonly after: number;
}

/**
 * The rows of a kind on which the ability allows the verb, as SQL: the same rows that `ability.can` allows in memory.
 * Comparisons stand bare, so that an index can serve them; only a NOT has to say that unknown counts as false.
 * @throws Error for an operator or property that has no SQL form: it must never be silently left out.
 */
export function conditionsToSql(
  ability: Ability,
  verb: string,
  kind: RecordedClass,
  place: SqlPlace,
): SqlCondition {
  const tree = rulesToAST(ability, verb, kind);
  if (tree === null) return { text: 'FALSE', values: [] };
  const columns = columnsOf(kind);
  const values: unknown[] = [];

  const hold = (value: unknown): string => `$${String(place.after + values.push(value))}`;
  const columnFor = (property: string): string => {
    const column = columns.get(property);
    if (column === undefined) throw new Error(`${kind.name} has no property ${property}.`);
    return `${place.alias}.${column}`;
  };
  const field = ({ operator, field: property, value }: FieldCondition): string => {
    const column = columnFor(property);
    if (operator === 'eq') return value === null ? `${column} IS NULL` : `${column} = ${hold(value)}`;
    if (operator === 'in' && Array.isArray(value))
      return value.length === 0 ? 'FALSE' : `${column} = ANY (${hold(value)})`;
    if (operator === 'engaged' && value instanceof EngagedRecords) return engaged(column, value);
    throw new Error(`The operator ${operator} has no SQL form.`);
  };
  const engaged = (column: string, { personId, kind }: EngagedRecords): string =>
    personId === null
      ? 'FALSE'
      : `${column} IN (SELECT engaged.record_id FROM access.engagement engaged
        WHERE engaged.person_id = ${hold(personId)} AND engaged.kind = ${hold(kind)})`;
  const compound = ({ operator, value: parts }: CompoundCondition): string => {
    const inner = parts.map(translate);
    if (operator === 'and') return inner.length === 0 ? 'TRUE' : `(${inner.join(' AND ')})`;
    if (operator === 'or') return inner.length === 0 ? 'FALSE' : `(${inner.join(' OR ')})`;
    if (operator === 'not') return `(${inner.join(' AND ')}) IS NOT TRUE`;
    throw new Error(`The operator ${operator} has no SQL form.`);
  };
  const translate = (condition: Condition): string => {
    if (condition instanceof FieldCondition) return field(condition);
    if (isCompound(condition)) return compound(condition);
    throw new Error(`The operator ${condition.operator} has no SQL form.`);
  };

  const text = translate(tree);
  return { text, values };
}

function isCompound(condition: Condition): condition is CompoundCondition {
  return condition instanceof CompoundCondition;
}
