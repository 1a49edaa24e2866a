import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { ChangedMeanwhile, OutOfTurn, Unprocessable } from '../../kernel/refusal.js';
import { adding, changing, type Act } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { DataFlow } from '../flow/data-flow.entity.js';
import { draftOf } from '../flow/draft-of.js';
import { titleOf } from '../../legal-basis/record/flow-content.js';
import { ExchangeQueries } from './exchange.queries.js';
import type { FlowInFile } from './reading/file-reading.js';
import { planImport, type ImportPlan, type PlannedFlow } from './flow-import-plan.js';

/** Where flows are imported: a deployment, and the trust that leads it. */
export interface ImportTarget {
  readonly id: Uuid;
  readonly leadOrganisationId: Uuid | null;
}

/** Takes the flows of a file into a deployment: first shown, then done, all of it or none. */
@Injectable()
export class FlowImportService {
  constructor(
    private readonly queries: ExchangeQueries,
    private readonly ledger: Ledger,
  ) {}

  /** What importing these flows would do as things stand; nothing is written. */
  async plan(actor: Actor, { id }: ImportTarget, inFile: readonly FlowInFile[]): Promise<ImportPlan> {
    return planImport(id, inFile, await this.queries.held(actor, id));
  }

  /**
   * Does what was shown, in one transaction, and returns what it did. Importing the same again finds nothing to do.
   * @throws ChangedMeanwhile when it would no longer do what was shown; Unprocessable when a flow is refused.
   */
  async carryOut(
    actor: Actor,
    place: ImportTarget,
    { inFile, mark }: { readonly inFile: readonly FlowInFile[]; readonly mark: string },
  ): Promise<ImportPlan> {
    const organisationId = place.leadOrganisationId;
    if (organisationId === null)
      throw new OutOfTurn('No trust leads this scheme in the register, so nobody answers for its flows yet.');
    const plan = await this.plan(actor, place, inFile);
    const refused = plan.flows.filter(({ does }) => does === 'refused');
    if (refused.length > 0)
      throw new Unprocessable(
        refused.flatMap(({ key, refusals }) => refusals.map((text) => ({ field: key, text }))),
        'The file was not imported, because one of its flows cannot be.',
      );
    if (plan.mark !== mark) throw new ChangedMeanwhile();
    const acts = plan.flows.flatMap((flow) => actFor(flow, place.id, organisationId));
    if (acts.length > 0) await this.ledger.performAll(actor, acts);
    return plan;
  }
}

function actFor({ does, content, held }: PlannedFlow, deploymentId: Uuid, organisationId: Uuid): Act[] {
  if (does === 'new')
    return [
      adding('draft', DataFlow, draftOf(deploymentId, organisationId, content), 'Imported from a file'),
    ];
  if (does !== 'change' || held === null) return [];
  return [
    changing('change', DataFlow, held.id, {
      change: (flow) => {
        flow.rewrite(titleOf(content), content);
      },
      reason: 'Imported from a file',
      expected: held.revision,
    }),
  ];
}
