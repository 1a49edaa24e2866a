import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { isId } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { knownDate } from '../../web/form/kinds/partial-date.js';
import { submit } from '../../web/form/submit.js';
import { OrganisationsQueries, type SuccessionDetail } from '../organisations.queries.js';
import { Succession } from '../succession.entity.js';
import { RecordSuccession, WithdrawSuccession } from './succession.forms.js';
import { SuccessionsService } from './successions.service.js';

/** The pages on which an administrator records who took over from whom, and takes back what was wrong. */
@ApiExcludeController()
@Controller('organisations')
export class SuccessionsPages {
  constructor(
    private readonly organisations: OrganisationsQueries,
    private readonly successions: SuccessionsService,
  ) {}

  @Get(':key/successor')
  @Requires('link', Succession)
  async ask(@Acting() actor: Actor, @Param('key') key: string): Promise<Page> {
    return recordPage(await this.named(actor, key), RecordSuccession.asked());
  }

  @Post(':key/successor')
  @Requires('link', Succession)
  async record(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const organisation = await this.named(actor, key);
    return submit(RecordSuccession, body, {
      act: async ({ successor, tookPlace, source, once: id }) => {
        const said = {
          id,
          predecessor: organisation.key,
          successor,
          tookPlace: knownDate(tookPlace),
          source,
        };
        await this.successions.record(actor, said);
        return new Redirect(`/organisations/${organisation.key}`, 'Recorded who took over');
      },
      again: (asked) => recordPage(organisation, asked),
    });
  }

  @Get('successions/:id/withdraw')
  @Requires('unlink', Succession)
  async askToWithdraw(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    return withdrawPage(await this.recorded(actor, id), WithdrawSuccession.asked());
  }

  @Post('successions/:id/withdraw')
  @Requires('unlink', Succession)
  async withdraw(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const succession = await this.recorded(actor, id);
    return submit(WithdrawSuccession, body, {
      act: async ({ reason }) => {
        await this.successions.withdraw(actor, succession.id, reason);
        return new Redirect(`/organisations/${succession.predecessorKey}`, 'Taken back');
      },
      again: (asked) => withdrawPage(succession, asked),
    });
  }

  private async named(actor: Actor, key: string): Promise<{ readonly key: string; readonly name: string }> {
    const organisation = await this.organisations.one(actor, key);
    if (!organisation) throw new NotFound();
    return organisation;
  }

  private async recorded(actor: Actor, id: string): Promise<SuccessionDetail> {
    const succession = isId(id) ? await this.organisations.succession(actor, id) : null;
    if (!succession) throw new NotFound();
    return succession;
  }
}

function recordPage(
  { key, name }: { readonly key: string; readonly name: string },
  asked: Asked<FieldsOf<typeof RecordSuccession>>,
): Page {
  return new Page('organisations/succeeding/views/record.njk', {
    title: 'Who took over?',
    caption: name,
    back: { href: `/organisations/${key}`, text: name },
    action: `/organisations/${key}/successor`,
    name,
    ...asked,
  });
}

function withdrawPage(succession: SuccessionDetail, asked: Asked<FieldsOf<typeof WithdrawSuccession>>): Page {
  const { id, predecessorKey, predecessorName, successorName } = succession;
  return new Page('organisations/succeeding/views/withdraw.njk', {
    title: 'Take back who took over',
    caption: predecessorName,
    back: { href: `/organisations/${predecessorKey}`, text: predecessorName },
    action: `/organisations/successions/${id}/withdraw`,
    predecessorName,
    successorName,
    ...asked,
  });
}
