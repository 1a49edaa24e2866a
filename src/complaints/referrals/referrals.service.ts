import { Injectable } from '@nestjs/common';
import { Concern } from '../../concerns/concern.entity.js';
import { agreedUses, FolderQueries } from '../../concerns/folder.queries.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newTimelessId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound, OutOfTurn, Unprocessable } from '../../kernel/refusal.js';
import { adding, changing } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import type { OutcomeCode } from '../clocks/referral-step.js';
import { mustFit, standingOf, type NotedStep, type ReferralStanding } from '../clocks/standing-of.js';
import type { ComplaintClassCode } from '../clocks/complaint-class.js';
import { COMPLAINT_ROUTES, isOpenOn, type ComplaintRouteCode } from '../routes/complaint-route.js';
import { ReferralStep } from './referral-step.entity.js';
import { Referral } from './referral.entity.js';
import { ReferralsQueries, type ReferralRow } from './referrals.queries.js';

/** What a handler passes on. */
export interface PassedOn {
  readonly classCode: ComplaintClassCode;
  readonly route: ComplaintRouteCode;
  readonly receivingBody: string;
  readonly organisationId: Uuid | null;
  readonly personAsked: boolean;
  readonly withoutConsentBecause: string | null;
}

/** Passes concerns on along the right route, with consent, and notes what becomes of them. */
@Injectable()
export class ReferralsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly folders: FolderQueries,
    private readonly referrals: ReferralsQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Passes a concern on as one class along one route; returns the id of the referral.
   * @throws OutOfTurn where the person has not agreed to that route, or has not asked for an NHS complaint.
   */
  async refer(actor: Actor, concernId: Uuid, passed: PassedOn): Promise<Uuid> {
    const folder = await this.folders.folder(actor, concernId);
    if (!folder) throw new NotFound();
    const sentOn = this.clock.today();
    mustBePermitted(passed, agreedUses(folder.consents).has(COMPLAINT_ROUTES[passed.route].needs), sentOn);
    const referral = Object.assign(new Referral(), { ...passed, id: newTimelessId(), concernId, sentOn });
    await this.ledger.perform(
      actor,
      changing('refer', Concern, concernId, {
        expected: folder.concern.revision,
        change: (concern) => concern.mustBeOpen(),
      }),
      adding('refer', Referral, referral),
    );
    return referral.id;
  }

  /** Notes a step, and refuses one that cannot be. */
  async note(
    actor: Actor,
    referralId: Uuid,
    noted: NotedStep & { readonly outcome: OutcomeCode | null },
  ): Promise<void> {
    const referral = await this.referrals.one(actor, referralId);
    if (!referral) throw new NotFound();
    const notedOn = this.clock.today();
    if (noted.day > notedOn)
      throw new Unprocessable([{ field: 'day', text: 'The day it happened must not lie ahead' }]);
    mustFit({ sentOn: referral.sentOn, standing: this.standing(referral) }, noted);
    const step = Object.assign(new ReferralStep(), {
      ...noted,
      id: newTimelessId(),
      referralId,
      concernId: referral.concernId,
      notedOn,
    });
    await this.ledger.perform(actor, adding('note', ReferralStep, step));
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
  { classCode, route, personAsked, withoutConsentBecause }: PassedOn,
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
