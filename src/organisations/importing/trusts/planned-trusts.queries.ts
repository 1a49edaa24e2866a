import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../identity/actor.js';
import { scopeOf } from '../../../identity/actor-scope.js';
import type { PartialDate } from '../../../kernel/days/partial-date.js';
import { Unprocessable } from '../../../kernel/refusal.js';
import type { Look } from '../../../ledger/act.js';
import { Database } from '../../../platform/database/database.js';
import { heldByKey } from '../held-organisations.js';
import { editionsOfTrusts } from './newest-edition.js';
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
  const { newest } = await editionsOfTrusts(look, held);
  if (newest && file.edition.isCertainlyBefore(newest)) throw olderThan(newest, file.edition);
  return trustsPlan(file, held, allowed);
}

function olderThan(newest: PartialDate, edition: PartialDate): Unprocessable {
  const text = `The register holds the edition of ${newest.toString()}. This one, of ${edition.toString()}, is older: it would bring back old names and reopen trusts that have closed.`;
  return new Unprocessable([{ field: 'edition', text }], 'The file was not imported. Nothing was changed.');
}
