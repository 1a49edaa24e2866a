import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { Answers } from '../../web/api/answers.js';
import { DIFFERENCE_SORTS } from '../edition/comparing/difference.js';
import { FrameworkEdition } from '../framework-edition.entity.js';
import { FrameworksQueries } from '../frameworks.queries.js';
import { EditionComparison } from './compared-editions.js';
import { takenAway } from './editions-taken-away.js';

const ComparedOut = z.object({ key: z.string(), contentHash: z.string(), asAt: z.string() });

const DifferencesOut = z
  .object({
    from: ComparedOut,
    to: ComparedOut,
    items: z.array(
      z.object({
        sort: z.enum(DIFFERENCE_SORTS),
        about: z.string().meta({
          description: 'The code of the criterion, or the part of the edition that is no criterion.',
        }),
        isCriterion: z.boolean(),
        what: z.string(),
        was: z.string().nullable(),
        becomes: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'EditionDifferences' });

const ChangesQuery = z.object({
  from: z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'The edition to compare with; left out, the one before it by its day.' }),
});

const CatalogOut = z
  .object({ catalog: z.looseObject({ uuid: z.uuid(), metadata: z.looseObject({}) }) })
  .meta({
    id: 'EditionCatalog',
    description: 'The whole edition as an OSCAL 1.2 catalog, which is read again as the same edition.',
  });

/** What changed between two editions, and one of them whole, for programs. */
@ApiTags('Frameworks')
@Controller('api/v1/frameworks')
export class EditionsApi {
  constructor(
    private readonly comparison: EditionComparison,
    private readonly frameworks: FrameworksQueries,
  ) {}

  @Get(':key/catalog')
  @Requires('read', FrameworkEdition)
  @Answers(CatalogOut)
  async catalog(@Acting() actor: Actor, @Param('key') key: string): Promise<z.infer<typeof CatalogOut>> {
    const found = await this.frameworks.one(actor, key);
    if (!found) throw new NotFound();
    return JSON.parse(takenAway(found.edition, 'oscal.json').text) as z.infer<typeof CatalogOut>;
  }

  @Get(':key/changes')
  @Requires('read', FrameworkEdition)
  @Answers(DifferencesOut)
  async changes(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Query({ schema: ChangesQuery }) query: z.infer<typeof ChangesQuery>,
  ): Promise<z.infer<typeof DifferencesOut>> {
    const { from, to, differences } = await this.comparison.of(actor, key, query.from ?? '');
    const named = ({ key: called, contentHash, edition }: typeof from) => ({
      ...{ key: called, contentHash, asAt: edition.asAt },
    });
    return { from: named(from), to: named(to), items: [...differences] };
  }
}
