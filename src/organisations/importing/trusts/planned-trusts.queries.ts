import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../identity/actor.js';
import { scopeOf } from '../../../identity/actor-scope.js';
import type { PartialDate } from '../../../kernel/days/partial-date.js';
import { Unprocessable } from '../../../kernel/refusal.js';
import type { Look } from '../../../ledger/act.js';
import { Database } from '../../../platform/database/database.js';
import type { Organisation } from '../../organisation.entity.js';
import { heldByKey } from '../held-organisations.js';
import { editionsOfTrusts, type EditionsOfTrusts } from './newest-edition.js';
import type { TrustsFile } from './trusts-file.js';
import { trustsPlan, type TrustsPlan } from './trusts-plan.js';

/** Compares files of trusts with the register, without changing it. */
@Injectable()
export class PlannedTrustsQueries {
  constructor(private readonly database: Database) {}

  /** What importing this file would do. @throws Unprocessable when a newer edition was imported. */
  async plan(actor: Actor, file: TrustsFile): Promise<TrustsPlan> {
    return plannedBy(
      await registerOfTrusts((statement) => this.database.rows(scopeOf(actor), statement)),
      file,
    );
  }
}

/** The register as a file of trusts is compared with it: what it holds by key, and the editions it was brought to. */
export interface RegisterOfTrusts {
  readonly held: ReadonlyMap<string, Organisation>;
  readonly editions: EditionsOfTrusts;
}

/** The register as the transaction sees it. */
export async function registerOfTrusts(look: Look): Promise<RegisterOfTrusts> {
  const held = await heldByKey(look);
  return { held, editions: await editionsOfTrusts(look, held) };
}

/** What a file would do as the register stands. @throws Unprocessable when a newer edition was imported. */
export function plannedBy(
  { held, editions: { newest } }: RegisterOfTrusts,
  file: TrustsFile,
  allowed: ReadonlySet<string> = new Set(),
): TrustsPlan {
  if (newest && file.edition.isCertainlyBefore(newest)) throw olderThan(newest, file.edition);
  return trustsPlan(file, held, allowed);
}

function olderThan(newest: PartialDate, edition: PartialDate): Unprocessable {
  const text = `The register holds the edition of ${newest.toString()}. This one, of ${edition.toString()}, is older: it would bring back old names and reopen trusts that have closed.`;
  return new Unprocessable([{ field: 'edition', text }], 'The file was not imported. Nothing was changed.');
}
