import { Injectable } from '@nestjs/common';
import { DeploymentsQueries } from '../deployments/deployments.queries.js';
import type { DeploymentDetail } from '../deployments/deployment-view.js';
import { SchemeMentions } from '../deployments/scheme-mentions.js';
import type { Mention } from '../evidence/mentions.js';
import { PublishableParts, type PublishedPart } from '../evidence/publishable-parts.js';
import { Register } from '../evidence/register.js';
import type { Actor } from '../identity/actor.js';
import type { Uuid } from '../kernel/identifiers.js';
import { Attestation } from './attestation.entity.js';
import { levelInWords } from './co-production-page.js';
import { CoProductionQueries } from './co-production.queries.js';
import { Involvement } from './involvement.entity.js';
import { OwnCoProduction } from './own-co-production.js';
import { publishedCoProduction } from './published-co-production.js';

/** Tells the rest of the system of co-production: on the page of a deployment, in a published result, in the navigation. */
@Injectable()
export class CoProductionIntroduced {
  constructor(
    private readonly deployments: DeploymentsQueries,
    private readonly queries: CoProductionQueries,
    private readonly own: OwnCoProduction,
    register: Register,
    mentions: SchemeMentions,
    parts: PublishableParts,
  ) {
    register.introduce({ recorded: Involvement, singular: 'involvement', plural: 'involvements' });
    register.introduce({
      recorded: Attestation,
      singular: 'attestation',
      plural: 'attestations',
      pageOf: (id) => `/attestations/${id}`,
    });
    register.addPlaces({
      href: '/attestations',
      text: 'Your group’s answers',
      verb: 'attest',
      subject: Attestation,
      order: 40,
    });
    mentions.about((actor, deployment) => this.mentioned(actor, deployment));
    parts.offer('co-production', (actor, subject) => this.published(actor, subject.deploymentId));
  }

  private async mentioned(actor: Actor, detail: DeploymentDetail): Promise<readonly Mention[]> {
    const mention: Mention = {
      text: 'How people were involved',
      href: `/deployments/${detail.key}/co-production`,
      state: levelInWords(detail, await this.queries.of(actor, detail.id)) ?? 'Nothing recorded yet',
    };
    return this.own.isTold(actor, detail)
      ? [{ ...mention, task: 'Co-production: who took part at which stage, and what came of it.' }]
      : [mention];
  }

  private async published(actor: Actor, id: Uuid): Promise<PublishedPart | null> {
    const [detail, view] = await Promise.all([this.deployments.one(actor, id), this.queries.of(actor, id)]);
    return detail && publishedCoProduction(detail, view);
  }
}
