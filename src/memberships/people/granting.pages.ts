import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Membership } from '../../identity/people/membership.entity.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound, Unprocessable } from '../../kernel/refusal.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { OrganisationsQueries } from '../../organisations/organisations.queries.js';
import type { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { submit } from '../../web/form/submit.js';
import { AccountRequest } from '../countersigning/account-request.entity.js';
import { AccountRequestsService } from '../countersigning/account-requests.service.js';
import { oneFormPage } from '../one-form-page.js';
import { PeopleQueries, type PersonView } from './people.queries.js';
import { PeopleService } from './people.service.js';
import { AskForRecovery, GrantRole } from './people.forms.js';

const WAITS = 'Another administrator is asked to countersign';

/** Giving somebody a role, or a way back into their account: what may take a second administrator. */
@ApiExcludeController()
@Controller('people/:id')
export class GrantingPages {
  constructor(
    private readonly people: PeopleQueries,
    private readonly service: PeopleService,
    private readonly requests: AccountRequestsService,
    private readonly organisations: OrganisationsQueries,
  ) {}

  @Get('grant')
  @Requires('grant', Membership)
  async askForRole(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    return grantPage(await this.other(actor, id), GrantRole.asked());
  }

  @Post('grant')
  @Requires('grant', Membership)
  async grant(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const person = await this.other(actor, id);
    return submit(GrantRole, body, {
      act: async ({ role, organisation, reason }) => {
        const organisationId = await this.organisationId(actor, organisation);
        const given = { personId: person.id, role, organisationId, reason: reason ?? '' };
        const granted = await this.service.grant(actor, given);
        return new Redirect(`/people/${id}`, 'requestId' in granted ? WAITS : 'The role was given');
      },
      again: (asked) => grantPage(person, asked),
    });
  }

  @Get('way-back')
  @Requires('ask', AccountRequest)
  async askForRecovery(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    return recoveryPage(await this.other(actor, id), AskForRecovery.asked());
  }

  @Post('way-back')
  @Requires('ask', AccountRequest)
  async requestRecovery(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const person = await this.other(actor, id);
    return submit(AskForRecovery, body, {
      act: async ({ asks, reason }) => {
        await this.requests.ask(actor, { personId: person.id, asks, reason });
        return new Redirect(`/people/${id}`, WAITS);
      },
      again: (asked) => recoveryPage(person, asked),
    });
  }

  private async other(actor: Actor, id: string): Promise<PersonView> {
    const person = await this.people.byId(actor, id);
    if (!person) throw new NotFound();
    return person;
  }

  private async organisationId(actor: Actor, name: string | undefined): Promise<Uuid | null> {
    if (name === undefined) return null;
    const organisation = await this.organisations.one(actor, name.trim());
    if (organisation) return organisation.id;
    throw new Unprocessable([
      { field: 'organisation', text: 'No organisation has this code. Look it up under Organisations' },
    ]);
  }
}

function grantPage(person: PersonView, asked: object): Page {
  const shown = {
    title: `Give ${person.name} a role`,
    action: `/people/${person.id}/grant`,
    button: 'Give role',
    back: { href: `/people/${person.id}`, text: person.name },
    consequence:
      'After this they are told, and signed out everywhere. A role that takes two administrators starts when another one countersigns.',
  };
  return oneFormPage(shown, asked);
}

function recoveryPage(person: PersonView, asked: object): Page {
  const shown = {
    title: `Open the account of ${person.name} again`,
    action: `/people/${person.id}/way-back`,
    button: 'Ask another administrator',
    back: { href: `/people/${person.id}`, text: person.name },
    consequence: 'After this another administrator is asked to countersign. Nothing changes until they do.',
  };
  return oneFormPage(shown, asked);
}
