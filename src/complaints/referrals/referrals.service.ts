import { Injectable } from '@nestjs/common';
import { Concern } from '../../concerns/concern.entity.js';
import { agreedUses, heldConsents } from '../../concerns/folder.queries.js';
import { lockConcern } from '../../concerns/lock-concern.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newTimelessId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound, OutOfTurn, Unprocessable } from '../../kernel/refusal.js';
import { adding, changing } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made, type Given } from '../../platform/database/recorded.js';
import { mustFit, standingOf, type ReferralStanding } from '../clocks/standing-of.js';
import { COMPLAINT_ROUTES, isOpenOn } from '../routes/complaint-route.js';
import { ReferralStep } from './referral-step.entity.js';
import { Referral } from './referral.entity.js';
import { referralOf, type ReferralRow } from './referrals.queries.js';

/** What a handler passes on. */
export type ReferralToMake = Omit<Given<Referral>, 'id' | 'concernId' | 'sentOn'>;

/** What a handler notes about a referral. */
export type StepToNote = Pick<ReferralStep, 'step' | 'day' | 'until' | 'outcome'>;

/** Passes concerns on along the right route, with consent, and notes what becomes of them. */
@Injectable()
export class ReferralsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /**
   * Passes a concern on as one class along one route; returns the id of the referral.
   * @throws OutOfTurn where the person has not agreed to that route, or has not asked for an NHS complaint.
   */
  async refer(actor: Actor, concernId: Uuid, given: ReferralToMake): Promise<Uuid> {
    const sentOn = this.clock.today();
    return this.ledger.decide(actor, async ({ look, perform }) => {
      await lockConcern(look, concernId);
      const agreed = agreedUses(await look(heldConsents(concernId)));
      mustBePermitted(given, agreed.has(COMPLAINT_ROUTES[given.route].needs), sentOn);
      const referral = made(Referral, { ...given, id: newTimelessId(), concernId, sentOn });
      await perform(
        changing('refer', Concern, concernId, { change: (concern) => concern.mustBeOpen() }),
        adding('refer', Referral, referral),
      );
      return referral.id;
    });
  }

  /** Notes a step, and refuses one that cannot be. */
  async note(actor: Actor, referralId: Uuid, given: StepToNote): Promise<void> {
    const notedOn = this.clock.today();
    await this.ledger.decide(actor, async ({ look, perform }) => {
      const [seen] = await look(referralOf(referralId));
      if (!seen) throw new NotFound();
      if (given.day > notedOn)
        throw new Unprocessable([{ field: 'day', text: 'The day it happened must not lie ahead' }]);
      await lockConcern(look, seen.concernId);
      const [referral = seen] = await look(referralOf(referralId));
      const { concernId, sentOn } = referral;
      mustFit({ sentOn, standing: this.standing(referral) }, given);
      const step = made(ReferralStep, { ...given, id: newTimelessId(), referralId, concernId, notedOn });
      await perform(adding('note', ReferralStep, step));
    });
  }

  /** How a referral stands today. */
  standing({
    classCode,
    sentOn,
    steps,
  }: Pick<ReferralRow, 'classCode' | 'sentOn' | 'steps'>): ReferralStanding {
    return standingOf({ kind: classCode, sentOn }, steps, this.clock.today());
  }
}

function mustBePermitted(
  { classCode, route, personAsked, withoutConsentBecause }: ReferralToMake,
  agreed: boolean,
  day: string,
): void {
  if (!isOpenOn(COMPLAINT_ROUTES[route], day)) throw new OutOfTurn('This route cannot be used on this day.');
  if (classCode === 'nhs-complaint' && !personAsked)
    throw new OutOfTurn(
      'A concern becomes an NHS complaint only when the person asks for it. Ask them first.',
    );
  if (agreed) return;
  if (withoutConsentBecause === null)
    throw new OutOfTurn('The person has not agreed that anything about them goes there. Ask them first.');
  if (classCode !== 'safeguarding')
    throw new OutOfTurn('Only a safeguarding referral may go on without consent, with a written reason.');
}
