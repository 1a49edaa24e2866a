import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Clock } from '../../kernel/clock.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { pageRequest, paging } from '../../web/api/paging.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { day } from '../../web/words.js';
import { DECLARATION_QUESTIONS } from '../../review-method/independence/declaration-questions.js';
import type { FaultToDeclare } from '../../review-method/independence/independence-faults.js';
import { MeetingsQueries, type WaitingProposals } from '../meeting/meetings.queries.js';
import { REVIEWER_CAPACITY_WORDS } from './assignment.entity.js';
import { CLEARANCE_WORDS, mayDeclare } from './clearance.js';
import { InterestDeclaration } from './interest-declaration.entity.js';
import { RoundDeclarationsQueries } from './declaring/round-declarations.queries.js';
import { declaredIn, DeclareInterests } from './reviewer.forms.js';
import { ReviewersQueries, type AssignmentRow } from './reviewers.queries.js';
import { ReviewersService } from './reviewers.service.js';

const QueueQuery = z.object(paging);
type QueueQuery = z.infer<typeof QueueQuery>;

/** A reviewer's queue, and the declaration of interests that stands before everything else. */
@ApiExcludeController()
@Controller()
export class ReviewersPages {
  constructor(
    private readonly queries: ReviewersQueries,
    private readonly reviewers: ReviewersService,
    private readonly meetings: MeetingsQueries,
    private readonly rounds: RoundDeclarationsQueries,
    private readonly clock: Clock,
  ) {}

  @Get('assignments')
  @Requires('declare', InterestDeclaration)
  async queue(@Acting() actor: Actor, @Query({ schema: QueueQuery }) query: QueueQuery): Promise<Page> {
    const { items, next } = await this.queries.own(actor, pageRequest(query));
    const waiting = await this.meetings.waitingFor(actor, this.clock.today());
    return new Page('reviews/reviewers/views/assignments.njk', {
      title: 'Your reviews',
      tasks: items.map((assignment) => taskOf(actor, assignment, waiting)),
      next: next && `/assignments?after=${next}`,
      rounds: await this.rounds.waiting(actor),
    });
  }

  @Get('reviews/:id/declare')
  @Requires('declare', InterestDeclaration)
  async ask(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    return this.page(actor, id, DeclareInterests.asked());
  }

  @Post('reviews/:id/declare')
  @Requires('declare', InterestDeclaration)
  declare(@Acting() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Page | Redirect> {
    return submit(DeclareInterests, body, {
      act: async (values) => {
        await this.reviewers.declare(actor, id, declaredIn(values));
        return new Redirect('/assignments', 'You have declared your interests');
      },
      again: (asked) => this.page(actor, id, asked),
    });
  }

  private async page(
    actor: Actor,
    id: string,
    asked: Asked<FieldsOf<typeof DeclareInterests>>,
  ): Promise<Page> {
    const assignment = await this.queries.ownIn(actor, id);
    if (!assignment) throw new NotFound();
    return new Page('reviews/reviewers/views/declare.njk', {
      title: 'Declare your interests',
      caption: assignment.organisation,
      assignment,
      capacity: REVIEWER_CAPACITY_WORDS[assignment.capacity],
      mayDeclare: mayDeclare(assignment.clearance, assignment.toDeclare),
      known: assignment.toDeclare.map(knownModel),
      ...asked,
    });
  }
}

function taskOf(actor: Actor, assignment: AssignmentRow, waiting: readonly WaitingProposals[]): object {
  const { reviewId, organisation, deployment, round, capacity, clearance, scoringDue } = assignment;
  const open = actor.engagedIn('review').includes(reviewId) || actor.engagedIn('led').includes(reviewId);
  const words = CLEARANCE_WORDS[clearance];
  const task = {
    text: organisation,
    hint: `${nameOf(deployment)}. ${round}. ${REVIEWER_CAPACITY_WORDS[capacity]}. Scores are due on ${day(scoringDue)}.`,
  };
  if (assignment.toDeclare.length > 0)
    return {
      ...{ href: `/reviews/${reviewId}/declare`, ...task },
      ...{ state: 'Declare what is known', tone: 'attention' },
    };
  const wanted = waiting.find((proposals) => proposals.reviewId === reviewId);
  if (wanted && open)
    return {
      href: `/reviews/${reviewId}/meetings`,
      text: organisation,
      hint: `${nameOf(deployment)}. ${round}. ${proposalsWaiting(wanted)}`,
      ...{ state: 'Waits for your word', tone: 'attention' },
    };
  return {
    ...(clearance === 'undeclared' && { href: `/reviews/${reviewId}/declare` }),
    ...(clearance === 'clear' && open && { href: `/reviews/${reviewId}` }),
    ...task,
    state: clearance === 'clear' && !open ? 'Waiting for the trust' : words.own,
    tone: words.tone,
  };
}

function nameOf(deployment: string | null): string {
  return deployment ?? 'A deployment that is not public yet';
}

function knownModel({ since, words, toDeclare }: FaultToDeclare): object {
  const asked = DECLARATION_QUESTIONS.find(({ code }) => code === toDeclare);
  return { since, words, question: asked?.question ?? toDeclare };
}

function proposalsWaiting({ proposals, confirmBy }: WaitingProposals): string {
  const many = proposals === 1 ? 'One proposal waits' : `${String(proposals)} proposals wait`;
  return `${many} for your word: confirm or dissent by ${day(confirmBy)}.`;
}
