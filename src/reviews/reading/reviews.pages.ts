import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { Access } from '../../access/access.js';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Clock } from '../../kernel/clock.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { recordOf } from '../../platform/database/selection.js';
import { pageRequest, paging } from '../../web/api/paging.js';
import { findingsModel } from './findings-model.js';
import { nextSteps, seesFindings } from './next-steps.js';
import { dueTable } from '../progress/due-table.js';
import { PUBLICITY_WORDS } from '../progress/publicity.js';
import { progressOf, type ProgressFacts } from '../progress/review-progress.js';
import { REVIEW_STANDING_WORDS, type DueStep } from '../progress/review-standing.js';
import { REVIEW_WORK_WORDS } from '../progress/review-work.js';
import { Review } from '../review.entity.js';
import { ReviewSheets } from './review-sheet.js';
import { ReviewsQueries, type ReviewHeader } from '../reviews.queries.js';
import { ReviewsService } from '../reviews.service.js';

const ListQuery = z.object({ ...paging, round: z.uuid().optional() });
type ListQuery = z.infer<typeof ListQuery>;

/** The domain that an address unfolds, by its code. */
const FindingsQuery = z.object({ open: z.string().max(40).optional().catch(undefined) });

/** Pages about reviews as wholes: the list, where one stands, and its scores and findings side by side. */
@ApiExcludeController()
@Controller('reviews')
export class ReviewsPages {
  constructor(
    private readonly queries: ReviewsQueries,
    private readonly sheets: ReviewSheets,
    private readonly reviews: ReviewsService,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('read', Review)
  async list(@Acting() actor: Actor, @Query({ schema: ListQuery }) query: ListQuery): Promise<Page> {
    const { items, next } = await this.queries.list(actor, query, pageRequest(query));
    return new Page('reviews/reading/views/reviews.njk', {
      title: 'Reviews',
      rows: items.map((review) => [
        { href: `/reviews/${review.id}`, text: review.organisation },
        review.deployment ?? 'A deployment that is not public yet',
        review.round,
        ...rowOf(this.shown(review)),
      ]),
      next: next && `/reviews?after=${next}${query.round === undefined ? '' : `&round=${query.round}`}`,
    });
  }

  @Get(':id')
  @Requires('read', Review)
  async one(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const review = await this.queries.header(actor, id);
    const progress = this.shown(review);
    return new Page('reviews/reading/views/review.njk', {
      title: review.organisation,
      caption: review.round,
      review,
      progress,
      due: dueTable(progress.due),
      steps: nextSteps(actor, review, this.clock.today()),
      mayAcknowledge:
        review.acknowledgedOn === null &&
        review.voidedOn === null &&
        this.access.can(actor, 'acknowledge', recordOf(Review, review)),
      timeline: timelineOf(review),
    });
  }

  @Post(':id/acknowledgement')
  @Requires('acknowledge', Review)
  async acknowledge(@Acting() actor: Actor, @Param('id') id: string): Promise<Redirect> {
    await this.reviews.acknowledge(actor, id);
    return new Redirect(`/reviews/${id}`, 'You have acknowledged this review');
  }

  @Get(':id/findings')
  @Requires('read', Review)
  async findings(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Query({ schema: FindingsQuery }) { open }: z.infer<typeof FindingsQuery>,
  ): Promise<Page> {
    const sheet = await this.sheets.of(actor, id);
    if (!seesFindings(actor, sheet.review)) throw new NotFound();
    return new Page('reviews/reading/views/findings.njk', {
      title: 'Scores, findings and rating',
      caption: sheet.review.organisation,
      wide: true,
      ...findingsModel(sheet, open),
    });
  }

  private shown(review: ProgressFacts): ShownProgress {
    const { work, standing, publicity, due } = progressOf(review, this.clock.today());
    return {
      work: REVIEW_WORK_WORDS[work],
      standing: REVIEW_STANDING_WORDS[standing],
      publicity: PUBLICITY_WORDS[publicity],
      due,
    };
  }
}

interface ShownState {
  readonly text: string;
  readonly tone: string;
}

/** Work, standing and publicity in words. */
interface ShownProgress {
  readonly work: string;
  readonly standing: ShownState;
  readonly publicity: ShownState;
  readonly due: readonly DueStep[];
}

function rowOf({ work, standing, publicity }: ShownProgress) {
  return [
    work,
    { state: standing.text, tone: standing.tone },
    { state: publicity.text, tone: publicity.tone },
  ];
}

function timelineOf(review: ReviewHeader): { when: string; title: string }[] {
  const steps: (readonly [string | null, string])[] = [
    [review.startedOn, 'The trust was asked'],
    [review.acknowledgedOn, 'Acknowledged by the trust'],
    [review.submittedOn, 'Self-review submitted'],
    [review.scoresOpenedOn, 'All reviewers had locked their scores'],
    [review.moderationClosedOn, 'Moderation closed; the time for reply began'],
    [review.replyClosedOn, 'Findings settled'],
    [review.publishedOn, 'Published'],
    [review.setAsideOn, 'Scores were set aside: what rests on them is settled again'],
  ];
  return steps.flatMap(([when, title]) => (when === null ? [] : [{ when, title }]));
}
