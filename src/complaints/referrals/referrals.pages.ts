import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import { idInAddress } from '../../web/api/id-in-address.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { pageRequest, paging } from '../../web/api/paging.js';
import { submit } from '../../web/form/submit.js';
import { referralInWords } from './referral-in-words.js';
import { Referral } from './referral.entity.js';
import { NoteStep, Refer } from './referrals.forms.js';
import { ReferralsQueries, type ReferralRow } from './referrals.queries.js';
import { ReferralsService } from './referrals.service.js';

const ListQuery = z.object({ ...paging, concern: z.string().optional() });

/** What of concerns was passed on, its clock, and what became of it. */
@ApiExcludeController()
@Controller('referrals')
export class ReferralsPages {
  constructor(
    private readonly referrals: ReferralsQueries,
    private readonly service: ReferralsService,
  ) {}

  @Get()
  @Requires('read', Referral)
  async list(
    @Acting() actor: Actor,
    @Query({ schema: ListQuery }) query: z.infer<typeof ListQuery>,
  ): Promise<Page> {
    const concern = query.concern === undefined ? null : idInAddress(query.concern);
    const { items, next } = await this.referrals.list(actor, concern, pageRequest(query));
    return new Page('complaints/referrals/views/list.njk', {
      ...{ title: 'Passed on', wide: true, concern, next },
      items: items.map((item) => this.inWords(item)),
      ...(concern !== null && { back: { href: `/concerns/${concern}` } }),
    });
  }

  @Get('new')
  @Requires('refer', Referral)
  ask(@Query('concern') concern: string): Page {
    return referPage(idInAddress(concern), Refer.asked());
  }

  @Post('new')
  @Requires('refer', Referral)
  async refer(
    @Acting() actor: Actor,
    @Query('concern') concern: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const id = idInAddress(concern);
    return submit(Refer, body, {
      act: async ({ withoutConsentBecause = null, ...given }) => {
        const made = await this.service.refer(actor, id, {
          ...given,
          withoutConsentBecause,
          organisationId: null,
        });
        return new Redirect(`/referrals/${made}`, 'It was noted that it was passed on');
      },
      again: (asked) => referPage(id, asked),
    });
  }

  @Get(':id')
  @Requires('read', Referral)
  async one(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    return this.page(actor, id, NoteStep.asked());
  }

  @Post(':id')
  @Requires('refer', Referral)
  async note(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    return submit(NoteStep, body, {
      act: async ({ step, day, until = null, outcome = null }) => {
        await this.service.note(actor, idInAddress(id), { step, day, until, outcome });
        return new Redirect(`/referrals/${id}`, 'The step was noted');
      },
      again: (asked) => this.page(actor, id, asked),
    });
  }

  private async page(actor: Actor, id: string, asked: object): Promise<Page> {
    const referral = await this.referrals.one(actor, idInAddress(id));
    if (!referral) throw new NotFound();
    const shown = this.inWords(referral);
    return new Page('complaints/referrals/views/referral.njk', {
      ...{ title: shown.classLabel, caption: referral.reference, referral: shown, ...asked },
      mayNote: actor.holds('CONCERN_HANDLER') && shown.standing.state !== 'closed',
      back: { href: `/referrals?concern=${referral.concernId}` },
    });
  }

  private inWords(referral: ReferralRow) {
    return referralInWords(referral, this.service.standing(referral));
  }
}

function referPage(concern: string, asked: object): Page {
  return new Page('complaints/referrals/views/refer.njk', {
    ...{ title: 'Pass it on', concern, ...asked },
    back: { href: `/referrals?concern=${concern}` },
  });
}
