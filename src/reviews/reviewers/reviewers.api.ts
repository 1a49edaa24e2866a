import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { isId } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import type { ListPage } from '../../platform/database/keyset.js';
import { Answers } from '../../web/api/answers.js';
import { pageRequest, pageSchema, paging } from '../../web/api/paging.js';
import type { ValuesIn } from '../../web/form/form.js';
import { RecordedOut } from '../recorded-out.js';
import { YES_OR_NO } from '../../review-method/independence/declaration-faults.js';
import { INDEPENDENCE_CODES } from '../../review-method/independence/independence-faults.js';
import { CLEARANCES, REVIEWER_CAPACITIES } from '../../review-method/panel/panel-member.js';
import { Assignment } from './assignment.entity.js';
import { InterestDeclaration } from './interest-declaration.entity.js';
import { InterestDecision } from './interest-decision.entity.js';
import {
  AssignPerson,
  DecideInterests,
  declaredIn,
  DeclareInterests,
  EndAssignment,
} from './reviewer.forms.js';
import { ReviewersQueries, type AssignmentRow, type PanelRow } from './reviewers.queries.js';
import { ReviewersService } from './reviewers.service.js';

const capacity = z.enum(REVIEWER_CAPACITIES);
const clearance = z.enum(CLEARANCES);

const AssignmentOut = z.object({
  id: z.uuid(),
  reviewId: z.uuid(),
  round: z.string(),
  organisation: z.string(),
  deployment: z.string().nullable(),
  capacity,
  clearance,
  scoringDue: z.string(),
});

const AssignmentList = pageSchema('AssignmentList', AssignmentOut);
const AssignmentQuery = z.object(paging);

const PanelOut = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        personId: z.uuid().nullable(),
        name: z.string().nullable(),
        capacity,
        outsideNhsEngland: z.boolean(),
        clearance,
        declarationId: z.uuid().nullable(),
        declared: z
          .array(z.object({ code: z.string(), answer: z.enum(YES_OR_NO), detail: z.string() }))
          .nullable(),
        locked: z.boolean(),
        endedOn: z.string().nullable(),
        conflicts: z
          .array(z.object({ code: z.enum(INDEPENDENCE_CODES), words: z.string(), since: z.string() }))
          .meta({ description: 'What is known that keeps them from being independent in this review.' }),
      }),
    ),
  })
  .meta({ id: 'Panel' });

/** Who takes part in reviews, for programs. */
@ApiTags('Reviewers')
@Controller('api/v1')
export class ReviewersApi {
  constructor(
    private readonly queries: ReviewersQueries,
    private readonly reviewers: ReviewersService,
  ) {}

  @Get('assignments')
  @Requires('read', Assignment)
  @Answers(AssignmentList)
  own(
    @Acting() actor: Actor,
    @Query({ schema: AssignmentQuery }) query: z.infer<typeof AssignmentQuery>,
  ): Promise<ListPage<AssignmentRow>> {
    return this.queries.own(actor, pageRequest(query));
  }

  @Get('reviews/:id/panel')
  @Requires('assign', Assignment)
  @Answers(PanelOut)
  async panel(@Acting() actor: Actor, @Param('id') reviewId: string): Promise<{ items: PanelRow[] }> {
    const items = isId(reviewId) ? await this.queries.panel(actor, reviewId) : [];
    if (items.length === 0) throw new NotFound();
    return { items };
  }

  @Post('reviews/:id/assignments')
  @Requires('assign', Assignment)
  @Answers(RecordedOut, 201)
  async assign(
    @Acting() actor: Actor,
    @Param('id') reviewId: string,
    @Body({ schema: AssignPerson.schema }) values: ValuesIn<typeof AssignPerson>,
  ): Promise<z.infer<typeof RecordedOut>> {
    return { id: await this.reviewers.assign(actor, { reviewId, ...values }) };
  }

  @Post('reviews/:id/assignments/:assignment/end')
  @HttpCode(204)
  @Requires('end', Assignment)
  @ApiResponse({ status: 204 })
  async end(
    @Acting() actor: Actor,
    @Param('id') reviewId: string,
    @Param('assignment') assignmentId: string,
    @Body({ schema: EndAssignment.schema }) { reason }: ValuesIn<typeof EndAssignment>,
  ): Promise<void> {
    if (!isId(assignmentId)) throw new NotFound();
    await this.reviewers.end(actor, { reviewId, assignmentId, reason });
  }

  @Post('reviews/:id/declarations')
  @Requires('declare', InterestDeclaration)
  @Answers(RecordedOut, 201)
  async declare(
    @Acting() actor: Actor,
    @Param('id') reviewId: string,
    @Body({ schema: DeclareInterests.schema }) values: ValuesIn<typeof DeclareInterests>,
  ): Promise<z.infer<typeof RecordedOut>> {
    return { id: await this.reviewers.declare(actor, reviewId, declaredIn(values)) };
  }

  @Post('declarations/:id/decision')
  @Requires('decide', InterestDecision)
  @Answers(RecordedOut, 201)
  async decide(
    @Acting() actor: Actor,
    @Param('id') declarationId: string,
    @Body({ schema: DecideInterests.schema }) values: ValuesIn<typeof DecideInterests>,
  ): Promise<z.infer<typeof RecordedOut>> {
    return { id: await this.reviewers.decide(actor, declarationId, values) };
  }
}
