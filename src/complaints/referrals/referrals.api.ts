import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import { idInAddress } from '../../web/api/id-in-address.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { pageRequest, pageSchema, paging } from '../../web/api/paging.js';
import type { ValuesIn } from '../../web/form/form.js';
import { OUTCOME_CODES, REFERRAL_STEP_CODES } from '../clocks/referral-step.js';
import { REFERRAL_STATES } from '../clocks/standing-of.js';
import { COMPLAINT_CLASS_CODES } from '../clocks/complaint-class.js';
import { COMPLAINT_ROUTE_CODES } from '../routes/complaint-route.js';
import { Referral } from './referral.entity.js';
import { NoteStep, Refer } from './referrals.forms.js';
import { ReferralsQueries, type ReferralRow } from './referrals.queries.js';
import { ReferralsService } from './referrals.service.js';
import { Answers } from '../../web/api/answers.js';

const day = z.iso.date();

const ReferralOut = z
  .object({
    id: z.uuid(),
    concernId: z.uuid(),
    reference: z.string(),
    classCode: z.enum(COMPLAINT_CLASS_CODES),
    route: z.enum(COMPLAINT_ROUTE_CODES),
    receivingBody: z.string(),
    personAsked: z.boolean(),
    sentOn: day,
    state: z.enum(REFERRAL_STATES),
    acknowledgeBy: day.nullable(),
    acknowledgedLate: z.boolean(),
    answerBy: day.nullable(),
    overdue: z.boolean(),
    steps: z.array(
      z.object({
        step: z.enum(REFERRAL_STEP_CODES),
        day,
        until: day.nullable(),
        outcome: z.enum(OUTCOME_CODES).nullable(),
      }),
    ),
  })
  .meta({ id: 'Referral' });

const ReferralPage = pageSchema('ReferralPage', ReferralOut);
const ReferralQuery = z.object({
  ...paging,
  concern: z.uuid().optional().meta({ description: 'Only of this concern.' }),
});
const ReferBody = Refer.schema.extend({ concernId: z.uuid() }).meta({ id: 'Refer' });

/** Referrals for the programs of concern handlers and auditors. */
@ApiTags('Complaints')
@ApiBearerAuth()
@Controller('api/v1/referrals')
export class ReferralsApi {
  constructor(
    private readonly referrals: ReferralsQueries,
    private readonly service: ReferralsService,
  ) {}

  @Get()
  @Requires('read', Referral)
  @Answers(ReferralPage)
  async list(@Acting() actor: Actor, @Query({ schema: ReferralQuery }) query: z.infer<typeof ReferralQuery>) {
    const { items, next } = await this.referrals.list(actor, query.concern ?? null, pageRequest(query));
    return { items: items.map((item) => this.out(item)), next };
  }

  @Post()
  @Requires('refer', Referral)
  @Answers(ReferralOut, 201)
  async refer(
    @Acting() actor: Actor,
    @Body({ schema: ReferBody })
    { concernId, withoutConsentBecause, ...given }: z.infer<typeof ReferBody>,
  ) {
    const referral = {
      ...given,
      withoutConsentBecause: withoutConsentBecause ?? null,
      organisationId: null,
    };
    return this.one(actor, await this.service.refer(actor, concernId, referral));
  }

  @Post(':id/steps')
  @Requires('refer', Referral)
  @Answers(ReferralOut)
  async note(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: NoteStep.schema })
    { step, day: on, until, outcome }: ValuesIn<typeof NoteStep>,
  ) {
    await this.service.note(actor, idInAddress(id), {
      step,
      day: on,
      until: until ?? null,
      outcome: outcome ?? null,
    });
    return this.one(actor, id);
  }

  private async one(actor: Actor, id: string) {
    const referral = await this.referrals.one(actor, id);
    if (!referral) throw new NotFound();
    return this.out(referral);
  }

  private out(referral: ReferralRow) {
    return { ...referral, ...this.service.standing(referral) };
  }
}
