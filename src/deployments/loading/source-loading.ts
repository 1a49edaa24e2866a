import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { Clock } from '../../kernel/clock.js';
import { refusingFaults } from '../../kernel/fact-files/fact-file-fault.js';
import { newId } from '../../kernel/identifiers.js';
import { ChangedMeanwhile } from '../../kernel/refusal.js';
import { adding, type Look } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { Database } from '../../platform/database/database.js';
import { made } from '../../platform/database/recorded.js';
import { turnAt } from '../../platform/database/taking-turns.js';
import type { RegisterFiles } from './files/register-files.js';
import { FurtherFacts } from './further-facts.js';
import { heldRecords } from './loading.queries.js';
import { plannedLoad, type PlannedLoad } from './planning/planned-load.js';
import { RegisterLoad } from './register-load.entity.js';

/** What a load did, in records. */
export interface LoadOutcome {
  readonly added: number;
  readonly corrected: number;
  /** Left as they are, although the files say otherwise: what the register says is newer, or its trust's own. */
  readonly leftAlone: number;
  readonly unchanged: number;
}

/**
 * Brings the register to what its source files say, all or nothing. Loading the same files again changes nothing; a
 * record that its trust has taken up is left as the trust keeps it; a newer fact is never overwritten by an older file;
 * nothing is ever removed.
 */
@Injectable()
export class SourceLoading {
  constructor(
    private readonly ledger: Ledger,
    private readonly database: Database,
    private readonly access: Access,
    private readonly clock: Clock,
    private readonly further: FurtherFacts,
  ) {}

  /** What loading these files would do as things stand; nothing is written. */
  async preview(actor: Actor, files: RegisterFiles): Promise<PlannedLoad> {
    this.access.require(actor, 'load', RegisterLoad);
    const scope = scopeOf(actor);
    return this.planned((statement) => this.database.rows(scope, statement), files);
  }

  /**
   * Adds what is new and corrects what the files say differently now.
   * @throws Unprocessable with every fault between the files; ChangedMeanwhile when it would no longer do what was shown.
   */
  async load(actor: Actor, files: RegisterFiles, shown: string | null = null): Promise<LoadOutcome> {
    this.access.require(actor, 'load', RegisterLoad);
    return this.ledger.decide(actor, async ({ look, perform }) => {
      await look(turnAt('the register is loaded'));
      const plan = await this.planned(look, files);
      if (shown !== null && shown !== plan.mark) throw new ChangedMeanwhile();
      const outcome = loadOutcome(plan);
      if (plan.acts.length > 0 || plan.isNewEdition)
        await perform(...plan.acts, adding('load', RegisterLoad, this.noted(files, outcome)));
      return outcome;
    });
  }

  private async planned(look: Look, files: RegisterFiles): Promise<PlannedLoad> {
    const held = await heldRecords(look, files);
    const further = await this.further.planners(look, files);
    return refusingFaults(() => plannedLoad(files, { held, further }, this.clock.today()));
  }

  private noted(files: RegisterFiles, outcome: LoadOutcome): RegisterLoad {
    const { added, corrected, leftAlone } = outcome;
    const { edition, filesHash, names } = files;
    return made(RegisterLoad, {
      ...{ id: newId(), edition, filesHash, files: [...names], added, corrected, leftAlone },
      loadedOn: this.clock.today(),
    });
  }
}

/** What a plan comes to, in records. */
export function loadOutcome({ facts, unchanged }: PlannedLoad): LoadOutcome {
  const count = (does: string): number => facts.filter((fact) => fact.does === does).length;
  return { added: count('add'), corrected: count('correct'), leftAlone: count('leave'), unchanged };
}
