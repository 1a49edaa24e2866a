import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../../access/access.js';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { readContent } from '../content/content-text.js';
import { DisclosureChecks } from '../disclosure/disclosure-checks.js';
import { DISCLOSURE_WORDS, type DisclosureFinding } from '../disclosure/disclosure-finding.js';
import { PreparationsQueries } from './preparations.queries.js';
import { Preparation } from './preparation.entity.js';
import { Release } from '../release.entity.js';
import { ReleaseResult } from './release.forms.js';
import { ReleasingService } from './releasing.service.js';
import type { TableRows } from '../table-cells.js';
import { publishedDueTable } from '../result-page/published-due-table.js';
import { EVERY_DOMAIN, resultPage } from '../result-page/result-page.js';
import { standIn } from '../../access/stand-in.js';

/** The preview of a prepared result, with what the disclosure check found, and its release by a second person. */
@ApiExcludeController()
@Controller('publications/preparations/:id')
export class ReleasingPages {
  constructor(
    private readonly access: Access,
    private readonly preparations: PreparationsQueries,
    private readonly disclosures: DisclosureChecks,
    private readonly releasing: ReleasingService,
  ) {}

  @Get()
  @Requires('read', Preparation)
  preview(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    return this.page(actor, id, ReleaseResult.asked());
  }

  @Post('release')
  @Requires('release', Release)
  release(@Acting() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Page | Redirect> {
    return submit(ReleaseResult, body, {
      act: async ({ looked }) => {
        const releaseId = await this.releasing.release(actor, id, { looked: looked.includes('yes') });
        return new Redirect(`/publications/${releaseId}`, 'The result was published');
      },
      again: (asked) => this.page(actor, id, asked),
    });
  }

  private async page(actor: Actor, id: string, asked: Asked<FieldsOf<typeof ReleaseResult>>): Promise<Page> {
    const preparation = await this.preparations.one(actor, id);
    if (!preparation) throw new NotFound();
    const content = readContent(preparation.content);
    const findings = await this.disclosures.of(actor, content);
    const release = standIn(Release, { reviewId: preparation.reviewId, releasedBy: actor.personId });
    return new Page('publication/releases/views/preview.njk', {
      title: 'Before it is published',
      caption: `${content.review.organisation}, release ${String(content.release)}`,
      wide: true,
      preparation,
      page: resultPage(content, EVERY_DOMAIN),
      due: publishedDueTable(content, null),
      findings: findings && findingRows(findings),
      stops: findings?.some(({ stops }) => stops) === true,
      mayRelease: !preparation.own && !preparation.released && this.access.can(actor, 'release', release),
      ...asked,
    });
  }
}

/** Where something was found, whether it stops the release, the words, and why it was found. */
function findingRows(findings: readonly DisclosureFinding[]): TableRows {
  return findings.map(({ kind, place, excerpt, stops }) => [
    place,
    stops ? { state: 'Stops the release', tone: 'stop' } : { state: 'Look at it', tone: 'attention' },
    excerpt,
    DISCLOSURE_WORDS[kind],
  ]);
}
