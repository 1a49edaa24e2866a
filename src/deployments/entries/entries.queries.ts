import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import type { Look } from '../../ledger/act.js';
import { Database, type SqlStatement } from '../../platform/database/database.js';
import { columnOf, recordedKind, tableOf, type RecordedClass } from '../../platform/database/recorded.js';
import {
  everyColumn,
  jsonList,
  recordOf,
  select,
  sql,
  type Column,
  type JsonRow,
} from '../../platform/database/selection.js';
import { SchemeEntries } from './scheme-entries.js';
import type { SchemeEntry } from './scheme-entry.entity.js';

const CALLED = select({
  called: sql<string>('e.called'),
  key: sql<string>('d.key'),
  deploymentId: sql<Uuid>('e.deployment_id'),
  leadOrganisationId: sql<Uuid>('e.lead_organisation_id'),
});

/** Every SELECT about entries. */
@Injectable()
export class EntriesQueries {
  constructor(private readonly database: Database) {}

  /** All entries of these kinds of one scheme that this actor may see, by one statement however many kinds there are. */
  async ofScheme(
    actor: Actor,
    deploymentId: Uuid,
    kinds: readonly RecordedClass<SchemeEntry>[],
  ): Promise<SchemeEntries> {
    if (kinds.length === 0) return new SchemeEntries(new Map());
    const row = await this.database.row(
      scopeOf(actor),
      entriesOf(kinds, '$1', deploymentId, (kind) => readBy(actor, kind)),
    );
    return entriesIn(kinds, row);
  }

  /** What one entry is called and where it belongs; null when this actor sees none of this kind and id. */
  async called(actor: Actor, kind: string, id: string) {
    if (!isId(id)) return null;
    const from =
      'deployments.entry e JOIN deployments.deployment d ON d.id = e.deployment_id WHERE e.kind = $1 AND e.id = $2';
    return this.database.row(scopeOf(actor), CALLED.from(from, [kind, id]));
  }
}

const LOCKED = select({ id: sql<Uuid>('d.id') });

/**
 * The entries of a kind that stand in a scheme, within an act; the scheme is that of `id`, or of the entry `id`. Nobody else
 * adds to them or mends them until the act ends, so that two changes that fit alone cannot contradict each other.
 */
export async function standingEntries<T extends SchemeEntry>(
  look: Look,
  kind: RecordedClass<T>,
  id: Uuid,
): Promise<readonly T[]> {
  const scheme = `coalesce((SELECT b.deployment_id FROM ${tableOf(kind)} b WHERE b.id = $1), $1)`;
  await look(LOCKED.from(`deployments.deployment d WHERE d.id = ${scheme} FOR UPDATE`, [id]));
  const [row] = await look(entriesOf([kind], scheme, id));
  return entriesIn([kind], row ?? null).standing(kind);
}

/** What is committed is read by the trust's own people, auditors and the operator; to everyone else it is nothing. */
function readBy(actor: Actor, kind: RecordedClass<SchemeEntry>): EntryColumns {
  const all = everyColumn(kind, 'e');
  if (actor.standing === 'operator') return all;
  const closed = recordedKind(kind).committed.map((name) => {
    const own = `CASE WHEN ${MAY_READ_COMMITTED} THEN e.${columnOf(kind, name)} END`;
    return [name, sql<null>(actor.standing === 'person' ? own : 'NULL')] as const;
  });
  return { ...all, ...Object.fromEntries(closed) };
}

const MAY_READ_COMMITTED = `(SELECT access.holds('AUDITOR')) OR e.lead_organisation_id = ANY ((SELECT
  access.organisations_as('TRUST_SUBMITTER', 'CALDICOTT_GUARDIAN', 'DATA_PROTECTION_OFFICER', 'EXECUTIVE_APPROVER'))::uuid[])`;

type EntryColumns = ReturnType<typeof everyColumn<SchemeEntry>>;
type Lists = Readonly<Record<string, Column<readonly JsonRow<EntryColumns>[]>>>;
type ListsRow = Readonly<Record<string, readonly JsonRow<EntryColumns>[]>>;

function entriesOf(
  kinds: readonly RecordedClass<SchemeEntry>[],
  scheme: string,
  id: Uuid,
  read = (kind: RecordedClass<SchemeEntry>) => everyColumn(kind, 'e'),
): SqlStatement<ListsRow> {
  const lists: Lists = Object.fromEntries(
    kinds.map((kind) => [
      recordedKind(kind).kind,
      jsonList(read(kind), `${tableOf(kind)} e WHERE e.deployment_id = ${scheme}`, 'e.id'),
    ]),
  );
  return select(lists).within((list) => `SELECT ${list}`, [id]);
}

function entriesIn(kinds: readonly RecordedClass<SchemeEntry>[], row: ListsRow | null): SchemeEntries {
  return new SchemeEntries(
    new Map(
      kinds.map((kind) => [kind, (row?.[recordedKind(kind).kind] ?? []).map((one) => recordOf(kind, one))]),
    ),
  );
}
