import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../../access/access.js';
import { Requires } from '../../access/requirement.js';
import { standIn } from '../../access/stand-in.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import type { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { submit } from '../../web/form/submit.js';
import { EvidenceItem } from '../documents/evidence-item.entity.js';
import { EvidenceQueries, type EvidenceRow } from '../documents/evidence.queries.js';
import { audiencePage, recordedAudience } from './audience-page.js';
import { ChangeAudience } from './audience.form.js';
import { AudienceService } from './audience.service.js';

/** The page on which an organisation says anew who may read a document of its own. */
@ApiExcludeController()
@Controller('evidence/:id/audience')
export class AudiencePages {
  constructor(
    private readonly queries: EvidenceQueries,
    private readonly audience: AudienceService,
    private readonly access: Access,
  ) {}

  @Get()
  @Requires('say-who-may-read', EvidenceItem)
  async ask(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const document = await this.own(actor, id);
    return audiencePage(document, ChangeAudience.asked(recordedAudience(document)));
  }

  @Post()
  @Requires('say-who-may-read', EvidenceItem)
  async change(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const document = await this.own(actor, id);
    return submit(ChangeAudience, body, {
      act: async (values) => {
        await this.audience.change(actor, document.id, values);
        return new Redirect(`/evidence/${document.id}`, 'Who may read it was changed');
      },
      again: (asked) => audiencePage(document, asked),
      current: async () => recordedAudience(await this.own(actor, id)),
    });
  }

  private async own(actor: Actor, id: string): Promise<EvidenceRow> {
    const document = await this.queries.one(actor, id);
    const mayChange =
      document && this.access.can(actor, 'say-who-may-read', standIn(EvidenceItem, ownerOf(document)));
    if (!mayChange) throw new NotFound();
    return document;
  }
}

function ownerOf({ organisationId }: EvidenceRow): Pick<EvidenceItem, 'organisationId'> {
  return { organisationId };
}
