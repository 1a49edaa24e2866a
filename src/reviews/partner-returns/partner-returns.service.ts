import { Injectable } from '@nestjs/common';
import { DeploymentsQueries } from '../../deployments/finding/deployments.queries.js';
import { roundedCountOf } from '../../deployments/entries/rounded-count.js';
import { personIdOf, type Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { addWorkingDays } from '../../kernel/days/working-days/add-working-days.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound, NotPermitted, Unprocessable } from '../../kernel/refusal.js';
import { adding } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import type { ValuesIn } from '../../web/form/form.js';
import { day } from '../../web/words.js';
import { ScopesQueries } from '../scoping/scopes.queries.js';
import { PartnerRequest } from './partner-request.entity.js';
import { PartnerReturn } from './partner-return.entity.js';
import type { AskPartner, SignPartnerReturn } from './partner.forms.js';
import { SIGNS_FOR_PARTNERS } from './partner.policy.js';
import { PartnerReturnsQueries } from './partner-returns.queries.js';

/** The working days that an agency has at least. No law says this number; it is Candour's own. */
const LEAST_WORKING_DAYS = 10;

/** Asks agencies for a return of their own about a scheme, and takes it. */
@Injectable()
export class PartnerReturnsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly deployments: DeploymentsQueries,
    private readonly scopes: ScopesQueries,
    private readonly partners: PartnerReturnsQueries,
    private readonly clock: Clock,
  ) {}

  /** Asks an agency, and returns the id. @throws Unprocessable where there is no such scheme or agency, or too little time. */
  async ask(
    actor: Actor,
    roundId: Uuid,
    { scheme, partner, reason, dueOn, post }: ValuesIn<typeof AskPartner>,
  ): Promise<Uuid> {
    const found = await this.deployments.one(actor, scheme.toLowerCase());
    const [organisation] = await this.scopes.withCodes(actor, roundId, [partner]);
    const askedOn = this.clock.today();
    const earliest = addWorkingDays(askedOn, LEAST_WORKING_DAYS);
    const faults = [
      ...(found?.published === true ? [] : [NO_SCHEME]),
      ...(organisation ? [] : [NO_AGENCY]),
      ...(dueOn < earliest
        ? [{ field: 'dueOn', text: `An agency has ten working days. The earliest day is ${day(earliest)}` }]
        : []),
    ];
    if (!found || !organisation || faults.length > 0) throw new Unprocessable(faults);
    const request = made(PartnerRequest, {
      ...{ id: newId(), roundId, deploymentId: found.id, organisationId: organisation.id },
      ...{ reason, post, dueOn, askedOn },
    });
    await this.ledger.perform(actor, adding('ask', PartnerRequest, request, reason));
    return request.id;
  }

  /** The agency signs its return, once. @throws NotPermitted for whoever signs for another. */
  async sign(
    actor: Actor,
    { roundId, requestId }: { readonly roundId: Uuid; readonly requestId: Uuid },
    given: ValuesIn<typeof SignPartnerReturn>,
  ): Promise<void> {
    const request = await this.partners.one(actor, roundId, requestId);
    if (!request) throw new NotFound();
    const { organisationId } = request;
    if (!actor.organisationsAs(...SIGNS_FOR_PARTNERS).includes(organisationId)) throw new NotPermitted();
    const signed = made(PartnerReturn, {
      ...{ id: newId(), requestId, roundId, organisationId },
      ...told(given),
      signedBy: personIdOf(actor),
      signedOn: this.clock.today(),
    });
    await this.ledger.perform(actor, adding('sign', PartnerReturn, signed));
  }
}

/** What was left out is not said, and counts are rounded before they are kept. */
function told({ tookPart, searched, post, ...given }: ValuesIn<typeof SignPartnerReturn>) {
  const { since, until, staff, records, basis, stopped, people, complaints } = given;
  return {
    ...{ tookPart, searched, post },
    ...{ since: since ?? null, until: until ?? null, staff: staff ?? null, records: records ?? null },
    ...{ basis: basis ?? null, stopped: stopped ?? null },
    people: roundedCountOf(people),
    complaints: roundedCountOf(complaints),
  };
}

const NO_SCHEME = { field: 'scheme', text: 'Enter the last part of the address of a scheme in the register' };
const NO_AGENCY = {
  field: 'partner',
  text: 'Enter the ODS code of an organisation, or the last part of its address in the register',
};
