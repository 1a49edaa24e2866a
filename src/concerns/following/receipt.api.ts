import { Body, Controller, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { OpenToAll } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { NotFound } from '../../kernel/refusal.js';
import type { ValuesIn } from '../../web/form/form.js';
import { ConsentsService } from './consents.service.js';
import { CorrespondenceService } from '../correspondence/correspondence.service.js';
import { ShowReceipt, WriteMessage } from './following.forms.js';
import { ReceiptCheck } from './receipt-check.js';
import { CONSENT_USE_CODES } from '../consent-use.js';
import { OwnConcernOut } from '../concern-out.js';
import { OwnConcernView } from './own-concern-view.js';
import { Answers } from '../../web/api/answers.js';

const WHY_OPEN = 'Anyone may file a concern, and follow it with its receipt, without an account.';
const Message = ShowReceipt.schema.extend(WriteMessage.schema.shape).meta({ id: 'SendMessage' });
const Decision = ShowReceipt.schema
  .extend({ uses: z.array(z.enum(CONSENT_USE_CODES)).max(CONSENT_USE_CODES.length) })
  .meta({ id: 'DecideUses' });

/** A concern for the program of the person who holds its receipt; the receipt is sent each time. */
@ApiTags('Concerns')
@Controller('api/v1/concerns/receipt')
export class ReceiptApi {
  constructor(
    private readonly desk: ReceiptCheck,
    private readonly own: OwnConcernView,
    private readonly correspondence: CorrespondenceService,
    private readonly consents: ConsentsService,
  ) {}

  @Post()
  @OpenToAll(WHY_OPEN)
  @Answers(OwnConcernOut)
  async read(
    @Req() request: FastifyRequest,
    @Body({ schema: ShowReceipt.schema }) receipt: ValuesIn<typeof ShowReceipt>,
  ): Promise<z.infer<typeof OwnConcernOut>> {
    return this.own.of(await this.holder(request, receipt));
  }

  @Post('messages')
  @OpenToAll(WHY_OPEN)
  @Answers(OwnConcernOut)
  async write(
    @Req() request: FastifyRequest,
    @Body({ schema: Message }) { text, once, ...receipt }: z.infer<typeof Message>,
  ): Promise<z.infer<typeof OwnConcernOut>> {
    const holder = await this.holder(request, receipt);
    await this.correspondence.write(holder, holder.receiptFor ?? '', text, once);
    return this.own.of(holder);
  }

  @Post('consents')
  @OpenToAll(WHY_OPEN)
  @Answers(OwnConcernOut)
  async decide(
    @Req() request: FastifyRequest,
    @Body({ schema: Decision }) { uses, ...receipt }: z.infer<typeof Decision>,
  ): Promise<z.infer<typeof OwnConcernOut>> {
    const holder = await this.holder(request, receipt);
    await this.consents.decide(holder, new Set(uses));
    return this.own.of(holder);
  }

  @Post('withdrawal')
  @OpenToAll(WHY_OPEN)
  @Answers(OwnConcernOut)
  async withdraw(
    @Req() request: FastifyRequest,
    @Body({ schema: ShowReceipt.schema }) receipt: ValuesIn<typeof ShowReceipt>,
  ): Promise<z.infer<typeof OwnConcernOut>> {
    const holder = await this.holder(request, receipt);
    await this.consents.withdraw(holder);
    return this.own.of(holder);
  }

  private async holder(request: FastifyRequest, receipt: ValuesIn<typeof ShowReceipt>): Promise<Actor> {
    const { reference, secret } = receipt;
    const holder = await this.desk.holderOf({ reference, secret, address: request.ip });
    if (!holder) throw new NotFound('No concern was found for this reference and code. Check both.');
    return holder;
  }
}
