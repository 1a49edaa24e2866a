import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { Access } from '../../access/access.js';
import { Requires } from '../../access/requirement.js';
import { FrameworksQueries } from '../../frameworks/frameworks.queries.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { pageRequest, paging } from '../../web/api/paging.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { day } from '../../web/words.js';
import { Review } from '../review.entity.js';
import { NilReturn } from './nil-return.entity.js';
import { Proposal } from '../proposals/proposal.entity.js';
import { ProposalsQueries } from '../proposals/proposals.queries.js';
import { Round, type PromisedDate } from '../round.entity.js';
import { MOVABLE_DATE_WORDS } from './round-date-change.entity.js';
import { OpenRound } from './round.forms.js';
import { RoundsQueries, type RoundRow } from './rounds.queries.js';
import { RoundsService } from './rounds.service.js';

const ListQuery = z.object(paging);
type ListQuery = z.infer<typeof ListQuery>;

/** Pages about rounds: everyone reads what was promised and why a promise moved; lead reviewers open and reschedule. */
@ApiExcludeController()
@Controller('rounds')
export class RoundsPages {
  constructor(
    private readonly queries: RoundsQueries,
    private readonly rounds: RoundsService,
    private readonly frameworks: FrameworksQueries,
    private readonly access: Access,
    private readonly proposals: ProposalsQueries,
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

  @Get('new')
  @Requires('open', Round)
  ask(@Acting() actor: Actor): Promise<Page> {
    return this.opening(actor, OpenRound.asked());
  }

  @Post()
  @Requires('open', Round)
  open(@Acting() actor: Actor, @Body() body: unknown): Promise<Page | Redirect> {
    return submit(OpenRound, body, {
      act: async (values) =>
        new Redirect(`/rounds/${await this.rounds.open(actor, values)}`, 'The round was opened'),
      again: (asked) => this.opening(actor, asked),
    });
  }

  @Get(':id')
  @Requires('read', Round)
  async one(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const round = await this.found(actor, id);
    const stands = round.voiding === null;
    return new Page('reviews/rounds/views/round.njk', {
      title: round.title,
      round,
      waiting: this.access.can(actor, 'read', Proposal) ? await this.proposals.waitingAbout(actor, id) : [],
      dates: {
        selfReviewDue: datesWords(round, 'selfReviewDue'),
        scoringDue: datesWords(round, 'scoringDue'),
        publicationDate: datesWords(round, 'publicationDate'),
      },
      changes: round.changes.map((change) => ({ ...change, what: MOVABLE_DATE_WORDS[change.which] })),
      may: {
        propose: stands && this.access.can(actor, 'propose', Proposal),
        start: stands && this.access.can(actor, 'start', Review),
        read: this.access.can(actor, 'read', Review),
        sign: stands && this.access.can(actor, 'sign', NilReturn),
      },
    });
  }

  private async opening(actor: Actor, asked: Asked<FieldsOf<typeof OpenRound>>): Promise<Page> {
    const editions = await this.frameworks.list(actor);
    const choices = editions.map(({ key, title }) => ({ value: key, label: `${key} – ${title}` }));
    return new Page('reviews/rounds/views/open-round.njk', {
      title: 'Open a round',
      ...asked,
      form: asked.form.offering({ framework: choices }),
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
