import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { newId } from '../../kernel/identifiers.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { adding, type Act } from '../../ledger/act.js';
import { made } from '../../platform/database/recorded.js';
import type { FlowOfCase } from '../judging/judging.queries.js';
import { ofFlow } from '../judging/made-report.js';
import { FlowPart } from './flow-part.entity.js';
import { PartnersQueries } from './partners.queries.js';
import { partnerReferences, partsByPartner } from './parts-of-record.js';

/** Tells the partners of a flow what is recorded in their name when it is submitted. */
@Injectable()
export class PartnersService {
  constructor(private readonly queries: PartnersQueries) {}

  /** The acts that write a part for each partner of the flow that the register holds; they belong to its submission. */
  async actsFor(actor: Actor, flow: FlowOfCase, on: CalendarDay): Promise<Act[]> {
    const organisations = await this.queries.organisationsNamed(actor, partnerReferences(flow.content));
    const parts = partsByPartner(flow.content, organisations, flow.organisationId);
    return [...parts].map(([partnerId, content]) =>
      adding(
        'tell-partner',
        FlowPart,
        made(FlowPart, {
          id: newId(),
          ...ofFlow(flow),
          partnerId,
          seriesId: flow.seriesId,
          version: flow.version,
          title: flow.title,
          content,
          recordedOn: on,
        }),
      ),
    );
  }
}
