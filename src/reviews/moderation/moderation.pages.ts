import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { wordedBy } from '../criteria/score-fields.js';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { day } from '../../web/words.js';
import { needsEverybody } from '../../review-method/moderation/proposal-outcome.js';
import { criterionMet, type CriterionPlace } from '../meeting/criterion-met.js';
import { ProposeScore, SecondProposal } from '../meeting/meeting.forms.js';
import { meetingModel } from '../meeting/meeting-model.js';
import { MeetingsService } from '../meeting/meetings.service.js';
import type { ScoreProposalRow } from '../meeting/meetings.queries.js';
import { openProposal } from '../meeting/open-proposal.js';
import { whatBecameOf } from '../meeting/placed-proposal.js';
import { DAYS_TO_CONFIRM } from '../meeting/proposing.js';
import { ProposalSecond } from '../meeting/proposal-second.entity.js';
import { ScoreProposal } from '../meeting/score-proposal.entity.js';
import {
  lineIn,
  reviewerNumbers,
  reviewersNumbered,
  ReviewSheets,
  type ReviewSheet,
  type SheetLine,
} from '../reading/review-sheet.js';
import { Review } from '../review.entity.js';
import { ModerationService } from './moderation.service.js';

/** Pages on which whoever leads a review proposes what meetings came to. What counts follows; nobody types it. */
@ApiExcludeController()
@Controller('reviews/:id/moderation')
export class ModerationPages {
  constructor(
    private readonly sheets: ReviewSheets,
    private readonly meetings: MeetingsService,
    private readonly moderation: ModerationService,
  ) {}

  @Get()
  @Requires('propose', ScoreProposal)
  async list(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const { review, lines } = await this.sheets.compared(actor, id);
    const met = lines.filter(({ need }) => need.reasons.length > 0);
    return new Page('reviews/moderation/views/moderation.njk', {
      title: 'Moderate the scores',
      caption: review.organisation,
      review,
      tasks: met.map((line) => taskOf(id, line)),
      agreed: lines.length - met.length,
      ready: review.moderationClosedOn === null && met.every(({ need }) => need.settled.state === 'settled'),
    });
  }

  @Get(':code')
  @Requires('propose', ScoreProposal)
  async ask(@Acting() actor: Actor, @Param() { id, code }: CriterionPlace): Promise<Page> {
    const sheet = await this.sheets.compared(actor, id);
    return page(actor, sheet, { code, asked: ProposeScore.asked(proposedIn(sheet, code)) });
  }

  @Post('close')
  @Requires('close-moderation', Review)
  async close(@Acting() actor: Actor, @Param('id') id: string): Promise<Redirect> {
    const due = await this.moderation.close(actor, id);
    return new Redirect(`/reviews/${id}`, `Moderation is closed. Replies may be sent until ${day(due)}`);
  }

  @Post(':code')
  @Requires('propose', ScoreProposal)
  propose(
    @Acting() actor: Actor,
    @Param() { id, code }: CriterionPlace,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    return submit(ProposeScore, body, {
      act: async ({ version, grade, tookPart, ...given }) => {
        const present = reviewersNumbered(await this.sheets.compared(actor, id), tookPart);
        const proposed = { ...given, grade: grade ?? null, tookPart: present, after: version };
        await this.meetings.propose(actor, id, [{ ...proposed, criterion: code }]);
        return new Redirect(`/reviews/${id}/moderation`, `${code} was proposed to the reviewers`);
      },
      again: async (asked) => page(actor, await this.sheets.compared(actor, id), { code, asked }),
      current: async () => proposedIn(await this.sheets.compared(actor, id), code),
    });
  }

  @Get(':code/second')
  @Requires('second', ProposalSecond)
  async askSecond(@Acting() actor: Actor, @Param() { id, code }: CriterionPlace): Promise<Page> {
    return secondPage(await this.sheets.compared(actor, id), code, SecondProposal.asked());
  }

  @Post(':code/second')
  @Requires('second', ProposalSecond)
  second(
    @Acting() actor: Actor,
    @Param() { id, code }: CriterionPlace,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    return submit(SecondProposal, body, {
      act: async ({ reason }) => {
        await this.meetings.second(actor, id, { criterion: code, reason });
        return new Redirect(`/reviews/${id}/moderation`, `You stand behind what was proposed for ${code}`);
      },
      again: async (asked) => secondPage(await this.sheets.compared(actor, id), code, asked),
    });
  }
}

function page(
  actor: Actor,
  sheet: ReviewSheet,
  { code, asked }: { readonly code: string; readonly asked: Asked<FieldsOf<typeof ProposeScore>> },
): Page {
  const line = lineIn(sheet, code);
  const open = openProposal(line, sheet.review);
  const number = reviewerNumbers(sheet);
  const reviewers = line.need.scores.map(({ reviewer }) => String(number(reviewer)));
  return new Page('reviews/moderation/views/settle.njk', {
    ...criterionMet(sheet, line),
    maySecond: open?.second === null && open.proposedBy !== actor.personId && helps(open, line),
    mayPropose: sheet.review.moderationClosedOn === null && line.need.reasons.length > 0,
    daysToConfirm: DAYS_TO_CONFIRM,
    ...asked,
    form: asked.form.offering({
      ...wordedBy(sheet.edition),
      tookPart: reviewers.map((value) => ({ value, label: `Reviewer ${value}` })),
    }),
  });
}

/** True while a second person who leads the review could still make what was proposed count. */
function helps(proposal: ScoreProposalRow, { need }: SheetLine): boolean {
  const outcome = whatBecameOf(proposal, need);
  return (outcome === 'WAITING' || outcome === 'NOT_SECONDED') && !needsEverybody(proposal, need);
}

function secondPage(sheet: ReviewSheet, code: string, asked: Asked<FieldsOf<typeof SecondProposal>>): Page {
  return new Page('reviews/moderation/views/second.njk', {
    title: `Stand behind what was proposed for ${code}`,
    caption: sheet.review.organisation,
    review: sheet.review,
    code,
    meeting: meetingModel(lineIn(sheet, code), reviewerNumbers(sheet)),
    ...asked,
  });
}

function taskOf(id: string, { code, need: { reasons, settled } }: SheetLine) {
  const states = {
    'to-meet': { state: 'To meet about', tone: 'attention' },
    waiting: { state: 'Reviewers can still speak', tone: 'waiting' },
    settled: { state: settled.state === 'settled' ? `Counts: ${settled.score}` : '', tone: 'good' },
  } as const;
  return {
    href: `/reviews/${id}/moderation/${code}`,
    text: code,
    hint:
      settled.state === 'waiting'
        ? `Proposed: ${settled.proposal.score}. Reviewers can speak until ${day(settled.proposal.confirmBy)}.`
        : reasons.map(({ sentence }) => sentence).join(' '),
    ...states[settled.state],
  };
}

/** The form begins empty, whatever was proposed before: a new proposal is a new meeting. */
function proposedIn({ lines }: ReviewSheet, code: string): { readonly version: number } {
  return { version: lines.find((line) => line.code === code)?.proposals.at(-1)?.seq ?? 0 };
}
