import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { Answers } from '../../web/api/answers.js';
import { FrameworkEdition } from '../framework-edition.entity.js';
import { FrameworksQueries } from '../frameworks.queries.js';
import { EditionPatchesQueries } from './edition-patches.queries.js';

const PatchList = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        note: z.string(),
        proposedOn: z.string(),
        decidedOn: z.string().nullable().meta({ description: 'The day on which it was published.' }),
        reworded: z.array(
          z.object({ about: z.string(), what: z.string(), was: z.string(), becomes: z.string() }),
        ),
      }),
    ),
  })
  .meta({ id: 'EditionPatchList' });

/** Clearer words beside a published edition, for programs. */
@ApiTags('Frameworks')
@Controller('api/v1/frameworks')
export class PatchesApi {
  constructor(
    private readonly frameworks: FrameworksQueries,
    private readonly patches: EditionPatchesQueries,
  ) {}

  @Get(':key/patches')
  @Requires('read', FrameworkEdition)
  @Answers(PatchList)
  async list(@Acting() actor: Actor, @Param('key') key: string): Promise<z.infer<typeof PatchList>> {
    const found = await this.frameworks.one(actor, key);
    if (!found) throw new NotFound();
    const published = await this.patches.published(actor, found.id);
    return { items: published.map((patch) => ({ ...patch, reworded: [...patch.reworded] })) };
  }
}
