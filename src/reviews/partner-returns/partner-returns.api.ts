import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Clock } from '../../kernel/clock.js';
import { NotFound } from '../../kernel/refusal.js';
import { Answers } from '../../web/api/answers.js';
import type { ValuesIn } from '../../web/form/form.js';
import { RecordedOut } from '../recorded-out.js';
import { RoundsQueries } from '../rounds/rounds.queries.js';
import { PartnerRequest } from './partner-request.entity.js';
import { PartnerReturn, TOOK_PART_CODES } from './partner-return.entity.js';
import { PARTNER_STANDINGS, partnerStanding } from './partner-standing.js';
import { AskPartner, SignPartnerReturn } from './partner.forms.js';
import { PartnerReturnsQueries } from './partner-returns.queries.js';
import { PartnerReturnsService } from './partner-returns.service.js';

const words = z.string().nullable();

const PartnerOut = z
  .object({
    id: z.uuid(),
    ...{ scheme: z.string(), schemeKey: z.string() },
    ...{ organisationId: z.uuid(), organisation: z.string(), organisationKey: z.string(), odsCode: words },
    ...{ reason: z.string(), post: z.string(), askedOn: z.string(), dueOn: z.string() },
    standing: z.enum(PARTNER_STANDINGS),
    daysLate: z.number().meta({ description: 'Calendar days after the day it was due.' }),
    said: z
      .object({
        tookPart: z.enum(TOOK_PART_CODES),
        ...{ since: words, until: words, staff: words, records: words, basis: words, stopped: words },
        people: z
          .number()
          .nullable()
          .meta({ description: 'Rounded: 0, 5 for 1 to 7, else to the nearest 5.' }),
        complaints: z.number().nullable().meta({ description: 'Rounded in the same way.' }),
        ...{ searched: z.string(), post: z.string(), signedOn: z.string() },
      })
      .nullable(),
  })
  .meta({ id: 'PartnerReturn' });

const PartnersOut = z.object({ returns: z.array(PartnerOut) }).meta({ id: 'PartnerReturns' });

/** What partner agencies are asked about a scheme and return, for programs. */
@ApiTags('Rounds')
@Controller('api/v1/rounds/:id/partner-returns')
export class PartnerReturnsApi {
  constructor(
    private readonly rounds: RoundsQueries,
    private readonly queries: PartnerReturnsQueries,
    private readonly partners: PartnerReturnsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('read', PartnerRequest)
  @Answers(PartnersOut)
  async list(@Acting() actor: Actor, @Param('id') id: string): Promise<z.infer<typeof PartnersOut>> {
    await this.mustBe(actor, id);
    const today = this.clock.today();
    const found = await this.queries.list(actor, id);
    return { returns: found.map((row) => ({ ...row, ...partnerStanding(row, today) })) };
  }

  @Post()
  @Requires('ask', PartnerRequest)
  @Answers(RecordedOut, 201)
  async ask(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: AskPartner.schema }) values: ValuesIn<typeof AskPartner>,
  ): Promise<z.infer<typeof RecordedOut>> {
    await this.mustBe(actor, id);
    return { id: await this.partners.ask(actor, id, values) };
  }

  @Post(':request/signature')
  @Requires('sign', PartnerReturn)
  @Answers(PartnersOut, 201)
  async sign(
    @Acting() actor: Actor,
    @Param('id') roundId: string,
    @Param('request') requestId: string,
    @Body({ schema: SignPartnerReturn.schema }) values: ValuesIn<typeof SignPartnerReturn>,
  ): Promise<z.infer<typeof PartnersOut>> {
    await this.partners.sign(actor, { roundId, requestId }, values);
    return this.list(actor, roundId);
  }

  private async mustBe(actor: Actor, id: string): Promise<void> {
    if (!(await this.rounds.one(actor, id))) throw new NotFound();
  }
}
