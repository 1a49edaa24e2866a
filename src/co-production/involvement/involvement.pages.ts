import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import type { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { submit } from '../../web/form/submit.js';
import { AddInfluence } from './influence.form.js';
import { RecordInvolvement } from './involvement.form.js';
import { AddParticipants } from './participants.form.js';
import { TellPayment } from './payment.form.js';
import { InvolvementService } from './involvement.service.js';
import { Involvement } from '../record/involvement.entity.js';
import { OwnCoProduction } from '../own-co-production.js';
import { backToRecord, recordPage } from '../record-page.js';
import { influenceFrom, involvementFrom, paymentFrom } from './new-involvement.js';

/** A trust records an activity, who took part, payment, and what became of proposals. */
@ApiExcludeController()
@Controller('deployments/:key/co-production')
export class InvolvementPages {
  constructor(
    private readonly own: OwnCoProduction,
    private readonly service: InvolvementService,
  ) {}

  @Get('activities/new')
  @Requires('tell', Involvement)
  async askActivity(@Acting() actor: Actor, @Param('key') key: string): Promise<Page> {
    return recordPage(await this.own.toRecord(actor, key), ACTIVITY, RecordInvolvement.asked());
  }

  @Post('activities/new')
  @Requires('tell', Involvement)
  async record(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const detail = await this.own.toRecord(actor, key);
    return submit(RecordInvolvement, body, {
      act: async (values) => {
        const id = await this.service.record(actor, detail.id, involvementFrom(values));
        const next = `/deployments/${detail.key}/co-production/activities/${id}/people`;
        return new Redirect(next, 'The activity was saved. Say who took part.');
      },
      again: (asked) => recordPage(detail, ACTIVITY, asked),
    });
  }

  @Get('activities/:id/:part')
  @Requires('tell', Involvement)
  async askPart(
    @Acting() actor: Actor,
    @Param() at: { key: string; id: string; part: string },
  ): Promise<Page> {
    const detail = await this.own.toRecordPartOf(actor, at.key, at.id);
    if (!isPart(at.part)) throw new NotFound();
    const where = { path: `activities/${at.id}/${at.part}`, title: PART_TITLES[at.part] };
    if (at.part === 'people') return recordPage(detail, where, AddParticipants.asked());
    return at.part === 'payment'
      ? recordPage(detail, where, TellPayment.asked())
      : recordPage(detail, where, AddInfluence.asked());
  }

  @Post('activities/:id/people')
  @Requires('tell', Involvement)
  async addPeople(
    @Acting() actor: Actor,
    @Param() at: { key: string; id: string },
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const detail = await this.own.toRecordPartOf(actor, at.key, at.id);
    return submit(AddParticipants, body, {
      act: async (values) => {
        await this.service.addGroup(actor, at.id, values);
        return backToRecord(detail, 'Who took part was saved');
      },
      again: (asked) =>
        recordPage(detail, { path: `activities/${at.id}/people`, title: PART_TITLES.people }, asked),
    });
  }

  @Post('activities/:id/payment')
  @Requires('tell', Involvement)
  async tellPayment(
    @Acting() actor: Actor,
    @Param() at: { key: string; id: string },
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const detail = await this.own.toRecordPartOf(actor, at.key, at.id);
    return submit(TellPayment, body, {
      act: async (values) => {
        await this.service.recordPayment(actor, at.id, paymentFrom(values));
        return backToRecord(detail, 'Payment was saved');
      },
      again: (asked) =>
        recordPage(detail, { path: `activities/${at.id}/payment`, title: PART_TITLES.payment }, asked),
    });
  }

  @Post('activities/:id/proposals')
  @Requires('tell', Involvement)
  async addInfluence(
    @Acting() actor: Actor,
    @Param() at: { key: string; id: string },
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const detail = await this.own.toRecordPartOf(actor, at.key, at.id);
    return submit(AddInfluence, body, {
      act: async (values) => {
        await this.service.addInfluence(actor, at.id, influenceFrom(values));
        return backToRecord(detail, 'The proposal was saved');
      },
      again: (asked) =>
        recordPage(detail, { path: `activities/${at.id}/proposals`, title: PART_TITLES.proposals }, asked),
    });
  }
}

const ACTIVITY = { path: 'activities/new', title: 'Record an activity' } as const;

const PART_TITLES = {
  people: 'Who took part',
  payment: 'Payment',
  proposals: 'A proposal and what became of it',
} as const;

function isPart(text: string): text is keyof typeof PART_TITLES {
  return Object.hasOwn(PART_TITLES, text);
}
