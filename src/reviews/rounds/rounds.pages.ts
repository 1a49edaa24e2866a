import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { Access } from '../../access/access.js';
import { Requires } from '../../access/requirement.js';
import { HistoryShown } from '../../evidence/history/history-shown.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Clock } from '../../kernel/clock.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { pageRequest, paging } from '../../web/api/paging.js';
import { day } from '../../web/words.js';
import { Review } from '../review.entity.js';
import { NilReturn } from '../nil-returns/nil-return.entity.js';
import { PanelProposal } from '../assigning/panel-proposal.entity.js';
import { Proposal } from '../proposals/proposal.entity.js';
import { ProposalsQueries } from '../proposals/proposals.queries.js';
import { Round, type PromisedDate } from '../round.entity.js';
import { whyNotVoided } from './voiding.service.js';
import { RoundsQueries, type RoundRow } from './rounds.queries.js';

const ListQuery = z.object(paging);
type ListQuery = z.infer<typeof ListQuery>;

/** Pages about rounds: everyone reads what was promised and why a promise moved. */
@ApiExcludeController()
@Controller('rounds')
export class RoundsPages {
  constructor(
    private readonly queries: RoundsQueries,
    private readonly access: Access,
    private readonly history: HistoryShown,
    private readonly proposals: ProposalsQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('read', Round)
  async list(@Acting() actor: Actor, @Query({ schema: ListQuery }) query: ListQuery): Promise<Page> {
    const { items, next } = await this.queries.list(actor, pageRequest(query));
    return new Page('reviews/rounds/views/rounds.njk', {
      title: 'Rounds of reviews',
      rows: items.map((round) => [
        { href: `/rounds/${round.id}`, text: round.title },
        day(round.asAt),
        day(round.selfReviewDue),
        datesWords(round, 'publicationDate'),
        round.voiding === null ? 'Stands' : { state: 'Voided', tone: 'quiet' },
      ]),
      next: next && `/rounds?after=${next}`,
      mayOpen: this.access.can(actor, 'open', Round),
    });
  }

  @Get(':id')
  @Requires('read', Round)
  async one(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const round = await this.found(actor, id);
    const stands = round.voiding === null;
    const mayPropose = stands && this.access.can(actor, 'propose', Proposal);
    return new Page('reviews/rounds/views/round.njk', {
      title: round.title,
      round,
      waiting: this.access.can(actor, 'read', Proposal)
        ? await this.proposals.waitingAbout(actor, this.clock.today(), id)
        : [],
      dates: {
        selfReviewDue: datesWords(round, 'selfReviewDue'),
        scoringDue: datesWords(round, 'scoringDue'),
        publicationDate: datesWords(round, 'publicationDate'),
      },
      changes: this.history.of(round.changes),
      whyNotVoid: mayPropose ? whyNotVoided(round, await this.queries.isTooLateToVoid(actor, id)) : null,
      may: {
        propose: mayPropose,
        lead: this.access.can(actor, 'start', Review),
        start: stands && this.access.can(actor, 'start', Review),
        assign: stands && this.access.can(actor, 'propose', PanelProposal),
        read: this.access.can(actor, 'read', Review),
        sign: stands && this.access.can(actor, 'sign', NilReturn),
      },
    });
  }

  private async found(actor: Actor, id: string): Promise<RoundRow> {
    const round = await this.queries.one(actor, id);
    if (!round) throw new NotFound();
    return round;
  }
}

/** A promised date, and beside it the day first promised where it has moved. */
function datesWords(round: RoundRow, which: PromisedDate): string {
  const first = round.firstPromise[which];
  return first === round[which] ? day(first) : `${day(first)} first, moved to ${day(round[which])}`;
}
