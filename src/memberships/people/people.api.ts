import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Person } from '../../identity/people/person.entity.js';
import { Acting } from '../../identity/request-actor.js';
import { ROLE_CODES } from '../../identity/roles.js';
import type { ListPage } from '../../platform/database/keyset.js';
import { pageRequest, pageSchema, paging } from '../../web/api/paging.js';
import { PeopleQueries, type PersonView } from './people.queries.js';
import { Answers } from '../../web/api/answers.js';

const PersonOut = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    fictional: z.boolean(),
    suspendedOn: z.iso.date().nullable(),
    joined: z.boolean(),
    hasGenerator: z.boolean(),
    roles: z.array(
      z.object({
        membershipId: z.uuid(),
        role: z.enum(ROLE_CODES),
        organisationId: z.uuid().nullable(),
        organisationName: z.string().nullable(),
        grantedOn: z.iso.date(),
      }),
    ),
  })
  .meta({ id: 'Person' });
const PersonPage = pageSchema('PersonPage', PersonOut);

const ListQuery = z.object({
  ...paging,
  q: z.string().max(200).optional().meta({ description: 'Part of a name or an address.' }),
});

/** People for administrators' programs. */
@ApiTags('People')
@ApiBearerAuth()
@Controller('api/v1/people')
export class PeopleApi {
  constructor(private readonly people: PeopleQueries) {}

  @Get()
  @Requires('list', Person)
  @Answers(PersonPage)
  list(
    @Acting() actor: Actor,
    @Query({ schema: ListQuery }) query: z.infer<typeof ListQuery>,
  ): Promise<ListPage<PersonView>> {
    return this.people.list(actor, query.q ?? null, pageRequest(query));
  }
}
