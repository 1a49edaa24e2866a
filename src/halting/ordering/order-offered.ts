import { Injectable } from '@nestjs/common';
import type { DeploymentDetail } from '../../deployments/finding/deployment-view.js';
import type { SchemeSection } from '../../deployments/finding/scheme-sections.js';
import type { Actor } from '../../identity/actor.js';
import { HaltStandingsQueries } from './halt-standings.queries.js';

/** Shows on the page of a scheme, to whoever may order it to halt, where they do. */
@Injectable()
export class OrderOffered {
  constructor(private readonly standings: HaltStandingsQueries) {}

  /** The section, for whoever may; none for anybody else. */
  async of(actor: Actor, scheme: DeploymentDetail): Promise<readonly SchemeSection[]> {
    const standings = scheme.published ? await this.standings.of(actor, scheme.id) : [];
    if (standings.length === 0) return [];
    return [
      {
        ...{ key: 'order-halt', heading: 'Order this scheme to halt', order: 0 },
        known: `You may give the order for: ${standings.map(({ called }) => called).join('; ')}.`,
        ...{ unanswered: [], href: `/deployments/${scheme.key}/halts/new`, bearsOn: [], happened: [] },
      },
    ];
  }
}
