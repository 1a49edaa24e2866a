import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import { DeploymentsQueries } from '../../deployments/finding/deployments.queries.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Clock } from '../../kernel/clock.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { RoundsQueries } from '../rounds/rounds.queries.js';
import { PartnerRequest } from './partner-request.entity.js';
import { PartnerReturn } from './partner-return.entity.js';
import { partnerLate, partnerState, returnInWords } from './partner-shown.js';
import { SignPartnerReturn } from './partner.forms.js';
import { SIGNS_FOR_PARTNERS } from './partner.policy.js';
import { PartnerReturnsQueries, type PartnerRow } from './partner-returns.queries.js';
import { PartnerReturnsService } from './partner-returns.service.js';
import { besideTheRecord } from './beside-the-record.js';

interface Place {
  readonly id: string;
  readonly request: string;
}

/** One agency that is asked about a scheme: what it says, beside what the record says, and the form on which it signs. */
@ApiExcludeController()
@Controller('rounds/:id/partner-returns/:request')
export class OnePartnerReturnPages {
  constructor(
    private readonly rounds: RoundsQueries,
    private readonly queries: PartnerReturnsQueries,
    private readonly partners: PartnerReturnsService,
    private readonly deployments: DeploymentsQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('read', PartnerRequest)
  async one(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('request') request: string,
  ): Promise<Page> {
    const found = await this.found(actor, { id, request });
    const record = await this.deployments.one(actor, found.deploymentId);
    const today = this.clock.today();
    const compared = found.said && record ? besideTheRecord(found.said, record, found.organisationId) : [];
    return new Page('reviews/partner-returns/views/one.njk', {
      title: found.organisation,
      caption: `About ${found.scheme}`,
      roundId: id,
      found,
      state: partnerState(found, today),
      late: partnerLate(found, today),
      said: found.said && returnInWords(found.said),
      rows: compared.map(({ question, agency, record: recorded, contradicts }) => [
        question,
        agency,
        recorded,
        contradicts ? { state: 'They contradict each other', tone: 'attention' } : 'No contradiction',
      ]),
      maySign: found.said === null && found.voidedOn === null && signsFor(actor, found),
    });
  }

  @Get('sign')
  @Requires('sign', PartnerReturn)
  ask(@Acting() actor: Actor, @Param('id') id: string, @Param('request') request: string): Promise<Page> {
    return this.signPage(actor, { id, request }, SignPartnerReturn.asked());
  }

  @Post('sign')
  @Requires('sign', PartnerReturn)
  sign(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('request') request: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    return submit(SignPartnerReturn, body, {
      act: async (values) => {
        await this.partners.sign(actor, { roundId: id, requestId: request }, values);
        return new Redirect(`/rounds/${id}/partner-returns/${request}`, 'You have signed for your agency');
      },
      again: (asked) => this.signPage(actor, { id, request }, asked),
    });
  }

  private async signPage(
    actor: Actor,
    place: Place,
    asked: Asked<FieldsOf<typeof SignPartnerReturn>>,
  ): Promise<Page> {
    const found = await this.found(actor, place);
    if (found.said !== null || !signsFor(actor, found)) throw new NotFound();
    return new Page('reviews/partner-returns/views/sign.njk', {
      title: 'Sign for your agency',
      caption: `About ${found.scheme}`,
      roundId: place.id,
      found,
      ...asked,
    });
  }

  private async found(actor: Actor, { id, request }: Place): Promise<PartnerRow> {
    if (!(await this.rounds.one(actor, id))) throw new NotFound();
    const found = await this.queries.one(actor, id, request);
    if (!found) throw new NotFound();
    return found;
  }
}

function signsFor(actor: Actor, { organisationId }: PartnerRow): boolean {
  return actor.organisationsAs(...SIGNS_FOR_PARTNERS).includes(organisationId);
}
