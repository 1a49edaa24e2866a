import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Uuid } from '../../kernel/identifiers.js';
import { Settings } from '../../platform/settings/settings.js';
import { PASS_MINUTES, ReceiptPass } from '../receipts/receipt-pass.js';
import { FilingSeed } from './filing-seed.js';

const MINUTES_AFTER_SENDING = 30;

/**
 * The two cookies of people without an account: the seed of their draft, and the pass to their own concern. Their
 * names say nothing; the seed goes when the browser closes, and both go when the person leaves.
 */
@Injectable()
export class BrowserKeys {
  private readonly secure: boolean;
  private readonly seedName: string;
  private readonly passName: string;

  constructor(
    settings: Settings,
    private readonly pass: ReceiptPass,
  ) {
    this.secure = settings.publicUrl.startsWith('https:');
    this.seedName = this.secure ? '__Host-answers' : 'answers';
    this.passName = this.secure ? '__Host-notes' : 'notes';
  }

  /** The seed of this browser's draft, if it has one. */
  seedOf(request: FastifyRequest): FilingSeed | null {
    return FilingSeed.from(request.cookies[this.seedName]);
  }

  /** Gives the browser the seed of a draft, until it closes. */
  keepSeed(reply: FastifyReply, seed: FilingSeed): void {
    reply.setCookie(this.seedName, seed.text, this.options());
  }

  /** Leaves the seed for half an hour more, so that the receipt can be shown again if the page was lost. */
  keepForReceipt(reply: FastifyReply, seed: FilingSeed): void {
    reply.setCookie(this.seedName, seed.text, { ...this.options(), maxAge: MINUTES_AFTER_SENDING * 60 });
  }

  /** The concern whose receipt was shown in this browser within the last half hour. */
  concernOf(request: FastifyRequest): Uuid | null {
    return this.pass.concernOf(request.cookies[this.passName]);
  }

  /** Lets the browser reach one concern for half an hour. */
  admit(reply: FastifyReply, concernId: Uuid): void {
    reply.setCookie(this.passName, this.pass.issue(concernId), {
      ...this.options(),
      maxAge: PASS_MINUTES * 60,
    });
  }

  /** Takes everything back from the browser. */
  forget(reply: FastifyReply): void {
    reply.clearCookie(this.seedName, { path: '/' });
    reply.clearCookie(this.passName, { path: '/' });
  }

  private options() {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.secure } as const;
  }
}
