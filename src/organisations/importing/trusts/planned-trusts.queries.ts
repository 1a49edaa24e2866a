import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../identity/actor.js';
import { scopeOf } from '../../../identity/actor-scope.js';
import { PartialDate } from '../../../kernel/partial-date.js';
import { Unprocessable } from '../../../kernel/refusal.js';
import type { Look } from '../../../ledger/act.js';
import { Database } from '../../../platform/database/database.js';
import { columns, select } from '../../../platform/database/selection.js';
import { heldByKey } from '../held-organisations.js';
import { editionNamedIn, newestOf } from './edition-named.js';
import { OdsEdition } from './ods-edition.entity.js';
import type { TrustsFile } from './trusts-file.js';
import { trustsPlan, type TrustsPlan } from './trusts-plan.js';

/** Compares files of trusts with the register, without changing it. */
@Injectable()
export class PlannedTrustsQueries {
  constructor(private readonly database: Database) {}

  /** What importing this file would do. @throws Unprocessable when a newer edition was imported. */
  plan(actor: Actor, file: TrustsFile): Promise<TrustsPlan> {
    return plannedBy((statement) => this.database.rows(scopeOf(actor), statement), file);
  }
}

/** What a file would do as the register stands. @throws Unprocessable when a newer edition was imported. */
export async function plannedBy(
  look: Look,
  file: TrustsFile,
  allowed: ReadonlySet<string> = new Set(),
): Promise<TrustsPlan> {
  const held = await heldByKey(look);
  const imported = await look(IMPORTED.from('organisations.ods_edition e'));
  const newest = newestOf([
    ...imported.map(({ edition }) => PartialDate.from(edition)),
    ...[...held.values()].flatMap(({ odsCode, source }) =>
      odsCode !== null && OF_ODS.test(source) ? (editionNamedIn(source) ?? []) : [],
    ),
  ]);
  if (newest && file.edition.isCertainlyBefore(newest)) throw olderThan(newest, file.edition);
  return trustsPlan(file, held, allowed);
}

function olderThan(newest: PartialDate, edition: PartialDate): Unprocessable {
  const text = `The register holds the edition of ${newest.toString()}. This one, of ${edition.toString()}, is older: it would bring back old names and reopen trusts that have closed.`;
  return new Unprocessable([{ field: 'edition', text }], 'The file was not imported. Nothing was changed.');
}

/** Sources that name a file of the Organisation Data Service: before editions were recorded, only these told of them. */
const OF_ODS = /\b(?:ODS|etr)\b|Organisation Data Service/i;
const IMPORTED = select(columns(OdsEdition, 'e', 'edition'));
