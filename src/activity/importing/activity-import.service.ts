import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { EntriesQueries, standingEntries } from '../../deployments/entries/entries.queries.js';
import { lockedDeployment } from '../../deployments/locked-deployment.js';
import { STANDS } from '../../evidence/mending/standing.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { NotPermitted, Unprocessable } from '../../kernel/refusal.js';
import { adding } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { ActivityFigure } from '../figures/activity-figure.entity.js';
import { ACTIVITY_FIGURES } from '../figures/activity-figures.js';
import type { FigureFault, FigureInFile } from './activity-file.js';

/** What taking in a file of figures would do: the figures that are new, and every fault. */
export interface FigurePlan {
  readonly figures: readonly {
    readonly row: number;
    readonly figure: ActivityFigure;
    readonly isNew: boolean;
  }[];
  readonly faults: readonly FigureFault[];
}

/** Where figures are taken in: a scheme and the trust that answers for it. */
export interface FigureTarget {
  readonly id: Uuid;
  readonly leadOrganisationId: Uuid | null;
  readonly published: boolean;
}

/** Takes in a file of figures: shown first, then done, all of it or none. Taking it in again changes nothing. */
@Injectable()
export class ActivityImport {
  constructor(
    private readonly queries: EntriesQueries,
    private readonly ledger: Ledger,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  /** What the file would do as things stand; nothing is written. */
  async plan(actor: Actor, scheme: FigureTarget, inFile: readonly FigureInFile[]): Promise<FigurePlan> {
    const entries = await this.queries.ofScheme(actor, scheme.id, [ActivityFigure]);
    return this.planned(scheme, inFile, entries.standing(ActivityFigure));
  }

  /**
   * Does what was shown, in one transaction, and says how many figures were recorded.
   * @throws Unprocessable when one of the figures does not fit; nothing is written then.
   */
  async carryOut(actor: Actor, scheme: FigureTarget, inFile: readonly FigureInFile[]): Promise<number> {
    return this.ledger.decide(actor, async ({ look, perform }) => {
      const locked = await lockedDeployment(look, scheme.id, (seen) =>
        this.access.require(actor, 'correct', seen),
      );
      const standing = await standingEntries(look, ActivityFigure, scheme.id);
      const { figures, faults } = this.planned(locked, inFile, standing);
      if (faults.length > 0)
        throw new Unprocessable(
          faults.map(({ row, text }) => ({ field: `row ${String(row ?? '')}`, text })),
          'The file was not taken in, because one of its figures cannot be.',
        );
      const recorded = figures.filter(({ isNew }) => isNew);
      await perform(...recorded.map(({ figure }) => adding('tell', ActivityFigure, figure)));
      return recorded.length;
    });
  }

  private planned(
    { id: deploymentId, leadOrganisationId, published }: FigureTarget,
    inFile: readonly FigureInFile[],
    standing: readonly ActivityFigure[],
  ): FigurePlan {
    if (leadOrganisationId === null) throw new NotPermitted('No trust answers for this scheme.');
    const today = this.clock.today();
    const ground = { deploymentId, leadOrganisationId, published, saidOn: today, ...STANDS };
    const known = [...standing];
    const faults: FigureFault[] = [];
    const at = this.clock.now().getTime();
    const figures = inFile.map(({ row, answers }, index) => {
      const figure = ownFigure(ACTIVITY_FIGURES.makes(answers, { id: newId(at + index), ...ground }));
      if (known.some((other) => saysTheSame(figure, other))) return { row, figure, isNew: false };
      const wrong = ACTIVITY_FIGURES.beside(figure, known, today);
      faults.push(...wrong.map(({ field, text }) => ({ row, column: field, text })));
      known.push(figure);
      return { row, figure, isNew: true };
    });
    return { figures, faults };
  }
}

function ownFigure(entry: object): ActivityFigure {
  if (entry instanceof ActivityFigure) return entry;
  throw new TypeError('Expected a figure of activity.');
}

function saysTheSame(one: ActivityFigure, other: ActivityFigure): boolean {
  return (
    (['counted', 'unit', 'period', 'source', 'status', 'value'] as const).every(
      (name) => one[name] === other[name],
    ) && one.areas.join(';') === other.areas.join(';')
  );
}
