import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { standIn } from '../../access/stand-in.js';
import type { Actor } from '../../identity/actor.js';
import { NotFound } from '../../kernel/refusal.js';
import type { Choice } from '../../web/form/field.js';
import { DataFlow } from '../flow/data-flow.entity.js';
import { CAPACITIES_TO_SIGN } from '../flow/capacities.js';
import { FlowSignOff } from '../flow/flow-sign-off.entity.js';
import { stands, type FlowDetail } from '../flow/flow-rows.js';
import { FlowsQueries } from '../flow/flows.queries.js';
import { PartnersQueries } from '../partners/partners.queries.js';
import { FlowDocuments, type ShownDocuments } from '../showing/flow-documents.js';

/** Finds data flows for the pages on which a trust records them. */
@Injectable()
export class OwnFlow {
  constructor(
    private readonly flows: FlowsQueries,
    private readonly partners: PartnersQueries,
    private readonly shownDocuments: FlowDocuments,
    private readonly access: Access,
  ) {}

  /** The version of a flow. @throws NotFound when it cannot be seen. */
  async found(actor: Actor, id: string): Promise<FlowDetail> {
    const flow = await this.flows.one(actor, id);
    if (!flow) throw new NotFound();
    return flow;
  }

  /** The same, for its own trust. @throws NotFound when it cannot be seen; NotPermitted for anybody else. */
  async toChange(actor: Actor, id: string): Promise<FlowDetail> {
    const flow = await this.found(actor, id);
    this.access.require(actor, 'change', flowOf(flow));
    return flow;
  }

  /** The organisations of the flow's scheme that the register holds, to choose from. */
  registered(actor: Actor, { deploymentId }: FlowDetail): Promise<Choice[]> {
    return this.partners.ofScheme(actor, deploymentId);
  }

  /** The documents about the flow that are open to the reader. */
  documents(actor: Actor, flow: FlowDetail): Promise<ShownDocuments> {
    return this.shownDocuments.of(actor, flow);
  }

  /** The documents that the record may name by their SHA-256. */
  documentsToName(actor: Actor, flow: FlowDetail): Promise<Pick<ShownDocuments, 'href' | 'items'>> {
    return this.shownDocuments.toName(actor, flow);
  }

  /** The same, to choose from; each file once. */
  async documentsToLink(actor: Actor, flow: FlowDetail): Promise<Choice[]> {
    const { items } = await this.documentsToName(actor, flow);
    const byHash = new Map(items.toReversed().map((one) => [one.sha256, one]));
    return [...byHash.values()]
      .reverse()
      .map(({ sha256, title, details }) => ({ value: sha256, label: `${title}, ${details}` }));
  }

  /** True while it is a draft of the actor's own trust and stands, so that its answers can be mended. */
  isMendable(actor: Actor, flow: FlowDetail): boolean {
    return !flow.submitted && stands(flow) && this.access.can(actor, 'change', flowOf(flow));
  }

  /** True when it is put aside and the actor may take it up again. */
  mayTakeUp(actor: Actor, flow: FlowDetail): boolean {
    return !stands(flow) && this.access.can(actor, 'take-up', flowOf(flow));
  }

  /** True when the actor may begin the version that follows this one, which nothing that stands follows yet. */
  isFollowable(actor: Actor, flow: FlowDetail): boolean {
    const newest = Math.max(...flow.versions.filter(stands).map(({ version }) => version));
    return flow.submitted && flow.version === newest && this.mayDraft(actor, flow);
  }

  /** True when the actor can sign this version in some capacity. */
  maySign(actor: Actor, { submitted, organisationId }: FlowDetail): boolean {
    const signOffs = CAPACITIES_TO_SIGN.map(({ capacity }) =>
      standIn(FlowSignOff, { organisationId, capacity }),
    );
    return submitted && signOffs.some((signOff) => this.access.can(actor, 'sign', signOff));
  }

  /** True when the actor may begin a flow of a deployment that this trust leads. */
  mayDraft(actor: Actor, of: Pick<DataFlow, 'deploymentId' | 'organisationId'>): boolean {
    return this.access.can(actor, 'draft', flowOf({ ...of, submitted: false }));
  }

  /** True when the actor may read the submitted flows of a deployment that this trust leads. */
  mayRead(actor: Actor, of: Pick<DataFlow, 'deploymentId' | 'organisationId'>): boolean {
    return this.access.can(actor, 'read', flowOf({ ...of, submitted: true }));
  }
}

function flowOf({
  deploymentId,
  organisationId,
  submitted,
}: Pick<DataFlow, 'deploymentId' | 'organisationId' | 'submitted'>): DataFlow {
  return standIn(DataFlow, { deploymentId, organisationId, submitted });
}
