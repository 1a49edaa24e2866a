import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { knownDate } from '../../web/form/kinds/partial-date.js';
import { submit } from '../../web/form/submit.js';
import { Organisation } from '../organisation.entity.js';
import { OrganisationsQueries, type OrganisationRow } from '../organisations.queries.js';
import { AddFormerName } from './former-name.form.js';
import { FormerNamesService } from './former-names.service.js';

/** The page on which an administrator adds a former name that no file holds. */
@ApiExcludeController()
@Controller('organisations')
export class FormerNamesPages {
  constructor(
    private readonly organisations: OrganisationsQueries,
    private readonly formerNames: FormerNamesService,
  ) {}

  @Get(':key/former-names/add')
  @Requires('correct', Organisation)
  async ask(@Acting() actor: Actor, @Param('key') key: string): Promise<Page> {
    return addPage(await this.named(actor, key), AddFormerName.asked());
  }

  @Post(':key/former-names/add')
  @Requires('correct', Organisation)
  async add(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const organisation = await this.named(actor, key);
    return submit(AddFormerName, body, {
      act: async ({ name, from, until, source }) => {
        const former = { name, from: knownDate(from), until: knownDate(until), source };
        await this.formerNames.add(actor, organisation.id, former);
        return new Redirect(`/organisations/${organisation.key}`, 'Former name added');
      },
      again: (asked) => addPage(organisation, asked),
    });
  }

  private async named(actor: Actor, key: string): Promise<OrganisationRow> {
    const organisation = await this.organisations.one(actor, key);
    if (!organisation) throw new NotFound();
    return organisation;
  }
}

function addPage({ key, name }: OrganisationRow, asked: Asked<FieldsOf<typeof AddFormerName>>): Page {
  return new Page('organisations/former-names/views/add.njk', {
    title: 'Add a former name',
    caption: name,
    back: { href: `/organisations/${key}`, text: name },
    action: `/organisations/${key}/former-names/add`,
    name,
    ...asked,
  });
}
