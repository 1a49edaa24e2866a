import { Injectable } from '@nestjs/common';
import { SchemeMentions } from '../../deployments/finding/scheme-mentions.js';
import { Clock } from '../../kernel/clock.js';
import { partnerState } from './partner-shown.js';
import { PartnerReturnsQueries } from './partner-returns.queries.js';

/** Says on the page of a scheme which agencies were asked about it, and whether they answered. */
@Injectable()
export class PartnerReturnsMentioned {
  constructor(partners: PartnerReturnsQueries, clock: Clock, schemes: SchemeMentions) {
    schemes.about(async (actor, { id }) => {
      const found = await partners.ofScheme(actor, id);
      return found.map((one) => ({
        text: `Return of ${one.organisation}`,
        href: `/rounds/${one.roundId}/partner-returns/${one.id}`,
        state: partnerState(one, clock.today()).state,
      }));
    });
  }
}
