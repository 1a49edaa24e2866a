import { Injectable } from '@nestjs/common';
import { DeploymentsQueries } from '../../deployments/finding/deployments.queries.js';
import { PublishableParts, type PublishedPart } from '../../evidence/publishable-parts.js';
import { Register, type KindIntroduction } from '../../evidence/register.js';
import type { Actor } from '../../identity/actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Attestation } from '../record/attestation.entity.js';
import { CoProductionQueries } from '../co-production.queries.js';
import { Influence } from '../record/influence.entity.js';
import { InvolvementPayment } from '../record/involvement-payment.entity.js';
import { Involvement } from '../record/involvement.entity.js';
import { ParticipantGroup } from '../record/participant-group.entity.js';
import { StageAccount } from '../record/stage-account.entity.js';
import { INVOLVEMENT_BEARS } from './involvement-bears.js';
import { publishedCoProduction } from './published-co-production.js';

const PARTS_TOLD: readonly KindIntroduction[] = [
  { recorded: Involvement, singular: 'involvement', plural: 'involvements', bearing: INVOLVEMENT_BEARS },
  { recorded: ParticipantGroup, singular: 'group of participants', plural: 'groups of participants' },
  { recorded: InvolvementPayment, singular: 'payment', plural: 'payments' },
  { recorded: Influence, singular: 'proposal', plural: 'proposals' },
  {
    recorded: StageAccount,
    singular: 'account of a stage',
    plural: 'accounts of stages',
    fields: { facts: 'What it says was there', told: 'What it tells' },
  },
];

/** Tells the rest of the system of co-production: in a published result, in the log, in the navigation. */
@Injectable()
export class CoProductionIntroduced {
  constructor(
    private readonly deployments: DeploymentsQueries,
    private readonly queries: CoProductionQueries,
    register: Register,
    parts: PublishableParts,
  ) {
    register.introduce(...PARTS_TOLD);
    register.introduce({
      recorded: Attestation,
      singular: 'attestation',
      plural: 'attestations',
      pageOf: (id) => `/attestations/${id}`,
    });
    register.addPlaces({
      href: '/attestations',
      under: '/groups',
      text: 'Your group’s answers',
      verb: 'attest',
      subject: Attestation,
      order: 40,
    });
    parts.offer('co-production', (actor, subject) => this.published(actor, subject.deploymentId));
  }

  private async published(actor: Actor, id: Uuid): Promise<PublishedPart | null> {
    const [detail, view] = await Promise.all([this.deployments.one(actor, id), this.queries.of(actor, id)]);
    return detail && publishedCoProduction(detail, view);
  }
}
