import type { Json } from '../../kernel/canonical-json.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { jsonList, sql, type Column, type JsonRow } from '../../platform/database/selection.js';

const CHANGE = {
  kind: sql<string>('g.subject_kind'),
  field: sql<string>('g.field'),
  before: named('g.before'),
  after: named('g.after'),
  post: sql<string | null>('g.post'),
  reason: sql<string | null>('g.reason'),
  changedOn: sql<CalendarDay>('g.day'),
};

/** One thing that a public record said otherwise before; PostgreSQL keeps it in the act that changes the record. */
export type RecordChange = JsonRow<typeof CHANGE>;

/** What was changed of a record and of its parts, newest first: `kind` and the expression that yields its id. */
export function changesAbout(kind: string, id: string): Column<readonly RecordChange[]> {
  return jsonList(
    CHANGE,
    `ledger.change g WHERE g.about_kind = '${kind}' AND g.about_id = ${id}`,
    'g.day DESC, g.revision DESC, g.id',
  );
}

/** Where a word of what a record said before leads to it: ids of records of this kind, for `ledToByWords`. */
export function formerlyOf(kind: string): string {
  return `SELECT about_id FROM ledger.change WHERE about_kind = '${kind}' AND searched LIKE word`;
}

/** An organisation or an edition that a record named is read by its name: an id says nothing to a reader. */
function named(value: string): Column<Json> {
  return sql(`coalesce((SELECT to_jsonb(w.name) FROM organisations.organisation w
    WHERE jsonb_typeof(${value}) = 'string' AND w.id::text = ${value} #>> '{}'),
    (SELECT to_jsonb(x.key) FROM frameworks.edition x WHERE g.field = 'editionId' AND x.id::text = ${value} #>> '{}'), ${value})`);
}
