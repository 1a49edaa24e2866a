import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { MeetingNeed } from '../../review-method/moderation/meetings.js';
import { EVIDENCE_GRADES } from '../../review-method/scoring/evidence-grade.js';
import { SCORES } from '../../review-method/scoring/score.js';
import { Answers } from '../../web/api/answers.js';
import { AllRecordedOut } from '../recorded-out.js';
import { Review } from '../review.entity.js';
import { ReviewsQueries } from '../reviews.queries.js';
import { FindingItem } from './finding.forms.js';
import { MeetingNeeds } from './meeting-needs.js';
import { ModeratedScore } from '../findings/moderated-score.entity.js';
import { ModerationService } from './moderation.service.js';

const MOST_AT_ONCE = 200;

const Findings = z
  .object({ items: z.array(FindingItem.schema).min(1).max(MOST_AT_ONCE) })
  .meta({ id: 'Findings' });

const MeetingsOut = z
  .object({
    items: z.array(
      z.object({
        criterion: z.string(),
        reasons: z.array(z.object({ code: z.string(), sentence: z.string() })),
        settled: z
          .object({ score: z.enum(SCORES), grade: z.enum(EVIDENCE_GRADES).nullable() })
          .nullable()
          .meta({
            description: 'The score that counts without a meeting; null where there are reasons to meet.',
          }),
      }),
    ),
  })
  .meta({ id: 'MeetingNeeds' });

const ClosedOut = z.object({ replyDueOn: z.string() }).meta({ id: 'ModerationClosed' });

/** Moderation, for programs. */
@ApiTags('Reviews')
@Controller('api/v1/reviews/:id')
export class FindingsApi {
  constructor(
    private readonly reviews: ReviewsQueries,
    private readonly meetings: MeetingNeeds,
    private readonly moderation: ModerationService,
  ) {}

  @Get('meetings')
  @Requires('moderate', ModeratedScore)
  @Answers(MeetingsOut)
  async needs(
    @Acting() actor: Actor,
    @Param('id') id: string,
  ): Promise<{ readonly items: readonly MeetingNeed[] }> {
    return { items: await this.meetings.of(actor, await this.reviews.header(actor, id)) };
  }

  @Post('findings')
  @Requires('moderate', ModeratedScore)
  @Answers(AllRecordedOut, 201)
  async moderate(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: Findings }) { items }: z.infer<typeof Findings>,
  ): Promise<z.infer<typeof AllRecordedOut>> {
    const findings = items.map(({ version, grade, ...item }) => ({
      ...item,
      grade: grade ?? null,
      after: version,
    }));
    return { ids: await this.moderation.moderate(actor, id, findings) };
  }

  @Post('moderation-close')
  @Requires('close-moderation', Review)
  @Answers(ClosedOut)
  async close(@Acting() actor: Actor, @Param('id') id: string): Promise<z.infer<typeof ClosedOut>> {
    return { replyDueOn: await this.moderation.close(actor, id) };
  }
}
