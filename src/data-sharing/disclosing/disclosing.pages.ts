import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../../access/access.js';
import { Requires } from '../../access/requirement.js';
import { EntriesQueries } from '../../deployments/entries/entries.queries.js';
import { DeploymentsQueries } from '../../deployments/finding/deployments.queries.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { Download } from '../../web/answer/download.js';
import { Page } from '../../web/answer/page.js';
import { CitationsService } from '../citations/citations.service.js';
import { FlowDisclosure } from '../flow/flow-disclosure.entity.js';
import { flowUnderReview } from '../data-sharing.policy.js';
import { SelectionSource } from '../selecting/selection-source.entity.js';
import { withoutFlow } from '../selecting/selection-sources.js';
import { disclosedLines, LINE_COLUMNS } from './disclosed-lines.js';
import { disclosedPage } from './disclosed-page.js';
import { disclosedScheme } from './disclosed-scheme.js';
import { DisclosuresQueries, MOST_DISCLOSURES } from './disclosures.queries.js';

/** What everybody may read of the data flows of a scheme: counts, sign-offs by post, dissent word for word, overrides. */
@ApiExcludeController()
@Controller('deployments/:key/data-sharing')
export class DisclosingPages {
  constructor(
    private readonly deployments: DeploymentsQueries,
    private readonly disclosures: DisclosuresQueries,
    private readonly citations: CitationsService,
    private readonly entries: EntriesQueries,
    private readonly access: Access,
  ) {}

  @Get()
  @Requires('read', FlowDisclosure)
  async show(@Acting() actor: Actor, @Param('key') key: string): Promise<Page> {
    const { deployment, rows, isWhole, checks } = await this.disclosed(actor, key);
    const entries = await this.entries.ofScheme(actor, deployment.id, [SelectionSource]);
    return new Page('data-sharing/disclosing/views/disclosed.njk', {
      title: 'How people’s records are shared',
      caption: deployment.title,
      back: { href: `/deployments/${deployment.key}`, text: deployment.title },
      at: `/deployments/${deployment.key}/data-sharing`,
      fictional: deployment.fictional,
      mayExamine: this.access.can(actor, 'examine', flowUnderReview(deployment.id)),
      withoutFlow: withoutFlow(entries.standing(SelectionSource)),
      most: isWhole ? null : MOST_DISCLOSURES,
      ...disclosedPage(disclosedScheme(rows), checks),
    });
  }

  @Get('data-flows.csv')
  @Requires('read', FlowDisclosure)
  async csv(@Acting() actor: Actor, @Param('key') key: string): Promise<Download> {
    const { deployment, rows, isWhole, checks } = await this.disclosed(actor, key);
    const name = `${deployment.key}-${fileName(isWhole)}.csv`;
    return Download.csv(name, LINE_COLUMNS, disclosedLines(rows, checks));
  }

  @Get('data-flows.json')
  @Requires('read', FlowDisclosure)
  async json(@Acting() actor: Actor, @Param('key') key: string): Promise<Download> {
    const { deployment, rows, isWhole, checks } = await this.disclosed(actor, key);
    const content = {
      format: 'candour-data-flows-1',
      scheme: { key: deployment.key, title: deployment.title, fictional: deployment.fictional },
      isWhole,
      totals: disclosedScheme(rows).totals,
      lines: disclosedLines(rows, checks),
    };
    return new Download(
      `${deployment.key}-${fileName(isWhole)}.json`,
      'application/json; charset=utf-8',
      JSON.stringify(content, null, 2),
    );
  }

  /** The scheme, what is told of its flows, and which references were checked. @throws NotFound for no such scheme. */
  private async disclosed(actor: Actor, key: string) {
    const deployment = await this.deployments.one(actor, key);
    if (!deployment) throw new NotFound();
    const [disclosed, checks] = await Promise.all([
      this.disclosures.all(actor, deployment.id),
      this.citations.inWords(actor),
    ]);
    return { deployment, ...disclosed, checks };
  }
}

/** A file of part of what is told says so in its name. */
function fileName(isWhole: boolean): string {
  return isWhole ? 'data-flows' : `data-flows-first-${String(MOST_DISCLOSURES)}`;
}
