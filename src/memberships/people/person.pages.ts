import { Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../../access/access.js';
import { Requires } from '../../access/requirement.js';
import { standIn } from '../../access/stand-in.js';
import type { Actor } from '../../identity/actor.js';
import { Credential } from '../../identity/people/credential.entity.js';
import { Membership } from '../../identity/people/membership.entity.js';
import { Person } from '../../identity/people/person.entity.js';
import { Acting } from '../../identity/request-actor.js';
import { isId } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { AccountRequestsQueries } from '../countersigning/account-requests.queries.js';
import { PeopleQueries } from './people.queries.js';
import { PeopleService } from './people.service.js';
import { rolesInWords } from './roles-in-words.js';
import { joiningCodePage } from '../joining-code-page.js';
import { accountRequestsInWords } from '../countersigning/account-requests-in-words.js';

/** One person, and what an administrator may do about their account alone. */
@ApiExcludeController()
@Controller('people/:id')
export class PersonPages {
  constructor(
    private readonly people: PeopleQueries,
    private readonly requests: AccountRequestsQueries,
    private readonly service: PeopleService,
    private readonly access: Access,
  ) {}

  @Get()
  @Requires('list', Person)
  async show(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const person = await this.people.byId(actor, id);
    if (!person) throw new NotFound();
    const open = await this.requests.open(actor, person.id);
    return new Page('memberships/people/views/person.njk', {
      title: person.name,
      person,
      roles: rolesInWords(person.roles),
      requests: accountRequestsInWords(open.requests, actor, this.access),
      areMoreRequests: open.areMore,
      mayKeep: this.access.can(actor, 'suspend', standIn(Person, { id: person.id })),
    });
  }

  @Post('suspend')
  @Requires('suspend', Person)
  async suspend(@Acting() actor: Actor, @Param('id') id: string): Promise<Redirect> {
    await this.service.suspend(actor, known(id));
    return new Redirect(`/people/${id}`, 'The account is suspended');
  }

  @Post('readmit')
  @Requires('readmit', Person)
  async readmit(@Acting() actor: Actor, @Param('id') id: string): Promise<Redirect> {
    await this.service.readmit(actor, known(id));
    return new Redirect(`/people/${id}`, 'The account is open again');
  }

  @Post('invite-again')
  @Requires('invite', Credential)
  async inviteAgain(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const person = await this.people.byId(actor, id);
    if (!person) throw new NotFound();
    const joiningCode = await this.service.inviteAgain(actor, person.id);
    return joiningCodePage({ name: person.name, joiningCode, onwards: `/people/${id}` });
  }

  @Post('roles/:membershipId/end')
  @Requires('end', Membership)
  async endRole(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('membershipId') membershipId: string,
  ): Promise<Redirect> {
    await this.service.end(actor, known(membershipId));
    return new Redirect(`/people/${known(id)}`, 'The role has ended');
  }
}

function known(id: string): string {
  if (!isId(id)) throw new NotFound();
  return id;
}
