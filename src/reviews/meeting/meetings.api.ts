import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { MEETING_GROUNDS } from '../../review-method/moderation/moderation-reasons.js';
import { PROPOSAL_OUTCOMES, PROPOSAL_STANCES } from '../../review-method/moderation/proposal-outcome.js';
import { EVIDENCE_GRADES } from '../../review-method/scoring/evidence-grade.js';
import { SCORES } from '../../review-method/scoring/score.js';
import { Answers } from '../../web/api/answers.js';
import type { ValuesIn } from '../../web/form/form.js';
import { ModerationService } from '../moderation/moderation.service.js';
import { seesFindings } from '../reading/next-steps.js';
import { reviewerNumbers, reviewersNumbered, ReviewSheets, type SheetLine } from '../reading/review-sheet.js';
import { AllRecordedOut, RecordedOut } from '../recorded-out.js';
import { Review } from '../review.entity.js';
import { ASKED_AS, MeetingRequest } from '../requesting/meeting-request.entity.js';
import { MeetingRequestsService } from '../requesting/meeting-requests.service.js';
import { AskForMeeting } from '../requesting/meeting-request.forms.js';
import { ProposalAnswerItem, ProposalItem } from './meeting.forms.js';
import { MeetingsService } from './meetings.service.js';
import { ProposalAnswer } from './proposal-answer.entity.js';
import { ProposalSecond } from './proposal-second.entity.js';
import { ScoreProposal } from './score-proposal.entity.js';

const MOST_AT_ONCE = 200;

const Proposals = z
  .strictObject({ items: z.array(ProposalItem.schema).min(1).max(MOST_AT_ONCE) })
  .meta({ id: 'ScoreProposals' });
const ProposalAnswers = z
  .strictObject({ items: z.array(ProposalAnswerItem.schema).min(1).max(MOST_AT_ONCE) })
  .meta({ id: 'ProposalAnswers' });
const Seconding = z
  .strictObject({ criterion: z.string().max(20), reason: z.string().trim().min(1).max(4000) })
  .meta({ id: 'Seconding' });

const score = z.enum(SCORES);
const grade = z.enum(EVIDENCE_GRADES).nullable();
const reviewer = z
  .number()
  .meta({ description: 'The first, second … reviewer of this review; never a name.' });

const ProposalOut = z
  .object({
    seq: z.number(),
    score,
    grade,
    reason: z.string(),
    tookPart: z.array(reviewer),
    proposedOn: z.string(),
    confirmBy: z.string(),
    afterReply: z.boolean(),
    answers: z.array(
      z.object({ reviewer, stance: z.enum(PROPOSAL_STANCES), words: z.string(), answeredOn: z.string() }),
    ),
    second: z.object({ reason: z.string(), secondedOn: z.string() }).nullable(),
  })
  .meta({ id: 'ScoreProposal' });

const MeetingsOut = z
  .object({
    items: z.array(
      z.object({
        criterion: z.string(),
        reasons: z.array(z.object({ code: z.string(), sentence: z.string() })),
        requests: z.array(
          z.object({
            ground: z.enum(MEETING_GROUNDS),
            askedAs: z.enum(ASKED_AS),
            organisation: z.string().nullable(),
            reason: z.string(),
            requestedOn: z.string(),
          }),
        ),
        proposals: z.array(ProposalOut),
        state: z.enum(['to-meet', 'waiting', 'settled']),
        settled: z.object({ score, grade }).nullable().meta({
          description: 'The score that follows now; null while reviewers must meet or can still speak.',
        }),
        outcome: z
          .enum(PROPOSAL_OUTCOMES)
          .nullable()
          .meta({ description: 'What became of the newest proposal.' }),
      }),
    ),
  })
  .meta({ id: 'MeetingNeeds' });

const ClosedOut = z.object({ replyDueOn: z.string() }).meta({ id: 'ModerationClosed' });

/** Meetings of reviewers and the end of moderation, for programs. */
@ApiTags('Reviews')
@Controller('api/v1/reviews/:id')
export class MeetingsApi {
  constructor(
    private readonly sheets: ReviewSheets,
    private readonly meetings: MeetingsService,
    private readonly asking: MeetingRequestsService,
    private readonly moderation: ModerationService,
  ) {}

  @Get('meetings')
  @Requires('read', ScoreProposal)
  @Answers(MeetingsOut)
  async needs(@Acting() actor: Actor, @Param('id') id: string) {
    const sheet = await this.sheets.of(actor, id);
    if (!seesFindings(actor, sheet.review)) throw new NotFound();
    const number = reviewerNumbers(sheet);
    return { items: sheet.lines.map((line) => outOf(line, number)) };
  }

  @Post('meeting-requests')
  @Requires('ask', MeetingRequest)
  @Answers(RecordedOut, 201)
  async ask(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: AskForMeeting.schema }) given: ValuesIn<typeof AskForMeeting>,
  ): Promise<z.infer<typeof RecordedOut>> {
    return { id: await this.asking.ask(actor, id, given) };
  }

  @Post('proposals')
  @Requires('propose', ScoreProposal)
  @Answers(AllRecordedOut, 201)
  async propose(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: Proposals }) { items }: z.infer<typeof Proposals>,
  ): Promise<z.infer<typeof AllRecordedOut>> {
    const sheet = await this.sheets.of(actor, id);
    const proposed = items.map(({ version, grade: given, tookPart, ...item }) => ({
      ...item,
      grade: given ?? null,
      tookPart: reviewersNumbered(sheet, tookPart),
      after: version,
    }));
    return { ids: await this.meetings.propose(actor, id, proposed) };
  }

  @Post('proposal-answers')
  @Requires('answer', ProposalAnswer)
  @Answers(AllRecordedOut, 201)
  async answer(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: ProposalAnswers }) { items }: z.infer<typeof ProposalAnswers>,
  ): Promise<z.infer<typeof AllRecordedOut>> {
    const said = items.map(({ words = '', ...item }) => ({ ...item, words }));
    return { ids: await this.meetings.answer(actor, id, said) };
  }

  @Post('proposal-seconds')
  @Requires('second', ProposalSecond)
  @Answers(RecordedOut, 201)
  async second(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: Seconding }) given: z.infer<typeof Seconding>,
  ): Promise<z.infer<typeof RecordedOut>> {
    return { id: await this.meetings.second(actor, id, given) };
  }

  @Post('moderation-close')
  @Requires('close-moderation', Review)
  @Answers(ClosedOut)
  async close(@Acting() actor: Actor, @Param('id') id: string): Promise<z.infer<typeof ClosedOut>> {
    return { replyDueOn: await this.moderation.close(actor, id) };
  }
}

function outOf({ code, need, requests, proposals }: SheetLine, number: (id: string) => number) {
  const { reasons, settled, afterReply } = need;
  const outcome = settled.state === 'settled' ? settled.outcome : null;
  return {
    criterion: code,
    reasons,
    requests,
    proposals: proposals.map(({ tookPart, answers, replyDecisionId, ...proposal }) => ({
      ...proposal,
      tookPart: tookPart.map(number),
      afterReply: replyDecisionId !== null,
      answers: answers.map(({ assignmentId, ...said }) => ({ ...said, reviewer: number(assignmentId) })),
    })),
    state: settled.state,
    settled: settled.state === 'settled' ? { score: settled.score, grade: settled.grade } : null,
    outcome: afterReply?.outcome ?? outcome,
  };
}
