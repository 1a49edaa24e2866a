import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { Access } from '../../access/access.js';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Person } from '../../identity/people/person.entity.js';
import { Acting } from '../../identity/request-actor.js';
import { Page } from '../../web/answer/page.js';
import { pageRequest, paging } from '../../web/api/paging.js';
import { submit } from '../../web/form/submit.js';
import { AccountRequestsQueries } from '../countersigning/account-requests.queries.js';
import { oneFormPage } from '../one-form-page.js';
import { PeopleQueries } from './people.queries.js';
import { PeopleService } from './people.service.js';
import { rolesInWords } from './roles-in-words.js';
import { joiningCodePage } from '../joining-code-page.js';
import { AddPerson } from './people.forms.js';
import { accountRequestsInWords } from '../countersigning/account-requests-in-words.js';

const ListQuery = z.object({ ...paging, q: z.string().max(200).optional() });
type ListQuery = z.infer<typeof ListQuery>;

/** Who has an account, and what waits for a second administrator. */
@ApiExcludeController()
@Controller('people')
export class PeoplePages {
  constructor(
    private readonly people: PeopleQueries,
    private readonly requests: AccountRequestsQueries,
    private readonly service: PeopleService,
    private readonly access: Access,
  ) {}

  @Get()
  @Requires('list', Person)
  async list(@Acting() actor: Actor, @Query({ schema: ListQuery }) query: ListQuery): Promise<Page> {
    const q = query.q?.trim() ?? '';
    const [{ items, next }, open] = await Promise.all([
      this.people.list(actor, q === '' ? null : q, pageRequest(query)),
      this.requests.open(actor),
    ]);
    return new Page('memberships/people/views/people.njk', {
      title: 'People',
      people: items.map((person) => ({ ...person, roles: rolesInWords(person.roles) })),
      requests: accountRequestsInWords(open.requests, actor, this.access),
      areMoreRequests: open.areMore,
      q,
      next: next && `/people?after=${next}${q === '' ? '' : `&q=${encodeURIComponent(q)}`}`,
    });
  }

  @Get('new')
  @Requires('add', Person)
  ask(): Page {
    return newPersonPage(AddPerson.asked());
  }

  @Post()
  @Requires('add', Person)
  async add(@Acting() actor: Actor, @Body() body: unknown): Promise<Page> {
    return submit(AddPerson, body, {
      act: async (given) => {
        const { personId, joiningCode } = await this.service.add(actor, given);
        return joiningCodePage({ name: given.name, joiningCode, onwards: `/people/${personId}` });
      },
      again: newPersonPage,
    });
  }
}

function newPersonPage(asked: object): Page {
  const shown = {
    title: 'Add a person',
    action: '/people',
    button: 'Add person',
    back: { href: '/people', text: 'People' },
    consequence:
      'After this you get a joining code to pass to them. They have no role until you give them one.',
  };
  return oneFormPage(shown, asked);
}
