import { Injectable } from '@nestjs/common';
import { DeploymentsQueries } from '../../deployments/deployments.queries.js';
import { Mentions, type Mention } from '../../evidence/mentions.js';
import type { Actor } from '../../identity/actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { FlowsQueries } from '../flows.queries.js';
import { flowsInWords } from './flow-card.js';
import { OwnFlow } from './own-flow.js';

const MOST_COUNTED = 25;

/** Puts the data flows of a scheme on its page, for those who may read them, and among the tasks of its trust. */
@Injectable()
export class RecordingIntroduced {
  constructor(
    private readonly deployments: DeploymentsQueries,
    private readonly flows: FlowsQueries,
    private readonly own: OwnFlow,
    mentions: Mentions,
  ) {
    mentions.about('deployment', (actor, id) => this.mentioned(actor, id));
  }

  private async mentioned(actor: Actor, id: Uuid): Promise<readonly Mention[]> {
    if (actor.personId === null) return [];
    const detail = await this.deployments.one(actor, id);
    if (!detail?.leadOrganisationId) return [];
    const led = { deploymentId: id, organisationId: detail.leadOrganisationId };
    if (!this.own.mayRead(actor, led)) return [];
    const { items, next } = await this.flows.ofDeployment(actor, id, { limit: MOST_COUNTED, after: null });
    const mention: Mention = {
      text: 'Data flows and their legal basis',
      href: `/deployments/${detail.key}/data-flows`,
      state: flowsInWords(items, next === null),
    };
    return this.own.mayDraft(actor, led)
      ? [{ ...mention, task: 'What is shared with whom, and what the law allows it by.' }]
      : [mention];
  }
}
