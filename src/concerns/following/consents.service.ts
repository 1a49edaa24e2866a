import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newTimelessId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import { adding, changing, type Act, type Look } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { Concern } from '../concern.entity.js';
import { ConcernRelease } from '../concern-release.entity.js';
import { CONSENT_EDITION, CONSENT_USE_CODES, type ConsentUse } from '../consent-use.js';
import { Consent } from '../consent.entity.js';
import { agreedUses, heldConsents, releasesOf, type HeldConsent } from '../folder.queries.js';
import { lockConcern } from '../lock-concern.js';

/** What the person decides about their own concern with their receipt. */
@Injectable()
export class ConsentsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /**
   * From now on exactly these uses are agreed to; what was released opens and closes at once. A use that is newly
   * agreed to opens a closed concern again, because a handler may now do more with it.
   */
  async decide(holder: Actor, uses: ReadonlySet<ConsentUse>): Promise<void> {
    const id = concernOf(holder);
    await this.ledger.decide(holder, async ({ look, perform }) => {
      const held = await turnAt(look, id);
      const agreed = agreedUses(held);
      const changed = CONSENT_USE_CODES.filter((use) => agreed.has(use) !== uses.has(use));
      if (changed.length === 0) return;
      await perform(
        changing('consent', Concern, id, {
          change: (concern) => {
            if (changed.some((use) => uses.has(use))) concern.reopen();
          },
        }),
        ...changed.map((use) =>
          adding('consent', Consent, this.answer(id, held, { use, given: uses.has(use) })),
        ),
        ...(await following(look, id, { verb: 'consent', uses })),
      );
    });
  }

  /** Takes the concern back: every consent ends, and nobody acts on it or writes any more. */
  async withdraw(holder: Actor): Promise<void> {
    const id = concernOf(holder);
    await this.ledger.decide(holder, async ({ look, perform }) => {
      const held = await turnAt(look, id);
      const ended = [...agreedUses(held)];
      await perform(
        changing('withdraw', Concern, id, { change: (concern) => concern.withdraw(this.clock.today()) }),
        ...ended.map((use) => adding('consent', Consent, this.answer(id, held, { use, given: false }))),
        ...(await following(look, id, { verb: 'withdraw', uses: new Set() })),
      );
    });
  }

  private answer(
    concernId: Uuid,
    held: readonly HeldConsent[],
    { use, given }: { readonly use: ConsentUse; readonly given: boolean },
  ): Consent {
    return made(Consent, {
      id: newTimelessId(),
      concernId,
      use,
      given,
      turn: (held.find((before) => before.use === use)?.turn ?? 0) + 1,
      edition: CONSENT_EDITION,
      day: this.clock.today(),
    });
  }
}

function concernOf({ receiptFor }: Actor): Uuid {
  if (receiptFor === null) throw new NotFound();
  return receiptFor;
}

async function turnAt(look: Look, id: Uuid): Promise<readonly HeldConsent[]> {
  await lockConcern(look, id);
  return look(heldConsents(id));
}

/** What was released opens to whom the person agrees and closes to everybody else. */
async function following(
  look: Look,
  id: Uuid,
  { verb, uses }: { readonly verb: string; readonly uses: ReadonlySet<ConsentUse> },
): Promise<readonly Act[]> {
  const releases = await look(releasesOf(id));
  return releases.map(({ id: releaseId }) =>
    changing(verb, ConcernRelease, releaseId, { change: (release) => release.follow(uses) }),
  );
}
