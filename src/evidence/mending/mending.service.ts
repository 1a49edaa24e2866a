import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import type { RecordRef } from '../../kernel/record-ref.js';
import { NotFound } from '../../kernel/refusal.js';
import { changing } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { recordedKind } from '../../platform/database/recorded.js';
import type { ValuesIn } from '../../web/form/form.js';
import { mustSayWhy } from '../history/said-why.js';
import type { MendableKind } from './mendable.js';
import type { WithdrawEntry } from './mending.form.js';

/**
 * Mends what organisations recorded wrongly, whatever kind it is. In a draft it is simply changed; in public it is changed
 * with a reason while what it said before is kept, or withdrawn with a tombstone.
 */
@Injectable()
export class MendingService {
  private readonly kinds = new Map<string, MendableKind>();

  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /** Makes kinds known whose entries can be mended; called once by each room, when it starts. */
  introduce(...kinds: readonly MendableKind[]): void {
    for (const kind of kinds) this.kinds.set(recordedKind(kind.recorded).kind, kind);
  }

  /** How entries of this kind are mended. @throws NotFound for a kind that is not. */
  kind(name: string): MendableKind {
    const kind = this.kinds.get(name);
    if (!kind) throw new NotFound();
    return kind;
  }

  /** Changes what an entry says by answers of its form, and what says the same with it. @throws Unprocessable without a reason, once it is public. */
  async mend(
    actor: Actor,
    { kind, id }: RecordRef,
    {
      answers,
      reason,
      expected,
    }: { readonly answers: object; readonly reason: string | null; readonly expected: number },
  ): Promise<void> {
    const { recorded, mend, followedBy } = this.kind(kind);
    const today = this.clock.today();
    const mending = changing('mend', recorded, id, {
      ...{ reason, expected },
      change: (entry) => {
        mustSayWhy(entry.published, reason);
        mend(entry, answers, today);
      },
    });
    await this.ledger.decide(actor, async ({ look, perform }) => {
      await perform(mending);
      await perform(...(await followedBy({ id, reason, today }, look)));
    });
  }

  /** Withdraws an entry: it stays listed with its day and reason, and counts no more. */
  async withdraw(
    actor: Actor,
    { kind, id }: RecordRef,
    { reason, version }: ValuesIn<typeof WithdrawEntry>,
  ): Promise<void> {
    const { recorded, isWithdrawable, withdraw, afterWithdrawal } = this.kind(kind);
    if (!isWithdrawable) throw new NotFound();
    const today = this.clock.today();
    const withdrawing = changing('withdraw', recorded, id, {
      ...{ reason, expected: version },
      change: (entry) => {
        withdraw(entry, today, reason);
      },
    });
    await this.ledger.decide(actor, async ({ look, perform }) => {
      await perform(withdrawing);
      await perform(...(await afterWithdrawal({ id, reason, today }, look)));
    });
  }
}
