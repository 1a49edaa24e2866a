import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import { GRAVITY_WORDS } from '../../frameworks/criteria/gravity-words.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { day } from '../../web/words.js';
import { findingsModel } from '../reading/findings-model.js';
import { Review } from '../review.entity.js';
import { ReviewSheets, type ReviewSheet } from '../reading/review-sheet.js';
import { SettleScore } from './finding.forms.js';
import { MeetingNeeds } from './meeting-needs.js';
import type { MeetingNeed } from '../../review-method/moderation/meetings.js';
import { ModeratedScore } from '../findings/moderated-score.entity.js';
import { ModerationService } from './moderation.service.js';

/** Pages on which whoever leads a review records what the reviewers decided when they met. */
@ApiExcludeController()
@Controller('reviews/:id/moderation')
export class ModerationPages {
  constructor(
    private readonly sheets: ReviewSheets,
    private readonly meetings: MeetingNeeds,
    private readonly moderation: ModerationService,
  ) {}

  @Get()
  @Requires('moderate', ModeratedScore)
  async list(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const { review, lines } = await this.open(actor, id);
    const needs = await this.meetings.of(actor, review);
    const waiting = needs.filter(({ reasons }) => reasons.length > 0);
    const tasks = waiting.map((need) => taskOf(id, need, lines));
    return new Page('reviews/moderation/views/moderation.njk', {
      title: 'Moderate the scores',
      caption: review.organisation,
      review,
      tasks,
      agreed: needs.length - waiting.length,
      ready: review.moderationClosedOn === null && tasks.every(({ tone }) => tone === 'good'),
    });
  }

  @Get(':code')
  @Requires('moderate', ModeratedScore)
  async ask(@Acting() actor: Actor, @Param('id') id: string, @Param('code') code: string): Promise<Page> {
    const sheet = await this.open(actor, id);
    return this.page(actor, { sheet, code }, SettleScore.asked(storedIn(sheet, code)));
  }

  @Post('close')
  @Requires('close-moderation', Review)
  async close(@Acting() actor: Actor, @Param('id') id: string): Promise<Redirect> {
    const due = await this.moderation.close(actor, id);
    return new Redirect(`/reviews/${id}`, `Moderation is closed. Replies may be sent until ${day(due)}`);
  }

  @Post(':code')
  @Requires('moderate', ModeratedScore)
  async settle(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    return submit(SettleScore, body, {
      act: async ({ version, grade, ...given }) => {
        const settled = { ...given, criterion: code, grade: grade ?? null, after: version };
        await this.moderation.moderate(actor, id, [settled]);
        return new Redirect(`/reviews/${id}/moderation`, `${code} was saved`);
      },
      again: async (asked) => this.page(actor, { sheet: await this.open(actor, id), code }, asked),
      current: async () => storedIn(await this.open(actor, id), code),
    });
  }

  private async page(
    actor: Actor,
    { sheet, code }: { readonly sheet: ReviewSheet; readonly code: string },
    asked: Asked<FieldsOf<typeof SettleScore>>,
  ): Promise<Page> {
    const line = sheet.lines.find((each) => each.code === code);
    if (!line) throw new NotFound();
    const need = (await this.meetings.of(actor, sheet.review)).find(({ criterion }) => criterion === code);
    const { domains } = findingsModel({ ...sheet, lines: [line] });
    return new Page('reviews/moderation/views/settle.njk', {
      title: code,
      caption: sheet.review.organisation,
      review: sheet.review,
      criterion: line,
      line: domains[0]?.lines[0],
      words: GRAVITY_WORDS,
      reasons: need?.reasons ?? [],
      mayWrite: sheet.review.moderationClosedOn === null,
      ...asked,
    });
  }

  private async open(actor: Actor, id: string): Promise<ReviewSheet> {
    const sheet = await this.sheets.of(actor, id);
    if (!actor.engagedIn('compare').includes(id)) throw new NotFound();
    return sheet;
  }
}

function taskOf(id: string, { criterion, reasons }: MeetingNeed, lines: ReviewSheet['lines']) {
  const finding = lines.find(({ code }) => code === criterion)?.finding ?? null;
  return {
    href: `/reviews/${id}/moderation/${criterion}`,
    text: criterion,
    hint: reasons.map(({ sentence }) => sentence).join(' '),
    state: finding ? `Settled: ${finding.score}` : 'To meet about',
    tone: finding ? 'good' : 'attention',
  };
}

function storedIn({ lines }: ReviewSheet, code: string) {
  const finding = lines.find((line) => line.code === code)?.finding;
  if (!finding) return { version: 0 };
  const { score, grade, reason, minorityView, seq } = finding;
  return { score, ...(grade !== null && { grade }), reason, minorityView, version: seq };
}
