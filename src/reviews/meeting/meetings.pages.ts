import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Clock } from '../../kernel/clock.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { day } from '../../web/words.js';
import { needsEverybody } from '../../review-method/moderation/proposal-outcome.js';
import { lineIn, ReviewSheets, type ReviewSheet, type SheetLine } from '../reading/review-sheet.js';
import { ReviewersQueries } from '../reviewers/reviewers.queries.js';
import { criterionMet, type CriterionPlace } from './criterion-met.js';
import { AnswerProposal } from './meeting.forms.js';
import { MeetingsService } from './meetings.service.js';
import { waitingProposal } from './open-proposal.js';
import { ProposalAnswer } from './proposal-answer.entity.js';

/** A review with the part in it of the reviewer who looks. */
interface MeetingSheet {
  readonly sheet: ReviewSheet;
  readonly assignmentId: Uuid | null;
}

/** Pages on which reviewers see what was proposed in meetings, and confirm it or dissent in their own words. */
@ApiExcludeController()
@Controller('reviews/:id/meetings')
export class MeetingsPages {
  constructor(
    private readonly sheets: ReviewSheets,
    private readonly reviewers: ReviewersQueries,
    private readonly meetings: MeetingsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('answer', ProposalAnswer)
  async list(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const { sheet, assignmentId } = await this.open(actor, id);
    const { review, lines } = sheet;
    const met = lines.filter(({ need, proposals }) => need.reasons.length > 0 || proposals.length > 0);
    return new Page('reviews/meeting/views/meetings.njk', {
      title: 'Meetings',
      caption: review.organisation,
      review,
      mayAsk: review.moderationClosedOn === null,
      tasks: met.map((line) => this.taskOf(line, sheet, assignmentId)).sort(waitingFirst),
    });
  }

  @Get(':code')
  @Requires('answer', ProposalAnswer)
  async ask(@Acting() actor: Actor, @Param() { id, code }: CriterionPlace): Promise<Page> {
    return this.page(await this.open(actor, id), code, AnswerProposal.asked());
  }

  @Post(':code')
  @Requires('answer', ProposalAnswer)
  answer(
    @Acting() actor: Actor,
    @Param() { id, code }: CriterionPlace,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    return submit(AnswerProposal, body, {
      act: async ({ stance, words = '' }) => {
        await this.open(actor, id);
        await this.meetings.answer(actor, id, [{ criterion: code, stance, words }]);
        return new Redirect(`/reviews/${id}/meetings`, `Your word on ${code} was recorded`);
      },
      again: async (asked) => this.page(await this.open(actor, id), code, asked),
    });
  }

  private page(
    { sheet, assignmentId }: MeetingSheet,
    code: string,
    asked: Asked<FieldsOf<typeof AnswerProposal>>,
  ): Page {
    const line = lineIn(sheet, code);
    const waiting = waitingProposal(line, sheet.review, { assignmentId, today: this.clock.today() });
    return new Page('reviews/meeting/views/answer.njk', {
      ...criterionMet(sheet, line),
      mayAnswer: waiting !== null,
      needs: waiting && (needsEverybody(waiting, line.need) ? NEEDS_ALL : WITHIN),
      ...asked,
    });
  }

  private taskOf(line: SheetLine, { review }: ReviewSheet, assignmentId: Uuid | null): MeetingTask {
    const waiting = waitingProposal(line, review, { assignmentId, today: this.clock.today() });
    return {
      href: `/reviews/${review.id}/meetings/${line.code}`,
      text: line.code,
      hint: waiting
        ? `Proposed: ${waiting.score}. You can confirm it or dissent until ${day(waiting.confirmBy)}.`
        : line.need.reasons.map(({ sentence }) => sentence).join(' '),
      ...(waiting ? { state: 'Waits for your word', tone: 'attention' } : stateOf(line)),
    };
  }

  private async open(actor: Actor, id: string): Promise<MeetingSheet> {
    const sheet = await this.sheets.compared(actor, id);
    return { sheet, assignmentId: (await this.reviewers.ownIn(actor, id))?.id ?? null };
  }
}

const NEEDS_ALL =
  'It counts only when every reviewer whose score counts confirms it. Otherwise the lowest score counts, or after a reply what counted before.';
const WITHIN =
  'It lies between the reviewers’ scores. If most of you dissent, or any of you on a requirement that stops a scheme by itself, it counts only when a second person who leads the review stands behind it.';

/** One criterion in the list of meetings. */
interface MeetingTask {
  readonly href: string;
  readonly text: string;
  readonly hint: string;
  readonly state: string;
  readonly tone: string;
}

function waitingFirst(one: MeetingTask, other: MeetingTask): number {
  return Number(other.tone === 'attention') - Number(one.tone === 'attention');
}

function stateOf({ need: { settled } }: SheetLine): { state: string; tone: string } {
  if (settled.state === 'to-meet') return { state: 'To meet about', tone: 'waiting' };
  if (settled.state === 'waiting') return { state: 'Others can still speak', tone: 'waiting' };
  return { state: `Counts: ${settled.score}`, tone: 'good' };
}
