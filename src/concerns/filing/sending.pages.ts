import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenToAll } from '../../access/requirement.js';
import { VISITOR } from '../../identity/actor.js';
import { Download } from '../../web/answer/download.js';
import type { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { SentOtherwise } from '../../kernel/refusal.js';
import { FilingSeed } from './filing-seed.js';
import { FilingService } from './filing.service.js';
import { BrowserKeys } from '../admitting/browser-keys.js';
import { CheckPage } from './check-page.js';
import { DraftsQueries } from './drafts.queries.js';
import { FairBudget } from './fair-budget.js';
import { expiredPage, neutralPage } from './neutral-page.js';
import { receiptText } from '../receipts/receipt-text.js';
import { spelledOut } from '../questions/typed-answers.js';
import { answersIn, type Draft } from '../questions/page-order.js';

const WHY_OPEN = 'Anyone may file a concern, without an account and without saying who they are.';

/** The last pages of filing: check the answers, send them once, and keep the receipt. */
@ApiExcludeController()
@Controller('answers')
export class SendingPages {
  constructor(
    private readonly keys: BrowserKeys,
    private readonly drafts: DraftsQueries,
    private readonly checking: CheckPage,
    private readonly filing: FilingService,
    private readonly budget: FairBudget,
  ) {}

  @Get('check')
  @OpenToAll(WHY_OPEN)
  async check(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page | Redirect> {
    const seed = await this.keys.seedOf(request);
    if (!seed) return new Redirect('/answers');
    const draft = await this.drafts.read(seed);
    if (draft) this.keys.keepSeed(reply, seed);
    if (draft) return this.checking.show(draft);
    return (await this.filing.before(seed)) ? new Redirect('/answers/sent') : expiredPage();
  }

  @Post('check')
  @OpenToAll(WHY_OPEN)
  async send(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const seed = await this.keys.seedOf(request);
    if (!seed) return new Redirect('/answers');
    const draft = await this.drafts.read(seed);
    if (!draft) return (await this.filing.before(seed)) ? new Redirect('/answers/sent') : expiredPage();
    const answers = answersIn(draft);
    if (!answers.success) return this.checking.show(draft, answers.error.issues);
    const held = this.budget.isOver('file', request.ip) || trapped(body);
    try {
      await this.filing.file(VISITOR, spelledOut(answers.data), { seed, held });
    } catch (refusal) {
      if (!(refusal instanceof SentOtherwise)) throw refusal;
      return this.askAnew(reply, { seed, draft });
    }
    await this.drafts.remove(seed);
    this.keys.keepForReceipt(reply, seed);
    return new Redirect('/answers/sent');
  }

  @Get('sent')
  @OpenToAll(WHY_OPEN)
  async sent(@Req() request: FastifyRequest, @Query('as') as: unknown): Promise<Page | Redirect> {
    const receipt = await this.receiptOf(request);
    if (!receipt) return new Redirect('/answers/return');
    const digits = as === 'digits';
    const secret = digits ? receipt.seed.receiptSecret.asDigits : receipt.seed.receiptSecret.asLetters;
    return neutralPage('sent', {
      title: 'We have your answers',
      reference: receipt.reference,
      secret,
      digits,
    });
  }

  @Get('notes')
  @OpenToAll(WHY_OPEN)
  async notes(@Req() request: FastifyRequest): Promise<Download | Redirect> {
    const receipt = await this.receiptOf(request);
    if (!receipt) return new Redirect('/answers/return');
    return Download.text('notes.txt', receiptText(receipt.reference, receipt.seed.receiptSecret));
  }

  @Post('finish')
  @OpenToAll(WHY_OPEN)
  async finish(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Redirect> {
    await this.keys.end({ request, reply });
    return new Redirect('/answers/finished');
  }

  @Get('finished')
  @OpenToAll(WHY_OPEN)
  finished(): Page {
    return neutralPage('finished', { title: 'What happens next' });
  }

  /** Other answers than those that were sent with the same key: they are kept under a new one, and shown. */
  private async askAnew(
    reply: FastifyReply,
    { seed, draft }: { readonly seed: FilingSeed; readonly draft: Draft },
  ): Promise<Page> {
    const anew = FilingSeed.fresh();
    await this.drafts.add(anew, draft);
    await this.drafts.remove(seed);
    this.keys.keepSeed(reply, anew);
    return this.checking.showSentBefore(draft);
  }

  private async receiptOf(request: FastifyRequest) {
    const seed = await this.keys.seedOfCode(request);
    const concern = seed && (await this.filing.before(seed));
    return concern && { seed, reference: concern.reference };
  }
}

/** A box that people do not see; programs that fill in forms fill it too. */
function trapped(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'website' in body && body.website !== '';
}
