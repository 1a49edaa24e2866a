import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newTimelessId } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import { adding, changing, type Act } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { Concern } from '../concern.entity.js';
import { Consent } from '../consent.entity.js';
import { agreedUses, FolderQueries, type ConcernFolder } from '../folder.queries.js';
import { retryOnConflict } from '../../ledger/retry-on-conflict.js';
import { ConcernRelease } from '../concern-release.entity.js';
import { CONSENT_EDITION, CONSENT_USE_CODES, type ConsentUse } from '../consent-use.js';

/** What the person decides about their own concern with their receipt. */
@Injectable()
export class ConsentsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly folders: FolderQueries,
    private readonly clock: Clock,
  ) {}

  /** From now on exactly these uses are agreed to; what was released opens and closes at once. */
  async decide(holder: Actor, uses: ReadonlySet<ConsentUse>): Promise<void> {
    await this.inOwnTurn(holder, async (folder) => {
      const agreed = agreedUses(folder.consents);
      const changed = CONSENT_USE_CODES.filter((use) => agreed.has(use) !== uses.has(use));
      if (changed.length === 0) return;
      await this.ledger.perform(
        holder,
        changing('consent', Concern, folder.concern.id, {
          expected: folder.concern.revision,
          change: (concern) => {
            if (uses.size > 0) concern.reopen();
          },
        }),
        ...changed.map((use) => adding('consent', Consent, this.answer(folder, use, uses.has(use)))),
        ...opening(folder, 'consent', uses),
      );
    });
  }

  /** Takes the concern back: every consent ends, and nobody acts on it or writes any more. */
  async withdraw(holder: Actor): Promise<void> {
    await this.inOwnTurn(holder, async (folder) => {
      const ended = [...agreedUses(folder.consents)];
      await this.ledger.perform(
        holder,
        changing('withdraw', Concern, folder.concern.id, {
          expected: folder.concern.revision,
          change: (concern) => concern.withdraw(this.clock.today()),
        }),
        ...ended.map((use) => adding('consent', Consent, this.answer(folder, use, false))),
        ...opening(folder, 'withdraw', new Set()),
      );
    });
  }

  private async inOwnTurn(holder: Actor, act: (folder: ConcernFolder) => Promise<void>): Promise<void> {
    await retryOnConflict(async () => {
      const folder = holder.receiptFor && (await this.folders.folder(holder, holder.receiptFor));
      if (!folder) throw new NotFound();
      await act(folder);
    });
  }

  private answer({ concern, consents }: ConcernFolder, use: ConsentUse, given: boolean): Consent {
    const turn = (consents.find((held) => held.use === use)?.turn ?? 0) + 1;
    return Object.assign(new Consent(), {
      id: newTimelessId(),
      concernId: concern.id,
      use,
      given,
      turn,
      edition: CONSENT_EDITION,
      day: this.clock.today(),
    });
  }
}

function opening({ releases }: ConcernFolder, verb: string, uses: ReadonlySet<ConsentUse>): Act[] {
  return releases.map(({ id }) =>
    changing(verb, ConcernRelease, id, { change: (release) => release.follow(uses) }),
  );
}
