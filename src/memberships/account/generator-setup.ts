import { Injectable } from '@nestjs/common';
import { type Actor, personIdOf } from '../../identity/actor.js';
import { Seals } from '../../identity/proofs/seals.js';
import { SpentCodes } from '../../identity/proofs/spent-codes.js';
import { newTimeSecret, stepOfCode } from '../../identity/proofs/time-code.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { Unprocessable } from '../../kernel/refusal.js';
import { AccountService } from './account.service.js';

const HOUR = 3_600_000;

/** A code generator that a person is setting up: kept by their own page until a code has shown that it works. */
export interface NewGenerator {
  readonly timeSecret: string;
  /** The same, sealed for this person and this hour, to travel through the page and back. */
  readonly sealed: string;
}

/** Setting up a code generator. Nothing is stored before the person has shown a code of it. */
@Injectable()
export class GeneratorSetup {
  constructor(
    private readonly account: AccountService,
    private readonly seals: Seals,
    private readonly spent: SpentCodes,
    private readonly clock: Clock,
  ) {}

  /** The generator this page has begun with, or a new one when it has none, or an old or foreign one. */
  begin(actor: Actor, sealed: unknown): NewGenerator {
    const begun = this.opened(actor, sealed);
    if (begun && typeof sealed === 'string') return { timeSecret: begun.timeSecret, sealed };
    const timeSecret = newTimeSecret();
    const until = this.clock.now().getTime() + HOUR;
    const text = JSON.stringify([newId(), timeSecret, until]);
    return { timeSecret, sealed: this.seals.seal(text, bindingFor(actor)) };
  }

  /**
   * Puts the generator in place, once its code has shown that it works, and returns ten recovery codes. That code is
   * then spent. @throws Unprocessable when the code is not one of this generator, or the page is too old.
   */
  async confirm(actor: Actor, sealed: unknown, code: string): Promise<string[]> {
    const begun = this.opened(actor, sealed);
    if (!begun) throw new Unprocessable([{ field: 'code', text: TOO_OLD }]);
    const step = stepOfCode(begun.timeSecret, code.replace(/\s/g, ''), this.clock.now());
    if (step === null) throw new Unprocessable([{ field: 'code', text: WRONG }]);
    const recoveryCodes = await this.account.setUpGenerator(actor, begun);
    await this.spent.spendStep(begun.credentialId, step);
    return recoveryCodes;
  }

  private opened(actor: Actor, sealed: unknown): { credentialId: Uuid; timeSecret: string } | null {
    const text = typeof sealed === 'string' ? this.seals.open(sealed, bindingFor(actor)) : null;
    if (text === null) return null;
    const [credentialId, timeSecret, until] = JSON.parse(text) as [Uuid, string, number];
    return this.clock.now().getTime() > until ? null : { credentialId, timeSecret };
  }
}

function bindingFor(actor: Actor): string {
  return `new code generator of ${personIdOf(actor)}`;
}

const WRONG =
  'This code does not fit. Check that your phone shows the right time, and enter the code it shows now';
const TOO_OLD = 'This page was open for too long. Scan the new picture, then enter the code it gives';
