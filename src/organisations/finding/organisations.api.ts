import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import type { ListPage } from '../../platform/database/keyset.js';
import { pageRequest, pageSchema, paging } from '../../web/api/paging.js';
import { OrganisationOut } from '../organisation-out.js';
import { Organisation } from '../organisation.entity.js';
import { OrganisationsQueries, type OrganisationRow } from '../organisations.queries.js';
import { Answers } from '../../web/api/answers.js';

const OrganisationPage = pageSchema('OrganisationPage', OrganisationOut);

const OrganisationQuery = z.object({
  ...paging,
  ods: z.string().max(10).optional().meta({ description: 'An ODS code, such as RT5.' }),
  type: z.string().max(40).optional(),
  q: z.string().max(200).optional().meta({ description: 'Words of a name, present or former.' }),
});

/** Organisations for programs. */
@ApiTags('Organisations')
@Controller('api/v1/organisations')
export class OrganisationsApi {
  constructor(private readonly organisations: OrganisationsQueries) {}

  @Get()
  @Requires('read', Organisation)
  @Answers(OrganisationPage)
  list(
    @Acting() actor: Actor,
    @Query({ schema: OrganisationQuery }) query: z.infer<typeof OrganisationQuery>,
  ): Promise<ListPage<OrganisationRow>> {
    return this.organisations.list(actor, query, pageRequest(query));
  }

  @Get(':name')
  @Requires('read', Organisation)
  @Answers(OrganisationOut)
  async one(@Acting() actor: Actor, @Param('name') name: string): Promise<OrganisationRow> {
    const organisation = await this.organisations.one(actor, name);
    if (!organisation) throw new NotFound();
    return organisation;
  }
}
