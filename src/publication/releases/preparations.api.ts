import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import type { ValuesIn } from '../../web/form/form.js';
import { readContent } from '../content/content-text.js';
import { DisclosureChecks } from '../disclosure/disclosure-checks.js';
import { DISCLOSURE_KINDS } from '../disclosure/disclosure-finding.js';
import { Preparation } from './preparation.entity.js';
import { PreparationsQueries } from './preparations.queries.js';
import { PreparingService } from './preparing.service.js';
import { MadeRecordOut } from '../made-record-out.js';
import { Release } from '../release.entity.js';
import { PrepareResult, ReleaseResult, resultToPrepare } from './release.forms.js';
import { ReleasingService } from './releasing.service.js';
import { Answers } from '../../web/api/answers.js';

const PreparationOut = z
  .object({
    id: z.uuid(),
    reviewId: z.uuid(),
    number: z.int(),
    contentHash: z.string(),
    preparedOn: z.string(),
    own: z.boolean().meta({ description: 'True when you prepared it, and so cannot release it.' }),
    released: z.boolean(),
    content: z.looseObject({}).meta({ description: 'The result as it will be published.' }),
    disclosures: z
      .array(
        z.object({
          kind: z.enum(DISCLOSURE_KINDS),
          place: z.string(),
          words: z.string(),
          excerpt: z.string(),
          stops: z.boolean(),
        }),
      )
      .nullable()
      .meta({ description: 'Places that may identify a person; null for whoever does not lead the review.' }),
  })
  .meta({ id: 'ReleasePreparation' });

/** Preparing and releasing results, for programs of those who lead a review. */
@ApiTags('Publications')
@Controller('api/v1')
export class PreparationsApi {
  constructor(
    private readonly preparing: PreparingService,
    private readonly releasing: ReleasingService,
    private readonly preparations: PreparationsQueries,
    private readonly disclosures: DisclosureChecks,
  ) {}

  @Post('reviews/:reviewId/preparations')
  @Requires('prepare', Preparation)
  @Answers(MadeRecordOut, 201)
  async prepare(
    @Acting() actor: Actor,
    @Param('reviewId') reviewId: string,
    @Body({ schema: PrepareResult.schema }) values: ValuesIn<typeof PrepareResult>,
  ): Promise<{ id: Uuid }> {
    return { id: await this.preparing.prepare(actor, reviewId, resultToPrepare(values)) };
  }

  @Get('preparations/:id')
  @Requires('read', Preparation)
  @Answers(PreparationOut)
  async one(@Acting() actor: Actor, @Param('id') id: string) {
    const preparation = await this.preparations.one(actor, id);
    if (!preparation) throw new NotFound();
    const content = readContent(preparation.content);
    const disclosures = await this.disclosures.of(actor, content);
    return { ...preparation, content, disclosures };
  }

  @Post('preparations/:id/release')
  @Requires('release', Release)
  @Answers(MadeRecordOut, 201)
  async release(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: ReleaseResult.schema }) { looked }: ValuesIn<typeof ReleaseResult>,
  ): Promise<{ id: Uuid }> {
    return { id: await this.releasing.release(actor, id, { looked: looked.includes('yes') }) };
  }
}
