import { Injectable } from '@nestjs/common';
import type { DeploymentDetail } from '../../deployments/finding/deployment-view.js';
import { SchemeMentions } from '../../deployments/finding/scheme-mentions.js';
import type { Mention } from '../../evidence/mentions.js';
import type { Actor } from '../../identity/actor.js';
import { INVOLVEMENT_BEARS } from './involvement-bears.js';
import { levelInWords } from './co-production-page.js';
import { CoProductionQueries } from '../co-production.queries.js';
import { OwnCoProduction } from '../own-co-production.js';

const NOT_SAID = 'Nobody has said who with lived experience had a say in it.';

/** Puts the level of co-production on the page of a deployment, and the record of it among the tasks of its trust. */
@Injectable()
export class CoProductionMentioned {
  constructor(
    private readonly queries: CoProductionQueries,
    private readonly own: OwnCoProduction,
    mentions: SchemeMentions,
  ) {
    mentions.about((actor, deployment) => this.mentioned(actor, deployment));
  }

  private async mentioned(actor: Actor, detail: DeploymentDetail): Promise<readonly Mention[]> {
    const level = levelInWords(detail, await this.queries.of(actor, detail.id));
    const mention: Mention = {
      text: INVOLVEMENT_BEARS.heading,
      href: `/deployments/${detail.key}/co-production`,
      ...(level === null ? { unanswered: [NOT_SAID] } : { state: level }),
      bearsOn: INVOLVEMENT_BEARS.bearsOn,
    };
    return this.own.mayRecord(actor, detail)
      ? [{ ...mention, task: 'Co-production: who took part at which stage, and what came of it.' }]
      : [mention];
  }
}
