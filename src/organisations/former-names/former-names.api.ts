import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { Answers } from '../../web/api/answers.js';
import type { ValuesIn } from '../../web/form/form.js';
import { knownDate } from '../../web/form/kinds/partial-date.js';
import { OrganisationOut } from '../organisation-out.js';
import { Organisation } from '../organisation.entity.js';
import { OrganisationsQueries, type OrganisationRow } from '../organisations.queries.js';
import { AddFormerName } from './former-name.form.js';
import { FormerNamesService } from './former-names.service.js';

/** Former names that no file holds, for programs of administrators. */
@ApiTags('Organisations')
@Controller('api/v1/organisations')
export class FormerNamesApi {
  constructor(
    private readonly organisations: OrganisationsQueries,
    private readonly formerNames: FormerNamesService,
  ) {}

  @Post(':name/former-names')
  @Requires('correct', Organisation)
  @Answers(OrganisationOut, 201)
  async add(
    @Acting() actor: Actor,
    @Param('name') key: string,
    @Body({ schema: AddFormerName.schema }) { name, from, until, source }: ValuesIn<typeof AddFormerName>,
  ): Promise<OrganisationRow> {
    const { id } = await this.named(actor, key);
    await this.formerNames.add(actor, id, { name, from: knownDate(from), until: knownDate(until), source });
    return this.named(actor, key);
  }

  private async named(actor: Actor, key: string): Promise<OrganisationRow> {
    const organisation = await this.organisations.one(actor, key);
    if (!organisation) throw new NotFound();
    return organisation;
  }
}
