import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { bearingOn } from '../../evidence/bearing.js';
import { Register } from '../../evidence/register.js';
import { Page } from '../../web/answer/page.js';
import { criterionView, type CriterionView } from './criterion-view.js';
import { criteriaInForce } from '../edition/criteria-in-force.js';
import { NOTHING_VERIFIED } from '../edition/verification.js';
import { FrameworkEdition } from '../framework-edition.entity.js';
import { FrameworksQueries, type WholeEdition } from '../frameworks.queries.js';
import { clearerWords } from '../patching/clearer-words.js';
import { EditionPatchesQueries } from '../patching/edition-patches.queries.js';
import { GRAVITY_WORDS } from './gravity-words.js';

/** What a review asks, for everyone: the criteria of the newest edition, as they stand on its day. */
@ApiExcludeController()
@Controller('criteria')
export class FrameworksPages {
  constructor(
    private readonly frameworks: FrameworksQueries,
    private readonly register: Register,
    private readonly patches: EditionPatchesQueries,
  ) {}

  @Get()
  @Requires('read', FrameworkEdition)
  async list(@Acting() actor: Actor): Promise<Page> {
    const newest = await this.newest(actor);
    const criteria = viewsOf(newest);
    const domains = newest.edition.domains.map((domain) => ({
      ...domain,
      criteria: criteria.filter((criterion) => criterion.domain === domain.code),
    }));
    return new Page('frameworks/criteria/views/criteria.njk', {
      title: 'What a review asks',
      edition: newest.edition,
      contentHash: newest.contentHash,
      count: criteria.length,
      domains,
      words: GRAVITY_WORDS,
    });
  }

  @Get(':code')
  @Requires('read', FrameworkEdition)
  async one(@Acting() actor: Actor, @Param('code') code: string): Promise<Page> {
    const newest = await this.newest(actor);
    const criterion = viewsOf(newest).find((each) => each.code === code.toUpperCase());
    if (!criterion) throw new NotFound();
    return new Page('frameworks/criteria/views/criterion.njk', {
      title: criterion.code,
      caption: criterion.domainName,
      edition: newest.edition,
      criterion,
      clearer: clearerWords(await this.patches.published(actor, newest.id)).get(criterion.code) ?? null,
      records: bearingOn(criterion.code, this.register.bearings),
      words: GRAVITY_WORDS,
    });
  }

  private async newest(actor: Actor): Promise<WholeEdition> {
    const newest = await this.frameworks.newest(actor);
    if (!newest) throw new NotFound('No edition of the framework has been published yet.');
    return newest;
  }
}

function viewsOf({ edition }: WholeEdition): CriterionView[] {
  return criteriaInForce(edition, edition.asAt, NOTHING_VERIFIED).map((each) => criterionView(edition, each));
}
