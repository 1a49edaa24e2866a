import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { OpenToAll } from '../../access/requirement.js';
import { receiptHolder, type Actor } from '../../identity/actor.js';
import { Unprocessable } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { submit } from '../../web/form/submit.js';
import { ConsentsService } from './consents.service.js';
import { CorrespondenceService } from '../correspondence/correspondence.service.js';
import { BrowserKeys } from '../admitting/browser-keys.js';
import { MessagesBefore } from '../concern-out.js';
import { consentForm } from '../questions/question-page.js';
import { agreedUses } from '../folder.queries.js';
import { ReadingService } from '../reading/reading.service.js';
import { ReceiptCheck } from './receipt-check.js';
import { CONSENT_USE_CODES, isConsentUse } from '../consent-use.js';
import { ShowReceipt, Withdraw, WriteMessage } from './following.forms.js';
import { happeningsOf, STATE_IN_WORDS } from './state-in-words.js';

const WHY_OPEN = 'Whoever has a receipt follows their own concern with it, without an account.';
const YOURS = '/answers/yours';

const Wanted = MessagesBefore.catch({});
const Sharing = consentForm('ChangeSharing', CONSENT_USE_CODES);

/** Coming back with a receipt: how it stands, messages both ways, who may see what, and taking it back. */
@ApiExcludeController()
@Controller('answers')
export class FollowingPages {
  constructor(
    private readonly keys: BrowserKeys,
    private readonly receipts: ReceiptCheck,
    private readonly reading: ReadingService,
    private readonly correspondence: CorrespondenceService,
    private readonly consents: ConsentsService,
  ) {}

  @Get('return')
  @OpenToAll(WHY_OPEN)
  ask(): Page {
    return returnPage(ShowReceipt.asked());
  }

  @Post('return')
  @OpenToAll(WHY_OPEN)
  async prove(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    return submit(ShowReceipt, body, {
      act: async (given) => {
        const holder = await this.receipts.holderOf({ ...given, address: request.ip });
        if (!holder?.receiptFor) throw new Unprocessable([{ field: 'secret', text: NOT_FOUND }]);
        await this.keys.admit({ request, reply }, holder.receiptFor);
        return new Redirect(YOURS);
      },
      again: returnPage,
    });
  }

  @Get('yours')
  @OpenToAll(WHY_OPEN)
  async yours(
    @Req() request: FastifyRequest,
    @Query({ schema: Wanted }) { before }: z.infer<typeof Wanted>,
  ): Promise<Page | Redirect> {
    const holder = await this.holder(request);
    return holder ? this.yoursPage(holder, WriteMessage.asked(), before) : new Redirect('/answers/return');
  }

  @Post('yours')
  @OpenToAll(WHY_OPEN)
  async write(@Req() request: FastifyRequest, @Body() body: unknown): Promise<Page | Redirect> {
    const holder = await this.holder(request);
    const id = holder?.receiptFor;
    if (!holder || !id) return passOver(WriteMessage.read(body).answers['text']);
    return submit(WriteMessage, body, {
      act: async ({ text, once }) => {
        await this.correspondence.write(holder, id, text, once);
        return new Redirect(YOURS, 'Your message was sent');
      },
      again: (asked) => this.yoursPage(holder, asked),
    });
  }

  @Get('yours/sharing')
  @OpenToAll(WHY_OPEN)
  async sharing(@Req() request: FastifyRequest): Promise<Page | Redirect> {
    const holder = await this.holder(request);
    if (!holder) return new Redirect('/answers/return');
    const { consents } = await this.reading.forHolder(holder);
    const agreed = agreedUses(consents);
    return sharingPage(
      Sharing.asked(Object.fromEntries(CONSENT_USE_CODES.map((use) => [use, agreed.has(use)]))),
    );
  }

  @Post('yours/sharing')
  @OpenToAll(WHY_OPEN)
  async decide(@Req() request: FastifyRequest, @Body() body: unknown): Promise<Page | Redirect> {
    const holder = await this.holder(request);
    if (!holder) return passOver();
    return submit(Sharing, body, {
      act: async (values) => {
        const uses = Object.keys(values).filter((use) => values[use] === true);
        await this.consents.decide(holder, new Set(uses.filter(isConsentUse)));
        return new Redirect(YOURS, 'Who may see what was changed');
      },
      again: sharingPage,
    });
  }

  @Get('yours/back')
  @OpenToAll(WHY_OPEN)
  async askToWithdraw(@Req() request: FastifyRequest): Promise<Page | Redirect> {
    return (await this.holder(request)) ? withdrawPage(Withdraw.asked()) : new Redirect('/answers/return');
  }

  @Post('yours/back')
  @OpenToAll(WHY_OPEN)
  async withdraw(@Req() request: FastifyRequest, @Body() body: unknown): Promise<Page | Redirect> {
    const holder = await this.holder(request);
    if (!holder) return passOver();
    return submit(Withdraw, body, {
      act: async () => {
        await this.consents.withdraw(holder);
        return new Redirect(YOURS, 'You have taken it back');
      },
      again: withdrawPage,
    });
  }

  @Post('yours/leave')
  @OpenToAll(WHY_OPEN)
  async leave(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Redirect> {
    await this.keys.end({ request, reply });
    return new Redirect('/answers');
  }

  private async holder(request: FastifyRequest): Promise<Actor | null> {
    const concernId = await this.keys.concernOf(request);
    return concernId === null ? null : receiptHolder(concernId);
  }

  private async yoursPage(holder: Actor, asked: object, beforeTurn?: number): Promise<Page> {
    const own = await this.reading.forHolder(holder, beforeTurn);
    const { concern, messages, earlier, narrative, links, releases } = own;
    return followingPage('yours', {
      ...asked,
      ...{ concern, messages, earlier, older: beforeTurn !== undefined, narrative, links, releases },
      title: 'Your answers',
      tabTitle: 'Your answers',
      state: STATE_IN_WORDS[concern.state],
      happenings: happeningsOf(own),
      withdrawn: concern.state === 'withdrawn',
    });
  }
}

const NOT_FOUND = 'We cannot find these. Check the reference and the code, and enter both again';

function returnPage(asked: object): Page {
  return followingPage('return', { title: 'Come back', back: { href: '/answers' }, ...asked });
}

function sharingPage(asked: object): Page {
  return followingPage('sharing', { title: 'Who may see what', back: { href: YOURS }, ...asked });
}

function withdrawPage(asked: object): Page {
  return followingPage('back', { title: 'Take it back', back: { href: YOURS }, ...asked });
}

/** The half hour is over while somebody typed: what they typed is shown again beside the way back in. */
function passOver(typed?: unknown): Page {
  return followingPage('pass-over', { title: 'Enter your code again', typed }, 401);
}

function followingPage(view: string, model: Readonly<Record<string, unknown>>, status?: number): Page {
  const tabTitle = `Your answers: ${String(model['title'])}`;
  return new Page(
    `concerns/following/views/${view}.njk`,
    { neutral: true, exit: true, tabTitle, ...model },
    status === undefined ? {} : { status },
  );
}
