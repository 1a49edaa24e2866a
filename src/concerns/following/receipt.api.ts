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
import { MessagesBefore, OwnConcernOut } from '../concern-out.js';
import { agreedUses } from '../folder.queries.js';
import { ReadingService } from '../reading/reading.service.js';
import { happeningsOf, STATE_IN_WORDS } from './state-in-words.js';
import { Answers } from '../../web/api/answers.js';

const WHY_OPEN = 'Anyone may file a concern, and follow it with its receipt, without an account.';
const Reading = ShowReceipt.schema.extend(MessagesBefore.shape).meta({ id: 'ReadOwnConcern' });
const Message = ShowReceipt.schema.extend(WriteMessage.schema.shape).meta({ id: 'SendMessage' });
const Decision = ShowReceipt.schema
  .extend({ uses: z.array(z.enum(CONSENT_USE_CODES)).max(CONSENT_USE_CODES.length) })
  .meta({ id: 'DecideUses' });

/** A concern for the program of the person who holds its receipt; the receipt is sent each time. */
@ApiTags('Concerns')
@Controller('api/v1/concerns/receipt')
export class ReceiptApi {
  constructor(
    private readonly receipts: ReceiptCheck,
    private readonly reading: ReadingService,
    private readonly correspondence: CorrespondenceService,
    private readonly consents: ConsentsService,
  ) {}

  @Post()
  @OpenToAll(WHY_OPEN)
  @Answers(OwnConcernOut)
  async read(
    @Req() request: FastifyRequest,
    @Body({ schema: Reading }) { before, ...receipt }: z.infer<typeof Reading>,
  ) {
    return this.shown(await this.holder(request, receipt), before);
  }

  @Post('messages')
  @OpenToAll(WHY_OPEN)
  @Answers(OwnConcernOut)
  async write(
    @Req() request: FastifyRequest,
    @Body({ schema: Message }) { text, once, ...receipt }: z.infer<typeof Message>,
  ) {
    const holder = await this.holder(request, receipt);
    await this.correspondence.write(holder, holder.receiptFor ?? '', text, once);
    return this.shown(holder);
  }

  @Post('consents')
  @OpenToAll(WHY_OPEN)
  @Answers(OwnConcernOut)
  async decide(
    @Req() request: FastifyRequest,
    @Body({ schema: Decision }) { uses, ...receipt }: z.infer<typeof Decision>,
  ) {
    const holder = await this.holder(request, receipt);
    await this.consents.decide(holder, new Set(uses));
    return this.shown(holder);
  }

  @Post('withdrawal')
  @OpenToAll(WHY_OPEN)
  @Answers(OwnConcernOut)
  async withdraw(
    @Req() request: FastifyRequest,
    @Body({ schema: ShowReceipt.schema }) receipt: ValuesIn<typeof ShowReceipt>,
  ) {
    const holder = await this.holder(request, receipt);
    await this.consents.withdraw(holder);
    return this.shown(holder);
  }

  /** The concern as its person sees it: that it is held apart is nothing they are told. */
  private async shown(holder: Actor, beforeTurn?: number) {
    const own = await this.reading.forHolder(holder, beforeTurn);
    const { concern, consents, messages, earlier } = own;
    const state = concern.state === 'held' ? 'filed' : concern.state;
    return {
      ...{ reference: concern.reference, filedOn: concern.filedOn, state, messages, earlier },
      stateInWords: STATE_IN_WORDS[state],
      agreedUses: [...agreedUses(consents)],
      timeline: happeningsOf(own),
    };
  }

  private async holder(request: FastifyRequest, receipt: ValuesIn<typeof ShowReceipt>): Promise<Actor> {
    const { reference, secret } = receipt;
    const holder = await this.receipts.holderOf({ reference, secret, address: request.ip });
    if (!holder) throw new NotFound('No concern was found for this reference and code. Check both.');
    return holder;
  }
}
